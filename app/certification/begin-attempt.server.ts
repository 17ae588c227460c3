import { lockCandidate } from "~/examination/attempt-queries.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { readFormCandidates } from "~/examination/form-candidates.server";
import {
  type Availability,
  readAvailability,
  type StartAttempt,
  startAttempt,
} from "~/examination/start-attempt.server";
import { type Db, inTransaction, type Reader } from "~/platform/database/handle";
import { together } from "~/platform/database/together";
import type { Random } from "~/platform/random";
import { selectOptionalLatest } from "./certificate-queries.server";
import { renewalOpensOn } from "./validity";

/** Starts the person's certification exam, unless training, renewal window, cool-down or an attempt under way forbid it; see `startAttempt`. */
export async function beginAttempt(
  db: Db,
  command: StartAttempt,
  now: Date,
  random: Random,
): Promise<{ attemptId: string; deadlineAt: Date }> {
  const { personId } = command;
  return inTransaction(db, async (trx) => {
    // The lock comes before what is read of the certificate: a hand-in that issues one holds the same.
    const [, availability, candidates] = await together(
      lockCandidate(trx, personId),
      readExamAvailability(trx, personId, now),
      readFormCandidates(trx, personId),
    );
    return startAttempt(trx, command, { availability, candidates }, now, random);
  });
}

/** Whether the person may start, with every date that stands in the way. */
export async function readExamAvailability(db: Reader, personId: string, now: Date): Promise<Availability> {
  return readAvailability(db, { personId, certificate: renewalWindow(db, personId) }, now);
}

/** When the renewal of what the person holds may be sat; null without a certificate to renew. */
async function renewalWindow(db: Reader, personId: string) {
  const latest = await selectOptionalLatest(db, personId, secondLevelAdministrator.code);
  if (!latest || latest.revoked) return null;
  return { windowOpensOn: renewalOpensOn(latest), validUntilEnd: latest.validity.end };
}
