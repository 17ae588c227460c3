import { decisionsOf, selectDecisions, selectOptionalLatest } from "~/certification/certificate-queries.server";
import { certificateState } from "~/certification/validity";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { type Day, dayIn } from "~/kernel/calendar";
import type { Reader } from "~/platform/database/handle";

/** The last day of the certificate that the person holds all the same; null without one that is valid today. */
export async function readHeldThrough(db: Reader, personId: string, timeZone: string, now: Date): Promise<Day | null> {
  const held = await selectOptionalLatest(db, personId, secondLevelAdministrator.code);
  if (!held) return null;
  const decisions = decisionsOf(await selectDecisions(db, [held.id]), held.id);
  const state = certificateState({ validity: held.validity, ...decisions }, dayIn(timeZone, now));
  return state.state === "valid" ? state.validThrough : null;
}
