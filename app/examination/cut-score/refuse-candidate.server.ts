import { conflict } from "~/kernel/rejection";
import { selectMembersAmong } from "~/organisations/membership-queries.server";
import type { Reader } from "~/platform/database/handle";

/**
 * A judge who has become a member of an organisation since the study was opened may have to sit the exam, and is shown none of its items any more.
 * Throws `cut_score_judge_became_member` with the organisation's name.
 */
export async function refuseCandidate(db: Reader, personId: string, now: Date): Promise<void> {
  const [member] = await selectMembersAmong(db, [personId], now);
  if (member) throw conflict("cut_score_judge_became_member", { organisation: member.organisationName });
}
