/** What the ledger must hold and may hold (domain rules §4), for a subject at an instant. */
import { type DayNumber, dayText, localDay } from "./days";
import { covers, type Fall, type RefCertificate } from "./facts";
import type { Reference } from "./model";

export interface Due {
  readonly kind: "certificate_lapsing" | "certificate_lapsed" | "below_three_ahead" | "below_three_now" | "restored";
  readonly subjectId: string;
  readonly cycle: string;
  readonly stage: string;
  readonly recipients: readonly string[];
}

const lapseStages = [1, 7, 14, 30, 60, 90];
const runwayStages = [7, 14, 30, 60, 90];
const staffFromStage = 30;
const repeatDays = 7;

const stageFor = (stages: readonly number[], daysLeft: number): number | undefined =>
  daysLeft < 1 ? undefined : stages.find((stage) => daysLeft <= stage);

/** The certificate's end, to its holder and to the partner admins of where the holder is now. */
export function dueForEnd(reference: Reference, certificate: RefCertificate, now: Date): Due | undefined {
  const { id, personId, end } = certificate;
  const { zone } = reference.organisation(certificate.organisationId);
  const today = localDay(zone, now);
  const stage = today >= end ? 0 : stageFor(lapseStages, end - today);
  if (stage === undefined) return undefined;
  const person = reference.person(personId);
  const others = person.certificates.filter((other) => other !== certificate && other.revokedFrom === null);
  if (others.some((other) => other.end > end)) return undefined;
  if (certificate.revokedFrom !== null) return undefined;
  // Suspended on its last day: it does not live to its end.
  if (certificate.suspensions.some((suspension) => covers(suspension, end - 1))) return undefined;
  const home = person.memberships.find((membership) => covers(membership, today))?.organisationId;
  const admins = home === undefined ? [] : reference.adminsOf(home, now);
  const recipients = [...new Set([personId, ...admins])];
  const kind = today >= end ? "certificate_lapsed" : "certificate_lapsing";
  return { kind, subjectId: id, cycle: id, stage: String(stage), recipients };
}

/**
 * Looks at the organisation at the instant: a fall that was not there becomes one to be told of, one that is over is restored. Returns what
 * is due then. To be asked whenever the portal has looked, since a fall's repeats count from the day it was first told.
 */
export function dueForOrganisation(reference: Reference, organisationId: string, now: Date): Due[] {
  const organisation = reference.organisation(organisationId);
  const today = localDay(organisation.zone, now);
  const { fellOn, fallsOn, obligedSince, count } = reference.standing(organisationId, today);
  const admins = reference.adminsOf(organisationId, now);
  const everybody = [...new Set([...admins, ...reference.staff])];
  const due = (kind: Due["kind"], cycle: string, stage: number, recipients: readonly string[]): Due => ({
    kind,
    subjectId: organisationId,
    cycle,
    stage: String(stage),
    recipients,
  });
  if (fellOn !== null) {
    const fall = theFall(organisation.falls, fellOn, today);
    const repeats = Math.max(0, Math.floor((today - fall.toldOn) / repeatDays));
    return [due("below_three_now", fall.cycle, repeats, everybody)];
  }
  const latest = organisation.falls.at(-1);
  const isOver = latest && obligedSince !== null && count >= 3 && latest.day >= obligedSince;
  if (latest && isOver) latest.restored = true;
  const stage = fallsOn === null ? undefined : stageFor(runwayStages, fallsOn - today);
  return [
    ...(latest && isOver ? [due("restored", latest.cycle, 0, everybody)] : []),
    ...(fallsOn !== null && stage !== undefined
      ? [due("below_three_ahead", dayText(fallsOn), stage, stage <= staffFromStage ? everybody : admins)]
      : []),
  ];
}

/** A fall told and not yet over goes on, also when it is learnt later that it began earlier; any other is a new one. */
function theFall(falls: Fall[], fellOn: DayNumber, today: DayNumber): Fall {
  const latest = falls.at(-1);
  if (latest && !latest.restored && fellOn <= latest.day) return latest;
  const sameDay = falls.filter(({ day }) => day === fellOn).length;
  const cycle = sameDay === 0 ? dayText(fellOn) : `${dayText(fellOn)}/${sameDay + 1}`;
  const fall = { cycle, day: fellOn, toldOn: today, restored: false };
  falls.push(fall);
  return fall;
}
