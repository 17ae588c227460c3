import { afterAll, beforeAll, expect, it } from "vitest";
import type { FixedContent } from "~/examination/item-content";
import { proposeRegrade } from "~/examination/regrade/propose-regrade.server";
import type { Database } from "~/platform/database/handle";
import { paths } from "~/web/paths";
import { dryRun, later, propose, type RegradeWorld, sitBoth, twoWithOneItem } from "../factories/regrade-worlds";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const now = later(305);
let database: Database;
let served: ServedPortal;
let world: RegradeWorld;
let cookie = "";

beforeAll(async () => {
  database = await testDatabase();
  world = await twoWithOneItem(database);
  await sitBoth(database, world);
  served = await servePortal(database, { now: () => now });
  cookie = await served.signedIn(world.examManager);
});
afterAll(async () => {
  served.close();
  await database.close();
});

const page = async (path: string, given = cookie) =>
  (await fetch(served.url + path, { headers: { Cookie: given } })).text();
const textOf = (text: FixedContent["stem"] | string) => (typeof text === "string" ? text : text.en);

it("says which answer is right instead, and which is right by the item, on its page and in the list", async () => {
  const { rows } = await database.pool.query<{ id: string; content: Extract<FixedContent, { kind: "single_choice" }> }>(
    `select version.id, content from item_version version join item on item.id = item_id
     where pool = 'certification' and kind = 'single_choice' and not generated and content::text not like '%\`%' limit 1`,
  );
  const { id: itemVersionId, content } = rows[0] ?? {};
  if (!itemVersionId || !content) throw new Error("the bank has no such item");
  const right = content.options.find(({ id }) => content.key.optionIds.includes(id));
  const other = content.options.find(({ id }) => !content.key.optionIds.includes(id));
  const command = { actorId: world.examManager, itemVersionId, takePassesAway: false, reason: "Two readings." };
  const answer = { kind: "single_choice" as const, optionId: other?.id ?? "" };
  const { regradeId } = await proposeRegrade(database.db, { ...command, treatment: { kind: "new_key", answer } }, now);
  const present = { kind: "single_choice" as const, optionId: right?.id ?? "" };
  await expect(
    proposeRegrade(database.db, { ...command, treatment: { kind: "new_key", answer: present } }, now),
  ).rejects.toMatchObject({ code: "answer_is_the_key" });
  for (const path of [paths.regrade(regradeId), paths.regrades()]) {
    const html = await page(path);
    for (const words of ["Right by the item", "Right instead"]) expect(html).toContain(words);
    for (const option of [right, other]) expect(html).toContain(textOf(option?.text ?? ""));
  }
});

it("says of each attempt when it was handed in, and of itself when it was proposed, on the staff's clock", async () => {
  const { regradeId } = await propose(database, world, { kind: "full_marks" });
  const own = await page(paths.regrade(regradeId));
  for (const time of ["09:20", "14:00"]) expect(own).toContain(`Mon 15 Mar 2027, ${time}, Berlin (UTC+1)`);
  const list = await page(paths.regrades());
  expect(list).toContain("Mon 15 Mar 2027, 14:00, Berlin (UTC+1)");
  for (const html of [own, list]) expect(html).not.toContain(", UTC");
});

/** Sends a step from the page of a regrade as the exam manager does. */
const send = (regradeId: string, fields: Record<string, string>) =>
  fetch(served.url + paths.regrade(regradeId), {
    method: "POST",
    redirect: "manual",
    headers: { Cookie: cookie, Origin: served.url },
    body: new URLSearchParams(fields),
  });
const fingerprintIn = (html: string) => /name="fingerprint" value="([^"]*)"/.exec(html)?.[1] ?? "";
const outcomeOf = (html: string) => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");

