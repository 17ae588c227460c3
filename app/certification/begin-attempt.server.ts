import { lockCandidate } from "~/examination/attempt-queries.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import {
  type Availability,
  readAvailability,
  type StartAttempt,
  startAttempt,
} from "~/examination/start-attempt.server";
import { type Db, inTransaction, type Reader } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import { selectOptionalLatest } from "./certificate-queries.server";
import { renewalOpensOn } from "./validity";

/** Starts the person's certification exam, unless training, renewal window, cool-down or an attempt under way forbid it; see `startAttempt`. */
export async function beginAttempt(
  db: Db,
  command: Omit<StartAttempt, "certificate">,
  now: Date,
  random: Random,
): Promise<{ attemptId: string; deadlineAt: Date }> {
  return inTransaction(db, async (trx) => {
    // Before the certificate is read: a hand-in that issues one holds the same lock.
    await lockCandidate(trx, command.personId);
    return startAttempt(trx, { ...command, certificate: await renewalWindow(trx, command.personId) }, now, random);
  });
}

/** Whether the person may start, with every date that stands in the way. */
export async function readExamAvailability(db: Reader, personId: string, now: Date): Promise<Availability> {
  return readAvailability(db, { personId, certificate: await renewalWindow(db, personId) }, now);
}

/** When the renewal of what the person holds may be sat; null without a certificate to renew. */
async function renewalWindow(db: Reader, personId: string) {
  const latest = await selectOptionalLatest(db, personId, secondLevelAdministrator.code);
  if (!latest || latest.revoked) return null;
  return { windowOpensOn: renewalOpensOn(latest), validUntilEnd: latest.validity.end };
}
