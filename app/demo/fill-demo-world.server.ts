import { migrateToLatest } from "~/platform/database/migrate";
import type { Portal } from "~/platform/portal";
import { buildDemoWorld } from "./build-demo-world.server";
import {
  dropEverything,
  insertDemoWorld,
  selectDemoState,
  setDurableCommits,
  updateDemoWorldFinished,
} from "./demo-queries.server";

const seed = "three seats";

/**
 * Fills an empty database with the demo world, once; a filling that was interrupted starts over. A database with anything else in it is left
 * as it is. `print` is told how far it has come.
 */
export async function fillDemoWorld(portal: Portal, print: (line: string) => void): Promise<void> {
  const { db, database, clock, baseUrl, mail } = portal;
  const state = await selectDemoState(db);
  if (state === "finished" || state === "other") return;
  if (state === "begun") {
    await dropEverything(db);
    await migrateToLatest(database);
  }
  print("First start: filling the demo world. This takes a moment.");
  const embedded = database.kind === "embedded";
  const startedAt = clock.now();
  await insertDemoWorld(db, seed, startedAt);
  if (embedded) await setDurableCommits(db, false);
  let told = 0;
  const progress = (share: number) => {
    const tenth = Math.floor(share * 10);
    if (tenth > told) print(`  ${tenth * 10} %`);
    told = Math.max(told, tenth);
  };
  await buildDemoWorld({ db, now: startedAt, seed, sender: { baseUrl, from: mail.from }, progress });
  if (embedded) await setDurableCommits(db, true);
  await updateDemoWorldFinished(db, clock.now());
}
