import { recordEvents } from "~/audit/record-events.server";
import { conflict } from "~/kernel/rejection";
import { selectMembersAmong } from "~/organisations/membership-queries.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import { secondLevelAdministrator } from "../blueprint";
import { readFormCandidates } from "../form-candidates.server";
import { selectProgramme } from "../programme-queries.server";
import { seededChoice } from "../seeded-choice";
import { startRound } from "./start-round.server";
import { insertJudges, insertStudy } from "./study-queries.server";

export interface OpenStudy {
  readonly actorId: string;
  readonly title: string;
  /** How many forms' worth of items are rated, as far as the pool has them. */
  readonly forms: number;
  readonly judgeIds: readonly string[];
}

/** The refusal of judges who are members of an organisation, by their names. */
export const judgesAreCandidates = (names: readonly string[]) =>
  conflict("cut_score_judge_is_candidate", { names: names.join(", ") });

/**
 * Opens a study of the programme with its first round, of which its judges are told: items of every section of the blueprint, the most often drawn first (their actual
 * difficulty is known best), chance deciding between equals. Throws `cut_score_study_open` while another one is under way, and
 * `cut_score_judge_is_candidate` with the names of judges who are members of an organisation: they would see the exam they have to sit.
 */
export async function openStudy(
  db: Db,
  { actorId, title, forms, judgeIds }: OpenStudy,
  now: Date,
  random: Random,
): Promise<{ studyId: string }> {
  return inTransaction(db, async (trx) => {
    const candidates = await selectMembersAmong(trx, judgeIds, now);
    if (candidates.length > 0) {
      throw judgesAreCandidates(candidates.map(({ fullName }) => fullName));
    }
    const { code, blueprint, version } = await selectProgramme(trx, secondLevelAdministrator.code, now);
    const { bank, exposures } = await readFormCandidates(trx, null);
    const pool = seededChoice(random.bytes(16).toString("hex")).shuffle(bank.items);
    const exposureOf = ({ place }: { place: number }) => exposures[place] ?? 0;
    const itemVersionIds = blueprint.sections.flatMap(({ section, items }) =>
      pool
        .filter((item) => item.section === section)
        .sort((a, b) => exposureOf(b) - exposureOf(a))
        .slice(0, items * forms)
        .map(({ itemVersionId }) => itemVersionId),
    );
    if (itemVersionIds.length === 0) throw conflict("item_bank_too_small");
    const opened = { programmeCode: code, title, blueprint, createdAt: now, createdBy: actorId };
    const studyId = await insertStudy(trx, opened, itemVersionIds);
    const judges = [...new Set(judgeIds)].map((personId) => ({
      studyId,
      personId,
      invitedAt: now,
      invitedBy: actorId,
    }));
    await insertJudges(trx, judges);
    await startRound(trx, { actorId, studyId, title, round: 1 }, now);
    const after = { title, programmeVersion: version, items: itemVersionIds.length, judges: judges.length };
    const subject = { subjectType: "cut_score_study", subjectId: studyId };
    await recordEvents(trx, [{ actorId, action: "cut_score.opened", ...subject, after }], now);
    return { studyId };
  });
}
