/** Decisions about a certificate with what follows for the count: each a lower workflow run through `countAgain`. */
import { reinstateCertificate, revokeCertificate, suspendCertificate } from "~/certification/decide-certificate.server";
import type { Db, Trx } from "~/platform/database/handle";
import { countAgain } from "./count-again.server";

const counted =
  <Command>(
    decide: (trx: Trx, command: Command, now: Date) => Promise<{ readonly organisationIds: readonly string[] }>,
  ) =>
  (db: Db, command: Command, now: Date): Promise<void> =>
    countAgain(db, now, async (trx) => {
      const { organisationIds } = await decide(trx, command, now);
      return { organisationIds, result: undefined };
    });

export const suspend = counted(suspendCertificate);
export const reinstate = counted(reinstateCertificate);
export const revoke = counted(revokeCertificate);
