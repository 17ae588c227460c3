import { beginAttempt } from "~/certification/begin-attempt.server";
import { selectAnswers } from "~/examination/answer-queries.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { currentDeclaration } from "~/examination/declaration";
import { type FinishAttempt, finishAttempt } from "~/examination/finish-attempt.server";
import { readContents, readForm } from "~/examination/form-queries.server";
import type { ItemKey } from "~/examination/item-key";
import { keyOf } from "~/examination/present-item";
import { publishBank } from "~/examination/publish-bank.server";
import type { ItemResponse } from "~/examination/response";
import { saveAnswer } from "~/examination/save-answer.server";
import { leaveTrace } from "~/notices/leave-trace.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { selectAttendance } from "~/training/attendance-queries.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { recordAttendance } from "~/training/record-attendance.server";
import { selectTrainingSession } from "~/training/session-queries.server";
import { aPartner, aTrainer, aTrainingSession } from "./training";

/** After the training of `trainedPartner`; a morning in Berlin. */
export const examMorning = new Date("2027-03-15T08:00:00Z");
const enrolledAt = new Date("2027-02-01T08:00:00Z");
const trainedAt = new Date("2027-03-10T12:00:00Z");

/** A partner whose engineers have been to both mornings of the second-level training, and the bank that they are examined from. */
export async function trainedPartner(db: Db, { name = "Nordlicht", engineers = 1 } = {}) {
  await publishBank(db, enrolledAt);
  const partner = await aPartner(db, enrolledAt, { name, engineers });
  const trainerId = await aTrainer(db, enrolledAt, `${name} Trainer`);
  const trainingSessionId = await aTrainingSession(db, enrolledAt, { trainerId, capacity: engineers });
  const { organisationId, adminId, engineerIds: personIds } = partner;
  const seats = { trainingSessionId, organisationId, personIds, purchaseOrder: null, oneself: false };
  await enrolPeople(db, { actorId: adminId, ...seats }, enrolledAt);
  const { parts } = await selectTrainingSession(db, trainingSessionId);
  const marks = (await selectAttendance(db, trainingSessionId)).map(({ enrolmentId }) => ({
    enrolmentId,
    mark: "present" as const,
  }));
  for (const { id: partId } of parts) {
    await recordAttendance(db, { actorId: trainerId, trainingSessionId, partId, marks }, trainedAt);
  }
  return partner;
}

export const declared = { version: currentDeclaration, language: "en" } as const;

/** Starts an attempt by the workflow; the seed decides which form is drawn. */
export const anAttempt = (db: Db, personId: string, now: Date = examMorning, seed = personId) =>
  beginAttempt(db, { personId, clientId: null, declared }, now, seededRandom(seed));

/** What earns all points. */
function rightAnswer(key: ItemKey): ItemResponse {
  switch (key.kind) {
    case "single_choice":
      return { kind: key.kind, optionId: key.optionIds[0] ?? null };
    case "multiple_choice":
      return { kind: key.kind, optionIds: key.optionIds };
    case "numeric":
      return { kind: key.kind, value: key.answers[0]?.value ?? null, unit: key.answers[0]?.unit ?? null };
    case "ordering":
      return { kind: key.kind, entryIds: key.entryIds };
    case "matching":
      return { kind: key.kind, pairs: key.pairs };
    case "mark_evidence":
      return { kind: key.kind, lineIds: key.lineIds };
    case "incident_report":
      return {
        kind: key.kind,
        placements: Object.fromEntries(
          key.requirements.map(({ evidenceIds, fieldId }) => [evidenceIds[0] ?? "", fieldId]),
        ),
      };
  }
}

/** The right answers of an attempt, by the order of its form. */
export async function rightAnswers(db: Db, attemptId: string): Promise<ItemResponse[]> {
  const form = await readForm(db, attemptId);
  const contents = await readContents(db, form);
  return form.map(({ seed }, index) => {
    const content = contents[index];
    if (!content) throw new Error("an item without content");
    return rightAnswer(keyOf(content, seed));
  });
}

/** Saves the right answer to the first `count` items, all when left out. */
export async function answerRightly(
  db: Db,
  { attemptId, personId, count }: { attemptId: string; personId: string; count?: number },
  now: Date,
): Promise<void> {
  const answers = await rightAnswers(db, attemptId);
  for (const [index, given] of answers.slice(0, count).entries()) {
    const answer = { attemptId, personId, ordinal: index + 1, clientId: "browser", sequence: index + 1, given };
    const saved = await saveAnswer(db, { ...answer, agoMs: 0, flagged: false }, now);
    if (saved.outcome !== "saved") throw new Error(`item ${index + 1} was not saved: ${saved.outcome}`);
  }
}

export const storedResponses = async (db: Db, attemptId: string) =>
  (await selectAnswers(db, attemptId)).map(({ response }) => response);

/** As its candidate does it. */
export async function byCandidate(db: Db, attemptId: string): Promise<FinishAttempt> {
  const { personId } = await selectAttempt(db, attemptId);
  return { attemptId, by: "candidate", personId };
}

/** Hands the attempt in and nothing else: whoever passes gets no certificate. */
export const handedIn = async (db: Db, attemptId: string, now: Date, by: FinishAttempt["by"] = "candidate") => {
  const command = by === "candidate" ? await byCandidate(db, attemptId) : { attemptId, by };
  return inTransaction(db, async (trx) => {
    const { outcome, trace } = await finishAttempt(trx, command, now);
    leaveTrace(trx, await trace(), now);
    return outcome;
  });
};
