import type { Db } from "~/platform/database/handle";

export async function selectAttempt(db: Db, id: string) {
  return db
    .selectFrom("attempt")
    .select(["id", "deadlineAt", "finishedAt", "passed"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

/** The certificate of the attempt, if there is one. */
export async function selectIssued(db: Db, attemptId: string) {
  return db
    .selectFrom("certificate")
    .select(["id", "personId", "organisationId", "validity", "anchorOn", "term", "previousCertificateId as previousId"])
    .where("attemptId", "=", attemptId)
    .executeTakeFirst();
}
