import { dayIn, lastDay } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { conflict } from "~/kernel/rejection";
import type { Trace } from "~/notices/leave-trace.server";
import type { Trx } from "~/platform/database/handle";
import { together } from "~/platform/database/together";
import type { Random } from "~/platform/random";
import { certificateNumberFrom } from "./certificate-number";
import { type Certificate, insertCertificate, lockHolder, selectChain } from "./certificate-queries.server";
import { addressed, concernedBy } from "./tell-about-certificate.server";
import { decideValidity } from "./validity";

export interface PassedAttempt {
  readonly attemptId: string;
  readonly programmeCode: string;
  readonly personId: string;
  readonly organisationId: string;
  /** When the exam was handed in; its day in the organisation's zone is the day of passing. */
  readonly finishedAt: Date;
  /** Staff had allowed the exam before the renewal window. */
  readonly exceptionUsed: boolean;
}

/**
 * Issues the certificate of a passed attempt in the caller's transaction, once: the same attempt again gives the same certificate.
 * Dates by `decideValidity`; window, policy and names are stored as they are now. Changes the count: the caller counts the organisations again, when it has left
 * the trace.
 */
export async function issueCertificate(
  trx: Trx,
  passed: PassedAttempt,
  now: Date,
  random: Random,
): Promise<{ certificateId: string; organisationIds: readonly string[]; trace: Trace }> {
  const [holder, chain] = await together(
    lockHolder(trx, passed),
    selectChain(trx, passed.personId, passed.programmeCode),
  );
  const existing = chain.find(({ attemptId }) => attemptId === passed.attemptId);
  if (existing) return { certificateId: existing.id, organisationIds: [], trace: { notices: [], events: [] } };
  const previous = chain[0];
  const passedOn = dayIn(holder.timeZone, passed.finishedAt);
  const decision = decideValidity(
    { passedOn, previous: previous ?? null, exceptionGranted: passed.exceptionUsed },
    policy,
  );
  if (decision.outcome === "refused") throw conflict("attempt_not_allowed", { windowOpensOn: decision.windowOpensOn });
  const { validity, anchorOn, term } = decision;
  const numbered = insertNumbered(trx, random, {
    programmeCode: passed.programmeCode,
    personId: passed.personId,
    organisationId: passed.organisationId,
    attemptId: passed.attemptId,
    previousCertificateId: decision.outcome === "renewal" && previous ? previous.id : null,
    validity,
    anchorOn,
    term,
    renewalWindowDays: policy.renewalWindowDays,
    policyVersion: policy.version,
    holderName: holder.fullName,
    organisationName: holder.organisationName,
    language: holder.language,
    issuedOn: dayIn(holder.timeZone, now),
    issuedAt: now,
    overlapAllowed: previous !== undefined && validity.start < previous.validity.end,
  });
  // After the certificate, which waits for whoever is changing the membership: it is their new organisation that counts it.
  const [certificate, concerned] = await together(numbered, concernedBy(trx, passed, now));
  const certificateId = certificate.id;
  const notices = addressed(certificate, concerned, certificateId).map(({ key, about }) => ({
    kind: "certificate_issued" as const,
    ...key,
    facts: { ...about, validFrom: validity.start, validThrough: lastDay(validity) },
  }));
  const subject = { subjectType: "certificate", subjectId: certificateId, organisationId: passed.organisationId };
  const after = {
    number: certificate.number,
    personId: passed.personId,
    attemptId: passed.attemptId,
    validity,
    term,
    outcome: decision.outcome,
  };
  const issued = { actorId: null, action: "certificate.issued", ...subject, after };
  return { certificateId, organisationIds: concerned.organisationIds, trace: { notices, events: [issued] } };
}

type Unnumbered = Omit<Parameters<typeof insertCertificate>[1], "number">;

/** 2^60 numbers and more: a second draw is for the day the impossible happens. */
async function insertNumbered(trx: Trx, random: Random, certificate: Unnumbered): Promise<Certificate> {
  for (;;) {
    const inserted = await insertCertificate(trx, { ...certificate, number: certificateNumberFrom(random) });
    if (inserted) return inserted;
  }
}
