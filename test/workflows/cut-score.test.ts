import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { abandonStudy, closeRound, openNextRound, signStudy } from "~/examination/cut-score/conduct-study.server";
import { rateItems, remarkOnItem } from "~/examination/cut-score/judge-items.server";
import { openStudy } from "~/examination/cut-score/open-study.server";
import { readBallot } from "~/examination/cut-score/read-ballot.server";
import { readStudy } from "~/examination/cut-score/read-study.server";
import { selectRatings, selectStudy, selectStudyItems } from "~/examination/cut-score/study-queries.server";
import { readFormCandidates } from "~/examination/form-candidates.server";
import { selectProgramme } from "~/examination/programme-queries.server";
import { publishBank } from "~/examination/publish-bank.server";
import { insertMembership } from "~/organisations/membership-queries.server";
import { type Database, inTransaction } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { anAttempt, examMorning, handedIn, trainedPartner } from "../factories/examination";
import { anOrganisation, aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";

const minutes = (count: number) => new Date(examMorning.getTime() + count * 60_000);
let database: Database;
let manager: string;
let judges: [string, string];
let stranger: string;
let candidates: readonly string[];

beforeAll(async () => {
  database = await testDatabase();
  candidates = (await trainedPartner(database.db, { engineers: 2 })).engineerIds;
  await publishBank(database.db, examMorning);
  manager = await aStaffMember(database.db, "Emma", "exam_manager");
  judges = [
    await aStaffMember(database.db, "Judith", "auditor"),
    await aStaffMember(database.db, "Jonas", "exam_manager"),
  ];
  stranger = await aStaffMember(database.db, "Stefan", "training_manager");
});
afterAll(() => database.close());

const open = (title = "Spring") =>
  openStudy(database.db, { actorId: manager, title, forms: 1, judgeIds: judges }, minutes(0), seededRandom(title));

/** Rates every item, or all but the last `owing`. */
async function rateAll(studyId: string, personId: string, percent: number, owing = 0, at = minutes(5)) {
  const items = await selectStudyItems(database.db, studyId);
  const ratings = items.slice(0, items.length - owing).map(({ itemVersionId }) => ({ itemVersionId, percent }));
  await rateItems(database.db, { studyId, personId, ratings }, at);
}
const conduct = (studyId: string, actorId = manager) => ({ actorId, studyId });

describe("a cut-score study", () => {
  it("runs through two rounds, is signed, and holds for attempts that start afterwards", async () => {
    const { db } = database;
    const before = await anAttempt(db, candidates[0] ?? "", minutes(0));
    const { studyId } = await open();
    await expect(open("Another")).rejects.toMatchObject({ code: "cut_score_study_open" });
    const items = await selectStudyItems(db, studyId);
    expect(items.map(({ section }) => section)).toEqual(
      secondLevelAdministrator.blueprint.sections.flatMap(({ section, items: count }) => Array(count).fill(section)),
    );

    await rateAll(studyId, judges[0], 60);
    await rateAll(studyId, judges[1], 80, 1);
    await expect(closeRound(db, conduct(studyId), minutes(6))).rejects.toMatchObject({
      code: "cut_score_ratings_missing",
      facts: { missing: 1 },
    });
    await expect(
      signStudy(db, { ...conduct(studyId), reason: "Too early", basedOn: 1 }, minutes(6)),
    ).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await rateAll(studyId, judges[1], 80);
    await closeRound(db, conduct(studyId), minutes(7));
    await expect(rateAll(studyId, judges[0], 10)).rejects.toMatchObject({ code: "cut_score_round_closed" });
    // What is discussed can be read.
    const reader = { studyId, personId: judges[0], language: "en" } as const;
    const discussed = await readBallot(db, reader, minutes(7));
    expect([discussed.round, discussed.open, new Set(discussed.items.map(({ percent }) => percent))]).toEqual([
      1,
      false,
      new Set([60]),
    ]);
    expect(discussed.items.map(({ itemVersionId }) => itemVersionId)).toEqual(
      items.map(({ itemVersionId }) => itemVersionId),
    );
    await remarkOnItem(
      db,
      { studyId, personId: judges[0], itemVersionId: items[0]?.itemVersionId ?? "", remark: "Easy" },
      minutes(8),
    );

    await openNextRound(db, conduct(studyId), minutes(9));
    await rateAll(studyId, judges[0], 62, 0, minutes(10));
    await rateAll(studyId, judges[1], 70, 0, minutes(10));
    await closeRound(db, conduct(studyId), minutes(11));
    const { programmeVersion } = await signStudy(
      db,
      { ...conduct(studyId), reason: "Agreed in round 2", basedOn: 1 },
      minutes(12),
    );

    expect(await readBallot(db, reader, minutes(13))).toMatchObject({ round: null, items: [] });
    const { result, outcome } = await selectStudy(db, studyId);
    expect([outcome, result?.cutScorePercent, result?.standardError]).toEqual(["signed", 66, 4]);
    const programme = await selectProgramme(db, secondLevelAdministrator.code, minutes(12));
    expect([programme.version, programme.cutScorePercent]).toEqual([programmeVersion, 66]);
    const after = await anAttempt(db, candidates[1] ?? "", minutes(13));
    const cutOf = async (attemptId: string) => {
      await handedIn(db, attemptId, minutes(14));
      return (await selectAttempt(db, attemptId)).result?.cutScorePercent;
    };
    expect([await cutOf(before.attemptId), await cutOf(after.attemptId)]).toEqual([70, 66]);
    expect((await verifyChain(db)).whole).toBe(true);
  });

  it("is closed to strangers, and keeps what a judge has rated before", async () => {
    const { db } = database;
    const { studyId } = await open("Autumn");
    await expect(rateAll(studyId, stranger, 50)).rejects.toMatchObject({ kind: "not_found" });
    await rateAll(studyId, judges[0], 40);
    await rateAll(studyId, judges[0], 50, 0, minutes(20));
    const items = await selectStudyItems(db, studyId);
    expect((await selectRatings(db, studyId, 1)).map(({ percent }) => percent)).toEqual(items.map(() => 50));
    const all = await db.selectFrom("cutScoreRating").select("supersededAt").where("studyId", "=", studyId).execute();
    expect(all.filter(({ supersededAt }) => supersededAt !== null)).toHaveLength(items.length);
    await abandonStudy(db, { ...conduct(studyId), reason: "Only one judge had time" }, minutes(21));
    await expect(rateAll(studyId, judges[0], 10)).rejects.toMatchObject({ code: "cut_score_round_closed" });
    expect((await selectProgramme(db, secondLevelAdministrator.code, minutes(30))).cutScorePercent).toBe(66);
  });

  it("is judged by nobody who has to sit the exam", async () => {
    const { db } = database;
    const judgeIds = [judges[0], candidates[0] ?? ""];
    const opening = openStudy(
      db,
      { actorId: manager, title: "Winter", forms: 1, judgeIds },
      minutes(0),
      seededRandom("Winter"),
    );
    const { fullName } = await db
      .selectFrom("person")
      .select("fullName")
      .where("id", "=", candidates[0] ?? "")
      .executeTakeFirstOrThrow();
    await expect(opening).rejects.toMatchObject({
      code: "cut_score_judge_is_candidate",
      facts: { names: fullName },
    });
  });

  it("is hidden from a judge who becomes a member of an organisation meanwhile, and whoever leads it is told", async () => {
    const { db } = database;
    const studyId = (await open("Advent")).studyId;
    const [personId] = judges;
    await rateAll(studyId, personId, 40);
    const organisationId = await anOrganisation(db, { name: "Südwind" });
    const membership = { organisationId, personId, administrator: false, recordedAt: minutes(6), recordedBy: null };
    const during = { start: "2027-03-16", end: "2027-03-18" } as const;
    await inTransaction(db, (trx) => insertMembership(trx, { ...membership, during }));
    const tomorrow = minutes(1440);
    const refused = { code: "cut_score_judge_became_member", facts: { organisation: "Südwind" } };
    const reader = { studyId, personId, language: "de" } as const;
    expect((await readBallot(db, reader, minutes(10))).items).not.toEqual([]);
    await expect(readBallot(db, reader, tomorrow)).rejects.toMatchObject(refused);
    await expect(readStudy(db, studyId, personId, tomorrow)).rejects.toMatchObject(refused);
    await expect(rateAll(studyId, personId, 10, 0, tomorrow)).rejects.toMatchObject(refused);
    const [item] = await selectStudyItems(db, studyId);
    const remark = { studyId, personId, itemVersionId: item?.itemVersionId ?? "", remark: "Too easy" };
    await expect(remarkOnItem(db, remark, tomorrow)).rejects.toMatchObject(refused);
    expect((await selectRatings(db, studyId, 1)).every(({ percent }) => percent === 40)).toBe(true);
    const { members } = await readStudy(db, studyId, null, tomorrow);
    expect(members).toMatchObject([{ personId, organisationName: "Südwind" }]);
    expect((await readStudy(db, studyId, null, minutes(10))).members).toEqual([]);
    await abandonStudy(db, { ...conduct(studyId), reason: "A judge is missing" }, tomorrow);
    expect((await readStudy(db, studyId, null, tomorrow)).members).toEqual([]);
  });

  it("keeps the result of a round where the next one comes to nothing", async () => {
    const { db } = database;
    const { studyId } = await open("Summer");
    await rateAll(studyId, judges[0], 70);
    await rateAll(studyId, judges[1], 74);
    await closeRound(db, conduct(studyId), minutes(40));
    await openNextRound(db, conduct(studyId), minutes(41));
    await rateAll(studyId, judges[0], 10, 1, minutes(42));
    await expect(
      signStudy(db, { ...conduct(studyId), reason: "Too early", basedOn: 1 }, minutes(43)),
    ).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    await closeRound(db, conduct(studyId), minutes(43));
    const { programmeVersion } = await signStudy(
      db,
      { ...conduct(studyId), reason: "Round 1 stands", basedOn: 2 },
      minutes(44),
    );
    const { rounds, closing } = await readStudy(db, studyId, null, minutes(45));
    expect(rounds.map(({ open: isOpen, result }) => [isOpen, result?.cutScorePercent])).toEqual([
      [false, 72],
      [false, undefined],
    ]);
    expect(closing).toEqual({ closedAt: minutes(44), fullName: expect.stringContaining("Emma"), programmeVersion });
    expect((await selectProgramme(db, secondLevelAdministrator.code, minutes(44))).cutScorePercent).toBe(72);
  });

  it("counts its items as seen by its judges, should they ever sit the exam", async () => {
    const { db } = database;
    const seenBy = async (personId: string) => (await readFormCandidates(db, personId)).seen.size;
    expect(await seenBy(judges[0])).toBeGreaterThanOrEqual(20);
    expect(await seenBy(stranger)).toBe(0);
  });
});
