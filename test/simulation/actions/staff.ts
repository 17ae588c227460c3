import { reinstate, revoke, suspend } from "~/eligibility/decide-on-certificate.server";
import { grantException } from "~/examination/grant-exception.server";
import type { Day } from "~/kernel/calendar";
import { retryParked } from "~/notices/retry-parked.server";
import type { ExpectedNotice } from "../checks/ledger";
import { type DayNumber, dayText } from "../reference/days";
import { covers, cutFrom, type RefCertificate, type RefPerson } from "../reference/facts";
import type { Simulation } from "../simulation";
import { watchFall } from "./organisation";

const day = (number: DayNumber): Day => dayText(number) as Day;

/** Whose count the certificate touches, and who hears of a decision about it. */
function concerned(simulation: Simulation, certificate: RefCertificate, now: Date) {
  const { reference } = simulation;
  const home = reference.homeOf(reference.person(certificate.personId), now);
  const admins = home ? reference.adminsOf(home.id, now) : [];
  return { homes: home ? [home.id] : [], recipients: [certificate.personId, ...admins] };
}

const homesOf = (simulation: Simulation, { personId }: RefCertificate): string[] => {
  const home = simulation.reference.homeOf(simulation.reference.person(personId), simulation.clock.now());
  return home ? [home.id] : [];
};

const told = (kind: string, certificate: RefCertificate, recipients: readonly string[]): ExpectedNotice[] => [
  { kind, subjectId: certificate.id, recipients },
];

/** From today; `days` null is until further notice. */
export async function suspendFor(
  simulation: Simulation,
  staffId: string,
  certificate: RefCertificate,
  days: number | null,
): Promise<void> {
  const { reference } = simulation;
  const span = { from: 0, to: null as DayNumber | null };
  const answer = await simulation.act({
    name: "suspend",
    counts: homesOf(simulation, certificate),
    subjects: [certificate.id, certificate.personId, `${days}`],
    run({ db }, now) {
      span.from = reference.today(certificate.organisationId, now);
      span.to = days === null ? null : span.from + days;
      const until = span.to === null ? null : day(span.to);
      const why = { reasonClass: "under_investigation", note: "A complaint is looked into." } as const;
      return suspend(db, { actorId: staffId, certificateId: certificate.id, until, ...why }, now);
    },
    event: { action: "certificate.suspended", subjectId: certificate.id },
    apply(now) {
      const { homes, recipients } = concerned(simulation, certificate, now);
      const suspensions = [...certificate.suspensions, { ...span }];
      watchFall(simulation, homes, now, "fell_by_suspension", () => reference.decided(certificate.id, { suspensions }));
      if (covers(span, certificate.end - 1)) simulation.reached("suspended_over_its_end");
      return told("certificate_suspended", certificate, recipients);
    },
  });
  const allowed =
    certificate.revokedFrom === null &&
    certificate.suspensions.every(
      ({ to }) => to !== null && to <= reference.today(certificate.organisationId, answer.now),
    );
  if (answer.outcome === "refused" && allowed)
    simulation.violated("refused_without_reason", `suspend: ${answer.rejection.code}`, [certificate.id]);
}

export async function lift(simulation: Simulation, staffId: string, certificate: RefCertificate): Promise<void> {
  const { reference } = simulation;
  await simulation.act({
    name: "reinstate",
    counts: homesOf(simulation, certificate),
    subjects: [certificate.id, certificate.personId],
    run: ({ db }, now) =>
      reinstate(db, { actorId: staffId, certificateId: certificate.id, note: "Nothing was found." }, now),
    event: { action: "certificate.reinstated", subjectId: certificate.id },
    apply(now) {
      const today = reference.today(certificate.organisationId, now);
      reference.decided(certificate.id, { suspensions: cutFrom(certificate.suspensions, today) });
      simulation.reached("reinstated");
      return told("certificate_reinstated", certificate, concerned(simulation, certificate, now).recipients);
    },
  });
}

/** With effect from so many days ago. */
export async function revokeSince(
  simulation: Simulation,
  staffId: string,
  certificate: RefCertificate,
  daysAgo: number,
): Promise<void> {
  const { reference } = simulation;
  const revoked = { from: 0 };
  await simulation.act({
    name: "revoke",
    counts: homesOf(simulation, certificate),
    subjects: [certificate.id, certificate.personId, `${daysAgo}`],
    run({ db }, now) {
      revoked.from = reference.today(certificate.organisationId, now) - daysAgo;
      const why = { reasonClass: "exam_misconduct", note: "Somebody else sat the exam." } as const;
      return revoke(db, { actorId: staffId, certificateId: certificate.id, from: day(revoked.from), ...why }, now);
    },
    event: { action: "certificate.revoked", subjectId: certificate.id },
    apply(now) {
      const { homes, recipients } = concerned(simulation, certificate, now);
      watchFall(simulation, homes, now, "fell_by_revocation", () =>
        reference.decided(certificate.id, { revokedFrom: revoked.from }),
      );
      if (daysAgo > 0) simulation.reached("revoked_with_earlier_effect");
      return told("certificate_revoked", certificate, recipients);
    },
  });
}

export async function allow(
  simulation: Simulation,
  staffId: string,
  person: RefPerson,
  kind: "release" | "outside_window",
): Promise<void> {
  await simulation.act({
    name: "allow",
    subjects: [person.id, kind],
    run: ({ db }, now) =>
      grantException(
        db,
        { actorId: staffId, personId: person.id, kind, extraMinutes: 0, reason: "It was asked for." },
        now,
      ),
    event: { action: "exam.exception_granted", subjectId: person.id },
    apply() {
      person.exceptions.push(kind);
      return [];
    },
  });
}

/** Staff give every parked mail its tries again. */
export async function retryAllParked(simulation: Simulation, staffId: string): Promise<void> {
  for (const outboxMessageId of [...simulation.mails.parked.keys()]) {
    await simulation.act({
      name: "retry",
      subjects: [outboxMessageId],
      run: ({ db }, now) => retryParked(db, { outboxMessageId, actorId: staffId }, now),
      event: { action: "notice.retried", subjectId: outboxMessageId },
      apply() {
        simulation.mails.retried(outboxMessageId);
        simulation.reached("parked_mail_retried_by_staff");
        return [];
      },
    });
  }
}
