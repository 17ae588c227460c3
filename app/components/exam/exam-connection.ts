/** The browser's side of the addresses of an examination, or of a mock examination. */

import type { ShownItem } from "~/examination/shown-item";
import type { KeeperOptions, Reply } from "./answer-keeper";
import { type HeardClock, wallClock } from "./wall-clock";

/** Told of the server's clock, and of where the deadline stands, with each of its answers. */
export type HearClock = (heard: HeardClock & { readonly deadlineAt?: string }) => void;

const patienceMs = 10_000;

/** One name a tab, kept over a reload. */
export function clientName(): string {
  const kept = sessionStorage.getItem("exam-client");
  if (kept) return kept;
  const drawn = crypto.getRandomValues(new Uint32Array(3)).join("-");
  sessionStorage.setItem("exam-client", drawn);
  return drawn;
}

/** A request that takes something to the server. */
export const sending = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

async function ask(address: string, init: RequestInit, hear: HearClock): Promise<Reply> {
  const askedAt = wallClock();
  try {
    const response = await fetch(address, { ...init, redirect: "manual", signal: AbortSignal.timeout(patienceMs) });
    if (response.type === "opaqueredirect") return { outcome: "signed_out" };
    const body = await response.json();
    if (body.now) hear({ ...body, askedAt, heardAt: wallClock() });
    if (body.outcome) return body;
    if (body.code === "attempt_finished") return { outcome: "finished" };
    return response.status === 400 ? { outcome: "unusable", fault: "not_an_answer" } : { outcome: "unreachable" };
  } catch {
    return { outcome: "unreachable" };
  }
}

export const postAnswer =
  (address: string, client: string, hear: HearClock): KeeperOptions["post"] =>
  (message) =>
    ask(address, sending({ client, ...message }), hear);

/** Notes have an address of their own, and nobody has to take a place to write them. */
export const postNote =
  (address: string, client: string): KeeperOptions<string>["post"] =>
  async ({ answer }) => {
    if (!answer) return { outcome: "here" };
    const { ordinal, sequence, given: text } = answer;
    return ask(address, sending({ client, note: { ordinal, sequence, text } }), () => undefined);
  };

type Look = Reply & { readonly now?: string; readonly deadlineAt?: string };

/** Where it stands, without saving anything, at the address that takes the answers. */
export const lookAtSitting = (address: string, client: string, hear: HearClock): Promise<Look> =>
  ask(`${address}?client=${client}`, {}, hear);

/** By the portal's clock, and its end, which may have moved since the page last heard of it. Less than a second is none. */
const hasTimeLeft = ({ outcome, now, deadlineAt }: Look): boolean =>
  outcome !== "finished" &&
  now !== undefined &&
  deadlineAt !== undefined &&
  Date.parse(deadlineAt) - Date.parse(now) > 1_000;

/** What a page is to do when the time is up: nothing yet, as the end has moved; hand in; or leave it to the window, or the browser, that has the place. */
export type AtTheEnd = "goes_on" | "may_hand_in" | "not_here";

/** Undefined where the portal has not answered: only by its word is anything handed in. */
export function atTheEnd(look: Look): AtTheEnd | undefined {
  if (look.outcome === "unreachable") return undefined;
  if (hasTimeLeft(look)) return "goes_on";
  return look.outcome === "here" ? "may_hand_in" : "not_here";
}

/** Every item of the form; undefined when the connection does not give them. */
export async function fetchItems(address: string): Promise<readonly ShownItem[] | undefined> {
  try {
    const response = await fetch(address, { redirect: "manual" });
    return response.ok ? (await response.json()).items : undefined;
  } catch {
    return undefined;
  }
}

const lookAgainMs = 3_000;

/** Whether the portal answers just now. */
export const isReachable = (): Promise<boolean> =>
  fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(patienceMs) }).then(
    ({ ok }) => ok,
    () => false,
  );

/**
 * Asks until there is an answer, every few seconds.
 * @param waiting told when there is none yet
 * @returns how to give it up
 */
export function onceAnswered<Answer>(
  ask: () => Promise<Answer | undefined>,
  then: (answer: Answer) => void,
  waiting: () => void,
): () => void {
  let given = true;
  const look = async () => {
    const answer = await ask();
    if (!given) return;
    if (answer !== undefined) return then(answer);
    waiting();
    setTimeout(() => void look(), lookAgainMs);
  };
  void look();
  return () => {
    given = false;
  };
}

/** Goes to another page once the portal answers, at once where it does: asked for in vain, it would give way to the browser's own error page. */
export const onceReachable = (go: () => void, waiting: () => void): (() => void) =>
  onceAnswered(async () => (await isReachable()) || undefined, go, waiting);
