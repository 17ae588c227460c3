import { recordEvents } from "~/audit/record-events.server";
import { type Day, dayIn, lastDay } from "~/kernel/calendar";
import { conflict } from "~/kernel/rejection";
import { planNotices } from "~/notices/plan-notices.server";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import type { Trx } from "~/platform/database/handle";
import type { RevocationReason, SuspensionReason } from "~/platform/schema/certification-tables";
import { type Certificate, lockCertificate, selectDecisions } from "./certificate-queries.server";
import { cutSuspensionsFrom, insertRevocation, insertSuspension } from "./decision-queries.server";
import { addressed, concernedBy } from "./tell-about-certificate.server";

interface Decision {
  readonly actorId: string;
  readonly certificateId: string;
  /** First day it holds; today in the organisation's zone when left out. */
  readonly from?: Day;
}

interface Decided {
  readonly organisationIds: readonly string[];
}

async function begin(trx: Trx, { certificateId, from }: Decision, now: Date) {
  const certificate = await lockCertificate(trx, certificateId);
  const { timeZone } = await selectOrganisation(trx, certificate.organisationId);
  const { suspensions, revocations } = await selectDecisions(trx, [certificateId]);
  if (revocations.length > 0) throw conflict("certificate_revoked");
  return { certificate, suspensions, day: from ?? dayIn(timeZone, now), recorded: { recordedAt: now } };
}

const subjectOf = (certificate: Certificate) => ({
  subjectType: "certificate",
  subjectId: certificate.id,
  organisationId: certificate.organisationId,
});

/** The certificate does not count until it is reinstated, or until `until`. All of these change the count: run them through `countAgain`. */
export async function suspendCertificate(
  trx: Trx,
  command: Decision & { until?: Day | null; reasonClass: SuspensionReason; note: string },
  now: Date,
): Promise<Decided> {
  const { actorId, reasonClass, note, until = null } = command;
  const { certificate, suspensions, day, recorded } = await begin(trx, command, now);
  if (suspensions.some(({ during }) => during.end === null || during.end > day))
    throw conflict("certificate_suspended");
  await insertSuspension(trx, {
    certificateId: certificate.id,
    during: { start: day, end: until },
    reasonClass,
    note,
    ...recorded,
    recordedBy: actorId,
  });
  const concerned = await concernedBy(trx, certificate, now);
  const notices = addressed(certificate, concerned, now.toISOString()).map(({ key, about }) => ({
    kind: "certificate_suspended" as const,
    ...key,
    facts: { ...about, effectiveOn: day, reasonClass },
  }));
  await planNotices(trx, notices, now);
  await recordEvents(
    trx,
    [
      {
        actorId,
        action: "certificate.suspended",
        ...subjectOf(certificate),
        after: { from: day, until, reasonClass },
        reason: note,
      },
    ],
    now,
  );
  return concerned;
}

/** Ends the suspension: the certificate counts again from that day, which must not be after its last, as long as its own days run. */
export async function reinstateCertificate(
  trx: Trx,
  command: Decision & { note: string },
  now: Date,
): Promise<Decided> {
  const { actorId, note } = command;
  const { certificate, day, recorded } = await begin(trx, command, now);
  const validThrough = lastDay(certificate.validity);
  if (day > validThrough) throw conflict("certificate_over", { validThrough });
  const cut = await cutSuspensionsFrom(trx, {
    certificateId: certificate.id,
    from: day,
    ...recorded,
    recordedBy: actorId,
  });
  if (cut.length === 0) throw conflict("certificate_not_suspended");
  const concerned = await concernedBy(trx, certificate, now);
  const facts = { effectiveOn: day, validThrough };
  const notices = addressed(certificate, concerned, now.toISOString()).map(({ key, about }) => ({
    kind: "certificate_reinstated" as const,
    ...key,
    facts: { ...about, ...facts },
  }));
  await planNotices(trx, notices, now);
  await recordEvents(
    trx,
    [{ actorId, action: "certificate.reinstated", ...subjectOf(certificate), after: { from: day }, reason: note }],
    now,
  );
  return concerned;
}

/** Final, once, and nothing is deleted: the verification page says revoked, and why in a word. */
export async function revokeCertificate(
  trx: Trx,
  command: Decision & { reasonClass: RevocationReason; note: string },
  now: Date,
): Promise<Decided> {
  const { actorId, reasonClass, note } = command;
  const { certificate, day, recorded } = await begin(trx, command, now);
  const fresh = await insertRevocation(trx, {
    certificateId: certificate.id,
    effectiveOn: day,
    reasonClass,
    note,
    ...recorded,
    recordedBy: actorId,
  });
  if (!fresh) throw conflict("certificate_revoked");
  const concerned = await concernedBy(trx, certificate, now);
  const notices = addressed(certificate, concerned, certificate.id).map(({ key, about }) => ({
    kind: "certificate_revoked" as const,
    ...key,
    facts: { ...about, effectiveOn: day, reasonClass },
  }));
  await planNotices(trx, notices, now);
  await recordEvents(
    trx,
    [
      {
        actorId,
        action: "certificate.revoked",
        ...subjectOf(certificate),
        after: { effectiveOn: day, reasonClass },
        reason: note,
      },
    ],
    now,
  );
  return concerned;
}
