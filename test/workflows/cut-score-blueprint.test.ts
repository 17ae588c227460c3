import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { abandonStudy, closeRound, signStudy } from "~/examination/cut-score/conduct-study.server";
import { rateItems } from "~/examination/cut-score/judge-items.server";
import { openStudy } from "~/examination/cut-score/open-study.server";
import { readSigning } from "~/examination/cut-score/read-signing.server";
import { selectStudies, selectStudy, selectStudyItems } from "~/examination/cut-score/study-queries.server";
import { publishBank } from "~/examination/publish-bank.server";
import { publishProgramme } from "~/examination/publish-programme.server";
import { readProgramme } from "~/examination/read-programme.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { paths } from "~/web/paths";
import { examMorning } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { aPlan } from "../factories/programmes";
import { testServerDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const minutes = (count: number) => new Date(examMorning.getTime() + count * 60_000);
const nextMonth = minutes(30 * 24 * 60);
let database: Database;
let served: ServedPortal;
let manager: string;
let judges: [string, string];
let studyId: string;
/** The newest version so far. */
let latest = 1;

const [first] = secondLevelAdministrator.blueprint.sections;
if (!first) throw new Error("a blueprint with sections expected");

beforeAll(async () => {
  database = await testServerDatabase();
  await publishBank(database.db, examMorning);
  manager = await aStaffMember(database.db, "Emma", "exam_manager");
  judges = [
    await aStaffMember(database.db, "Judith", "auditor"),
    await aStaffMember(database.db, "Jonas", "exam_manager"),
  ];
  served = await servePortal(database, { now: () => minutes(60) });
  studyId = await aStudy("Spring", 0);
});
afterAll(async () => {
  served.close();
  await database.close();
});

/** Opened, rated and its round closed. */
async function aStudy(title: string, at: number): Promise<string> {
  const { db } = database;
  const opened = { actorId: manager, title, forms: 1, judgeIds: judges };
  const { studyId: id } = await openStudy(db, opened, minutes(at), seededRandom(title));
  const items = await selectStudyItems(db, id);
  for (const [index, personId] of judges.entries()) {
    const ratings = items.map(({ itemVersionId }) => ({ itemVersionId, percent: 70 + index * 4 }));
    await rateItems(db, { studyId: id, personId, ratings }, minutes(at + 1));
  }
  await closeRound(db, { actorId: manager, studyId: id }, minutes(at + 2));
  return id;
}

async function publish(plan: Parameters<typeof aPlan>[0], at: number, activeFrom: Date | null = null): Promise<void> {
  const command = { plan: aPlan(plan), activeFrom, basedOn: latest, actorId: manager, reason: "Release 5" };
  latest = (await publishProgramme(database.db, command, minutes(at))).version;
}

const changesOf = async (at: number) =>
  (await readSigning(database.db, await selectStudy(database.db, studyId), minutes(at))).blueprintChanges;

const page = async (personId: string, path = paths.cutScore(studyId)) =>
  (await fetch(served.url + path, { headers: { Cookie: await served.signedIn(personId) } }))
    .text()
    .then((html) => html.replaceAll("<!-- -->", ""));

const changedTitle = "The blueprint has changed since this study began";

describe("a study whose blueprint is not that of the exam any more", () => {
  it("says nothing while they are the same, nor of what does not bear on the cut score", async () => {
    expect(await changesOf(3)).toEqual([]);
    await publish({ durationMinutes: 75 }, 4);
    expect(await changesOf(5)).toEqual([]);
    expect(await page(manager)).not.toContain(changedTitle);
  });

  it("says which version changed what, in force or to come, on its page and again before it is signed", async () => {
    const { section, items } = first;
    await publish({ items: { [section]: items - 1 } }, 6);
    await publish({ items: { [section]: items + 1 } }, 7, nextMonth);
    const difference = (after: number) => ({ what: "items", section, before: items, after });
    expect(await changesOf(8)).toEqual([
      { version: 3, comesAt: null, differences: [difference(items - 1)] },
      { version: 4, comesAt: nextMonth, differences: [difference(items + 1)] },
    ]);
    const html = await page(manager);
    expect(html.split(changedTitle)).toHaveLength(3);
    expect(html).toContain("In force since then, version 3 of the programme:");
    expect(html).toContain(`${items - 1} items instead of ${items}`);
    expect(html).toMatch(/To come, version 4 of the programme from [^<]*2027/);
    expect(html).toContain("Otherwise abandon this study and open another one");
    const read = await page(judges[0]);
    expect(read).toContain(changedTitle);
    expect(read).not.toContain("Otherwise abandon this study");
  });

  it("is not signed by somebody who has not seen the newest version, and can be after a look at it", async () => {
    const { db } = database;
    const command = { actorId: manager, studyId, reason: "Little has changed" };
    await expect(signStudy(db, { ...command, basedOn: 2 }, minutes(9))).rejects.toMatchObject({
      code: "programme_changed_meanwhile",
      facts: { version: 4, name: expect.stringContaining("Emma") },
    });
    expect((await selectStudy(db, studyId)).closedAt).toBeNull();
    const form = new URLSearchParams({ step: "sign", reason: "Little has changed", basedOn: "3" });
    const refused = await fetch(served.url + paths.cutScore(studyId), {
      method: "POST",
      body: form,
      headers: { Cookie: await served.signedIn(manager), Origin: served.url },
    });
    expect(refused.status).toBe(409);
    const html = (await refused.text()).replaceAll("<!-- -->", "");
    expect(html).toContain("Version 4 of the programme was published");
    expect(html).toContain("Little has changed</textarea>");
    expect(html).toContain('name="basedOn" value="4"');
    const signed = await signStudy(db, { ...command, basedOn: 4 }, minutes(10));
    expect(signed).toEqual({ programmeVersion: 5 });
  });

  it("gives every version that its signature has brought the study, who signed, and why", async () => {
    const { db } = database;
    const { versions } = await readProgramme(db, minutes(61));
    const signed = { studyId, title: "Spring", signedAt: minutes(10) };
    expect(versions.map(({ version, signed: by, reason }) => [version, by, reason]).slice(0, 3)).toEqual([
      [6, { ...signed, republished: true }, "Little has changed"],
      [5, { ...signed, republished: false }, "Little has changed"],
      [4, null, "Release 5"],
    ]);
    expect(versions[0]).toMatchObject({ cutScorePercent: 72, activeFrom: nextMonth });
    const html = await page(manager, paths.programme());
    expect(html).toContain("Was to come already, and was published again with the cut score of the study");
    expect(html.split("Why the cut score is sound: Little has changed")).toHaveLength(3);
    expect(html).toMatch(/signed by Emma[^<]* on [^<]*2027/);
    expect(await selectStudies(db, null)).toMatchObject([
      { title: "Spring", programmeVersion: 5, cutScorePercent: 72, reason: "Little has changed" },
    ]);
    const list = await page(manager, paths.cutScores());
    expect(list).toContain("72%, version 5 of the programme");
    expect(list).toContain("Little has changed");
  });

  it("begins anew by the blueprint in force, and says nothing once it is over", async () => {
    const { db } = database;
    expect(await page(manager)).not.toContain(changedTitle);
    const again = await aStudy("Autumn", 11);
    const { blueprint } = await selectStudy(db, again);
    expect(blueprint.sections.find(({ section }) => section === first.section)?.items).toBe(first.items - 1);
    await abandonStudy(db, { actorId: manager, studyId: again, reason: "A judge is missing" }, minutes(20));
    expect((await selectStudies(db, null)).at(0)).toMatchObject({ programmeVersion: null, cutScorePercent: null });
  });
});
