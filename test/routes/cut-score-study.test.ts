import { afterAll, beforeAll, expect, it } from "vitest";
import { closeRound, openNextRound } from "~/examination/cut-score/conduct-study.server";
import { rateItems } from "~/examination/cut-score/judge-items.server";
import { openStudy } from "~/examination/cut-score/open-study.server";
import { selectRatings, selectStudyItems } from "~/examination/cut-score/study-queries.server";
import { hasPartialCredit } from "~/examination/grade-item";
import { publishBank } from "~/examination/publish-bank.server";
import { publishProgramme } from "~/examination/publish-programme.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { paths } from "~/web/paths";
import { examMorning as now } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { aPlan } from "../factories/programmes";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let staff: readonly [string, string, string];
let studyId = "";

beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await publishBank(db, now);
  const named = (name: string) => aStaffMember(db, name, "exam_manager");
  staff = [await named("Emma"), await named("Jonas"), await named("Judith")];
  served = await servePortal(database, { now: () => now });
  const [manager, judge] = staff;
  const study = { actorId: manager, title: "Spring", forms: 1, judgeIds: [manager, judge] };
  studyId = (await openStudy(db, study, now, seededRandom("spring"))).studyId;
});
afterAll(async () => {
  served.close();
  await database.close();
});

const page = async (personId: string, path: string) =>
  (await fetch(served.url + path, { headers: { Cookie: await served.signedIn(personId) } })).text();
const timesIn = (text: string, words: string) => text.split(words).length - 1;

it("asks for the mean share of the points where an answer can earn a part of them", async () => {
  const items = await selectStudyItems(database.db, studyId);
  const within = (section: string) => items.filter((item) => item.section === section);
  const countPartial = (among: typeof items) => among.filter(({ kind }) => hasPartialCredit(kind)).length;
  const mixed = items.find(({ section }) => ![0, within(section).length].includes(countPartial(within(section))));
  const here = within(mixed?.section ?? "");
  const partial = countPartial(here);
  expect(partial).toBeGreaterThan(0);
  expect(partial).toBeLessThan(here.length);
  const asked = await page(staff[1], paths.rateItems(studyId, here[0]?.section));
  expect(timesIn(asked, "How many per cent of the points, on average?</label>")).toBe(partial);
  expect(timesIn(asked, "Of a hundred, how many?</label>")).toBe(here.length - partial);
});

it("warns, with the figures, of what speaks against signing, and offers to sign all the same", async () => {
  const { db } = database;
  const items = await selectStudyItems(db, studyId);
  for (const [index, personId] of staff.slice(0, 2).entries()) {
    const ratings = items.map(({ itemVersionId }) => ({ itemVersionId, percent: 60 + 20 * index }));
    await rateItems(db, { studyId, personId, ratings }, now);
  }
  await closeRound(db, { actorId: staff[0], studyId }, now);
  const later = { plan: aPlan({ durationMinutes: 50 }), activeFrom: new Date(now.getTime() + 864_000_000), basedOn: 1 };
  await publishProgramme(db, { ...later, actorId: staff[0], reason: "Release 5" }, now);
  const [own, others] = [await page(staff[0], paths.cutScore(studyId)), await page(staff[2], paths.cutScore(studyId))];
  for (const shown of [own, others]) {
    expect(shown).toContain("Only 2 judges have rated everything. At least 5 are advised.");
    expect(shown).toContain("the standard error is 10 percentage points. No more than 2.5 are advised");
    expect(shown).toContain('name="step" value="sign"');
    expect(shown).toContain("70% (version 1 of the programme)");
    expect(shown).toContain("Published at once: version 3 of the programme.");
    expect(shown).toMatch(/Also published: version 4, in force from [^<]*It takes the place of version 2/);
  }
  expect(own).toContain("You opened this study, and your own ratings count");
  expect(others).not.toContain("your own ratings");
});

