import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selectStillTrue } from "~/eligibility/overtaken-queries.server";
import { abandonStudy, closeRound, openNextRound } from "~/examination/cut-score/conduct-study.server";
import { rateItems } from "~/examination/cut-score/judge-items.server";
import { openStudy } from "~/examination/cut-score/open-study.server";
import { selectStudyItems } from "~/examination/cut-score/study-queries.server";
import { publishBank } from "~/examination/publish-bank.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { examMorning } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let manager: string;
let judges: [string, string];
let studyId: string;
const now = examMorning;

beforeAll(async () => {
  database = await testDatabase();
  await publishBank(database.db, now);
  manager = await aStaffMember(database.db, "Emma", "exam_manager");
  judges = [
    await aStaffMember(database.db, "Judith", "training_manager"),
    await aStaffMember(database.db, "Jonas", "auditor"),
  ];
  served = await servePortal(database, { now: () => now });
});
afterAll(async () => {
  served.close();
  await database.close();
});

/** Who was told of which round by mail, and whether that still holds. */
async function told() {
  const notices = await database.db
    .selectFrom("notice")
    .innerJoin("outboxMessage", "noticeId", "notice.id")
    .select(["notice.kind", "subjectId", "cycle", "stage", "notice.recipientId", "notice.facts", "template"])
    .where("kind", "=", "cut_score_round")
    .orderBy("stage")
    .execute();
  const holds = await selectStillTrue(database.db, notices as never, now);
  return notices.map(({ stage, recipientId, template }, index) => [stage, recipientId, template, holds[index]]);
}

const mails = (round: number, holds: boolean) => judges.map((id) => [String(round), id, "cut_score_round", holds]);

async function read(personId: string, path: string): Promise<string> {
  const answer = await fetch(`${served.url}${path}`, { headers: { Cookie: await served.signedIn(personId) } });
  // What is shown: the data for the browser's own rendering follows it.
  const [shown = ""] = (await answer.text()).split("window.__remixContext");
  return shown.replaceAll("<!-- -->", "");
}

describe("a judge of a cut-score study", () => {
  it("is not led anywhere before there is one", async () => {
    expect(await read(judges[0], "/training")).not.toContain("Cut-score study");
  });

  it("is led to what is to be rated from the start page, and to the study from every page", async () => {
    const opened = { actorId: manager, title: "Spring", forms: 1, judgeIds: judges };
    ({ studyId } = await openStudy(database.db, opened, now, seededRandom("judges")));
    for (const [personId, start] of [
      [judges[0], "/training"],
      [judges[1], "/organisations"],
    ] as const) {
      const html = await read(personId, start);
      expect(html).toContain("You are a judge of the cut-score study “Spring”. Round 1 is open.");
      expect(html).toContain(`href="/cut-score/${studyId}/rate"`);
      expect(html).toContain(`href="/cut-score/${studyId}"`);
    }
    const elsewhere = await read(judges[0], "/support-contacts");
    expect(elsewhere).toContain(`href="/cut-score/${studyId}"`);
    expect(elsewhere).not.toContain("You are a judge");
    expect(await read(manager, "/organisations")).not.toContain(`/cut-score/${studyId}`);
  });

  it("is told of the open round, and finds the own rating of the last one in its fields", async () => {
    const items = await selectStudyItems(database.db, studyId);
    for (const [personId, percent] of [
      [judges[0], 61],
      [judges[1], 77],
    ] as const) {
      const ratings = items.map(({ itemVersionId }) => ({ itemVersionId, percent }));
      await rateItems(database.db, { studyId, personId, ratings }, now);
    }
    await closeRound(database.db, { actorId: manager, studyId }, now);
    expect(await read(judges[0], "/training")).not.toContain("is open.");
    await openNextRound(database.db, { actorId: manager, studyId }, now);
    expect(await read(judges[0], "/training")).toContain("Round 2 is open.");
    const page = await read(judges[0], `/cut-score/${studyId}/rate`);
    expect(page).toContain("Last round: you 61, all judges 69 on average.");
    expect(page).toMatch(/<input[^>]*value="61"/);
    expect(page).not.toMatch(/<input[^>]*value="77"/);
    expect(page).toContain(`0 of ${items.length}`);
  });

  it("has been told of each round by mail, as long as it is open", async () => {
    const [earlier, later] = [mails(1, false), mails(2, true)];
    expect(await told()).toEqual(expect.arrayContaining([...earlier, ...later]));
    expect(await told()).toHaveLength(4);
  });

  it("is led there no longer once the study is over", async () => {
    await abandonStudy(database.db, { actorId: manager, studyId, reason: "Of the test" }, now);
    const html = await read(judges[0], "/training");
    expect(html).not.toContain("You are a judge");
    expect(html).not.toContain(`/cut-score/${studyId}`);
    expect(await told()).toEqual(expect.arrayContaining(mails(2, false)));
  });
});
