import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";
import type { DemoWorld } from "#test/set-up/browser";

/** Waits until the portal is built and its demo world filled. */
export async function demoWorld(): Promise<DemoWorld> {
  let answer = await fetch(inject("demoDoor"));
  while (answer.status === 202) {
    await wait(500);
    answer = await fetch(inject("demoDoor"));
  }
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as DemoWorld;
}
