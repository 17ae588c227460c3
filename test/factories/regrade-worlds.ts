import { expect } from "vitest";
import { foreseeRegrade } from "~/eligibility/foresee-regrade.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { readRegrade } from "~/eligibility/read-regrade.server";
import { applyRegrade, undoRegrade } from "~/eligibility/regrade-exams.server";
import { selectForm } from "~/examination/answer-queries.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { proposeRegrade } from "~/examination/regrade/propose-regrade.server";
import { selectRegrade } from "~/examination/regrade/regrade-queries.server";
import type { Treatment } from "~/examination/regrade/treatment";
import { selectPeopleWithRole } from "~/people/person-queries.server";
import type { Database } from "~/platform/database/handle";
import { type Random, seededRandom } from "~/platform/random";
import { anAttempt, examMorning, trainedPartner } from "./examination";
import { markByList } from "./marking";
import { aStaffMember } from "./organisations";
import { answerNarrowly } from "./regrades";

export const later = (minutes: number) => new Date(examMorning.getTime() + minutes * 60_000);
const afternoon = later(300);

export interface RegradeWorld {
  readonly examManager: string;
  /** Two attempts that have the item, and one of somebody else who has not handed in. */
  readonly itemVersionId: string;
  readonly failing: Sat;
  readonly passing: Sat;
  readonly random: Random;
}
interface Sat {
  readonly attemptId: string;
  readonly personId: string;
}

/** Starts attempts until two of them share an item; both are still open. */
export async function twoWithOneItem({ db }: Database): Promise<RegradeWorld> {
  const random = seededRandom("regrade");
  const { engineerIds } = await trainedPartner(db, { engineers: 8 });
  const examManager = await aStaffMember(db, "Emma", "exam_manager");
  await aStaffMember(db, "Nuri", "exam_manager");
  const holders = new Map<string, Sat[]>();
  for (const personId of engineerIds) {
    const { attemptId } = await anAttempt(db, personId);
    for (const { itemVersionId } of await selectForm(db, attemptId)) {
      const sat = [...(holders.get(itemVersionId) ?? []), { attemptId, personId }];
      holders.set(itemVersionId, sat);
      const [failing, passing] = sat;
      if (failing && passing) return { examManager, itemVersionId, failing, passing, random };
    }
  }
  throw new Error("no item was drawn twice");
}

/** Handed in, and marked as the portal has counted it where the ticket decides: the attempt with its result. */
export async function handIn({ db }: Database, world: RegradeWorld, { attemptId, personId }: Sat, minutes = 20) {
  await handInExam(db, { attemptId, by: "candidate", personId }, later(minutes), world.random);
  const markers = (await selectPeopleWithRole(db, ["exam_manager"])).map(({ personId }) => personId);
  await markByList(db, attemptId, markers, later(minutes));
  return selectAttempt(db, attemptId);
}

export async function sitBoth(database: Database, world: RegradeWorld): Promise<void> {
  const { itemVersionId, failing, passing } = world;
  await answerNarrowly(database.db, { ...failing, itemVersionId, want: "fails" }, examMorning);
  await answerNarrowly(database.db, { ...passing, itemVersionId, want: "passes" }, examMorning);
  expect((await handIn(database, world, failing)).passed).toBe(false);
  expect((await handIn(database, world, passing)).passed).toBe(true);
}

export const propose = ({ db }: Database, world: RegradeWorld, treatment: Treatment, takePassesAway = false) => {
  const { itemVersionId, examManager: actorId } = world;
  const command = { actorId, itemVersionId, treatment, takePassesAway, reason: "The exhibit contradicts the key." };
  return proposeRegrade(db, command, afternoon);
};
export const apply = (
  { db }: Database,
  world: RegradeWorld,
  regradeId: string,
  fingerprint: string | null = null,
  minutes = 310,
) => applyRegrade(db, { actorId: world.examManager, regradeId, fingerprint }, later(minutes), world.random);
export const undo = (
  { db }: Database,
  world: RegradeWorld,
  regradeId: string,
  certificates: "suspended" | "kept",
  minutes = 320,
) => {
  const command = {
    actorId: world.examManager,
    regradeId,
    fingerprint: null,
    reason: "It was right after all.",
    certificates,
  };
  return undoRegrade(db, command, later(minutes), world.random);
};
export const dryRun = async ({ db }: Database, regradeId: string, keepPasses = true) =>
  foreseeRegrade(db, await selectRegrade(db, regradeId), { undo: false, keepPasses }, afternoon);

/** Everything that a regrade might touch, as text. */
export async function everything({ db }: Database): Promise<string> {
  const tables = [
    "attempt",
    "attemptItem",
    "attemptEarlierResult",
    "certificate",
    "certificateSuspension",
    "notice",
    "auditEvent",
  ] as const;
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows.map((table) => table.map((row) => JSON.stringify(row)).sort()));
}

export const suspensionsOf = ({ db }: Database, certificateId: string) =>
  db
    .selectFrom("certificateSuspension")
    .select(["during", "supersededAt"])
    .where("certificateId", "=", certificateId)
    .execute();
export const noticesOf = async ({ db }: Database, personId: string) =>
  (await db.selectFrom("notice").select("kind").where("recipientId", "=", personId).orderBy("decidedAt").execute()).map(
    ({ kind }) => kind,
  );

export async function reported({ db }: Database, regradeId: string) {
  const { report } = await readRegrade(db, regradeId, { offset: 0, limit: 50 }, later(320));
  if (!report) throw new Error("a discarded regrade does nothing");
  return report;
}