it("shows before it is undone whom that touches, by either choice, and tells the candidate of each grading", async () => {
  const { regradeId } = await propose(database, world, { kind: "full_marks" });
  const applied = await send(regradeId, {
    step: "apply",
    fingerprint: fingerprintIn(await page(paths.regrade(regradeId))),
  });
  expect(applied.status).toBe(302);
  const inForce = await page(applied.headers.get("Location") ?? "");
  expect(inForce).toContain("The regrade is in force");
  expect(inForce).toContain("What was decided");
  const candidate = await served.signedIn(world.failing.personId);
  const result = outcomeOf(await page(paths.examResult(world.failing.attemptId), candidate));
  expect(result).toContain("this examination was graded again, because one of its items had to be corrected.");
  expect(result).toMatch(/Result before: [\d.]+\s?% \(not passed\)\. Result since then: [\d.]+\s?% \(passed\)\./);
  const { rows } = await database.pool.query<{ code: string }>(
    "select code from item join item_version on item.id = item_id where item_version.id = $1",
    [world.itemVersionId],
  );
  expect(result).not.toContain(rows[0]?.code);
  expect(await page(paths.examResult(world.passing.attemptId))).not.toContain("graded again");

  const [takenBack, kept] = await Promise.all(
    ["suspended", "kept"].map((choice) => page(paths.undoRegrade(regradeId, choice))),
  );
  const lines = [takenBack, kept].map((html) => outcomeOf(html ?? ""));
  for (const html of lines) {
    // Score, people, pass lost, pass again, suspended, reinstated, organisations.
    expect(html).toMatch(/Take back (shown below )?1 1 1 0 1 0 1/);
    expect(html).toMatch(/Keep (shown below )?1 1 0 0 0 0 0/);
  }
  expect(lines[0]).toContain("Take back shown below");
  expect(lines[0]).toContain("What would change if you undo it and take these passes back");
  expect(lines[1]).toContain("Keep shown below");
  expect(lines[1]).toContain("pass and certificate kept");
  const undo = { step: "undo", certificates: "suspended", reason: "It was right after all." };
  const other = await send(regradeId, { ...undo, fingerprint: fingerprintIn(kept ?? "") });
  expect(other.status).toBe(409);
  const undone = await send(regradeId, { ...undo, fingerprint: fingerprintIn(takenBack ?? "") });
  expect(undone.status).toBe(302);
  const after = outcomeOf(await page(paths.examResult(world.failing.attemptId), candidate));
  expect(after).toContain("because the correction of one of its items was taken back.");
});

it("discards a proposal with a reason, which is then no longer applied", async () => {
  const { regradeId } = await propose(database, world, { kind: "drop" });
  const fingerprint = fingerprintIn(await page(paths.regrade(regradeId)));
  expect((await send(regradeId, { step: "discard", reason: "" })).status).toBe(400);
  const reason = "The item is right after all.";
  for (const again of [reason, "Once more."])
    expect((await send(regradeId, { step: "discard", reason: again })).status).toBe(302);
  const html = await page(paths.regrade(regradeId));
  expect(html).toContain(reason);
  expect(html).not.toContain("Apply the regrade");
  expect(await page(paths.regrades())).toContain("discarded");
  const applied = await send(regradeId, { step: "apply", fingerprint });
  expect(applied.status).toBe(409);
  expect(await applied.text()).toContain("This regrade has been discarded.");
  const { rows } = await database.pool.query<{ reason: string }>(
    "select reason from audit_event where action = 'regrade.discarded' and subject_id = $1",
    [regradeId],
  );
  expect(rows).toEqual([{ reason }]);
});

it("asks nothing about passes before it is undone where none rests on it", async () => {
  const { rows: seats } = await database.pool.query<{ id: string }>(
    "select item_version_id as id from attempt_item where attempt_id = $1 and item_version_id <> $2 order by ordinal",
    [world.passing.attemptId, world.itemVersionId],
  );
  const regradeId = await (async () => {
    for (const { id: itemVersionId } of seats) {
      const proposed = await propose(database, { ...world, itemVersionId }, { kind: "drop" });
      const { changes } = await dryRun(database, proposed.regradeId);
      const passes = changes.some(({ before, result }) => !before.passed && result.passed);
      if (changes.length > 0 && !passes) return proposed.regradeId;
    }
    throw new Error("every item decides a pass");
  })();
  const fingerprint = fingerprintIn(await page(paths.regrade(regradeId)));
  expect((await send(regradeId, { step: "apply", fingerprint })).status).toBe(302);
  const html = await page(paths.undoRegrade(regradeId, "suspended"));
  const words = outcomeOf(html);
  expect(words).toContain("No pass depends on this regrade alone, so undoing it takes none away.");
  expect(words).toContain("What would change if you undo it");
  expect(words).toMatch(/Lose their pass 0/);
  expect(words).toContain("told by mail");
  expect(words).not.toContain("Take back");
  expect(words).not.toContain("take these passes back");
  const undo = { step: "undo", certificates: "suspended", reason: "It was right after all." };
  expect((await send(regradeId, { ...undo, fingerprint: fingerprintIn(html) })).status).toBe(302);
  const undone = outcomeOf(await page(paths.regrade(regradeId)));
  expect(undone).toContain("What undoing it did");
  expect(undone).not.toContain("Passes gained by it");
});