it("keeps what was typed when a judge goes to another section, and takes no estimate of the last round for a new one", async () => {
  const { db } = database;
  await openNextRound(db, { actorId: staff[0], studyId }, now);
  const [first, second] = await selectStudyItems(db, studyId);
  if (!first || !second) throw new Error("the study has too few items");
  const answer = await fetch(served.url + paths.rateItems(studyId, first.section), {
    method: "POST",
    headers: { Cookie: await served.signedIn(staff[1]), Origin: served.url },
    body: new URLSearchParams({
      [`percent-${first.itemVersionId}`]: "35",
      // As it stands in the field: what this judge said in the round before.
      [`percent-${second.itemVersionId}`]: "80",
      next: "network",
    }),
    redirect: "manual",
  });
  expect(answer.headers.get("location")).toBe(paths.rateItems(studyId, "network", "1"));
  expect(await selectRatings(db, studyId, 2)).toEqual([
    { personId: staff[1], itemVersionId: first.itemVersionId, percent: 35 },
  ]);
});

it("stores nothing of a field that still says what was kept when its page was made: another tab has changed it since", async () => {
  const { db } = database;
  const [, , , item, other] = await selectStudyItems(db, studyId);
  if (!item || !other) throw new Error("the study has too few items");
  const judge = { studyId, personId: staff[1] ?? "" };
  await rateItems(db, { ...judge, ratings: [{ itemVersionId: item.itemVersionId, percent: 11 }] }, now);
  const answer = await fetch(served.url + paths.rateItems(studyId, "network"), {
    method: "POST",
    headers: { Cookie: await served.signedIn(judge.personId), Origin: served.url },
    body: new URLSearchParams({
      [`kept-${item.itemVersionId}`]: "77",
      [`percent-${item.itemVersionId}`]: "77",
      [`kept-${other.itemVersionId}`]: "60",
      [`percent-${other.itemVersionId}`]: "61",
    }),
    redirect: "manual",
  });
  expect(answer.status).toBe(302);
  const stored = await selectRatings(db, studyId, 2);
  const of = ({ itemVersionId }: { itemVersionId: string }) =>
    stored.find((row) => row.personId === judge.personId && row.itemVersionId === itemVersionId)?.percent;
  expect([of(item), of(other)]).toEqual([11, 61]);
});

it("keeps what the ballot sends by itself, and says so only where it did", async () => {
  const { db } = database;
  const [, , item] = await selectStudyItems(db, studyId);
  if (!item) throw new Error("the study has too few items");
  const keep = async (cookie: string, percent: string) => {
    const answer = await fetch(`${served.url}${paths.rateItems(studyId)}?keep=1`, {
      method: "POST",
      headers: { Cookie: cookie, Origin: served.url },
      body: new URLSearchParams({ [`percent-${item.itemVersionId}`]: percent }),
      redirect: "manual",
    });
    await answer.body?.cancel();
    return answer.status;
  };
  const given = async () =>
    (await selectRatings(db, studyId, 2)).find((rating) => rating.itemVersionId === item.itemVersionId)?.percent;
  const judge = await served.signedIn(staff[1]);
  expect(await keep(judge, "47")).toBe(200);
  expect(await given()).toBe(47);
  expect(await keep(judge, "147")).toBe(400);
  expect(await keep("", "48")).toBe(302);
  expect(await keep(await served.signedIn(staff[2]), "48")).toBe(404);
  expect(await given()).toBe(47);
});

it("goes back to the item after a remark on it", async () => {
  const [item] = await selectStudyItems(database.db, studyId);
  if (!item) throw new Error("the study has no item");
  const answer = await fetch(served.url + paths.cutScore(studyId), {
    method: "POST",
    headers: { Cookie: await served.signedIn(staff[1]), Origin: served.url },
    body: new URLSearchParams({ step: "remark", itemVersionId: item.itemVersionId, remark: "Two keys?" }),
    redirect: "manual",
  });
  const anchor = `remarks-${item.itemVersionId}`;
  expect(answer.headers.get("location")).toBe(`${paths.cutScore(studyId)}#${anchor}`);
  expect(await page(staff[1], paths.cutScore(studyId))).toContain(`id="${anchor}"`);
});
