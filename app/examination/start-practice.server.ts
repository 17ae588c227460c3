import { policy } from "~/kernel/policy";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import { assembleForm } from "./assemble-form";
import { deadlineOf } from "./attempt-policy";
import { secondLevelAdministrator } from "./blueprint";
import { finishIfOver } from "./finish-practice.server";
import { formBankOf } from "./form-bank";
import { drawNext } from "./practice-draw";
import { deleteOldRounds, insertRound, selectPracticeCandidates, selectRoundsOf } from "./practice-queries.server";
import { selectProgramme } from "./programme-queries.server";
import type { Section } from "./section-names";

export interface StartPractice {
  readonly personId: string;
  /** Null: a mock examination over all sections. */
  readonly section: Section | null;
}

/**
 * Begins a round of practice, or leads back to the one that is open: of each section one, and one mock examination. What is older is
 * forgotten, all but the progress. Throws `item_bank_too_small` when the practice pool has too little.
 */
export async function startPractice(
  db: Db,
  { personId, section }: StartPractice,
  now: Date,
  random: Random,
): Promise<{ roundId: string }> {
  const seed = random.bytes(16).toString("hex");
  return inTransaction(db, async (trx) => {
    for (const round of await selectRoundsOf(trx, personId)) {
      if (round.finishedAt || round.section !== section) continue;
      if (!(await finishIfOver(trx, round, now))) return { roundId: round.id };
    }
    await deleteOldRounds(trx, personId, policy.practiceMocksKept);
    const start = { personId, section, seed, startedAt: now };
    const roundId = section
      ? await insertRound(trx, { ...start, kind: "section", deadlineAt: null }, await firstItem(trx, start))
      : await insertMock(trx, start);
    if (!roundId) throw conflict("changed_meanwhile");
    return { roundId };
  });
}

interface Start extends StartPractice {
  readonly seed: string;
  readonly startedAt: Date;
}

async function firstItem(trx: Trx, { personId, section, seed }: Start) {
  const candidates = await selectPracticeCandidates(trx, personId);
  const own = candidates.filter((candidate) => candidate.section === section);
  const first = drawNext(own, [], `${seed}/1`);
  if (!first) throw conflict("item_bank_too_small", { section, missing: 1 });
  return [first];
}

/** The blueprint and the time of the examination itself. */
async function insertMock(trx: Trx, { personId, seed, startedAt }: Start): Promise<string | undefined> {
  const { blueprint, durationMinutes } = await selectProgramme(trx, secondLevelAdministrator.code, startedAt);
  const candidates = await selectPracticeCandidates(trx, personId);
  const seen = new Set(candidates.flatMap(({ itemId, seen }) => (seen ? [itemId] : [])));
  const form = assembleForm({ blueprint, bank: formBankOf(candidates), exposures: [], seen, seed });
  if ("fault" in form) {
    throw conflict(
      "item_bank_too_small",
      "section" in form ? { section: form.section, missing: form.missing } : { clause: form.clause },
    );
  }
  const deadlineAt = deadlineOf({ startedAt, durationMinutes, extraMinutes: 0 });
  return insertRound(trx, { personId, kind: "mock", section: null, seed, startedAt, deadlineAt }, form.items);
}
