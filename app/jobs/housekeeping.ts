import { addUpDrawings } from "~/examination/bank-items-queries.server";
import { deleteUnusedImagesBefore } from "~/examination/images/image-queries.server";
import { deleteIntegrityBefore } from "~/examination/integrity-queries.server";
import { deleteNotesOfFinished } from "~/examination/note-queries.server";
import { policy } from "~/kernel/policy";
import { forgetExpiredTokens } from "~/notices/ledger-queries.server";
import { deleteExpiredRateLimits } from "~/people/sign-in-limits.server";
import { deleteExpiredSignIns, deleteSpentLinks } from "~/people/sign-in-queries.server";
import { tidyEmbedded } from "~/platform/database/tidy-embedded";
import { deleteJobRunsBefore } from "~/platform/job-queries.server";
import type { Job } from "./job";

const dayMilliseconds = 86_400_000;

/** Adds up what forms have drawn and removes what has had its time, before sunrise wherever the contracting entities are; then the embedded database is tidied. */
export const housekeeping: Job = {
  name: "housekeeping",
  schedule: { dailyAt: "02:40" },
  async run({ portal, now }) {
    const { db, database } = portal;
    const counts = {
      drawings: await addUpDrawings(db),
      signIns: await deleteExpiredSignIns(db, now),
      links: await deleteSpentLinks(db, now),
      tokens: await forgetExpiredTokens(db, now),
      rateLimits: await deleteExpiredRateLimits(database.pool),
      notes: await deleteNotesOfFinished(db),
      integrity: await deleteIntegrityBefore(db, new Date(now.getTime() - policy.integrityDays * dayMilliseconds)),
      images: await deleteUnusedImagesBefore(db, new Date(now.getTime() - policy.unusedImageDays * dayMilliseconds)),
      jobRuns: await deleteJobRunsBefore(db, new Date(now.getTime() - policy.jobRunDays * dayMilliseconds)),
    };
    await tidyEmbedded(database);
    return counts;
  },
};
