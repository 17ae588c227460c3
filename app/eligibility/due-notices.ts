/**
 * Which notice is due, from the state of things and what the ledger already holds, never from date equality: a day without a sweep
 * still sends, a second sweep sends nothing (domain rules §4).
 */
import { type Day, daysBetween } from "~/kernel/calendar";
import { type CertificateFact, effectiveRanges } from "./counting";
import type { Fall, Standing } from "./standing";

export interface NoticePolicy {
  readonly lapseStages: readonly number[];
  readonly runwayStages: readonly number[];
  readonly staffStage: number;
  readonly belowRepeatDays: number;
}

/** The most urgent stage reached with `daysLeft` to go; undefined before the first stage, and on and after the day itself. */
export function stageAt(stages: readonly number[], daysLeft: number): number | undefined {
  if (daysLeft < 1) return undefined;
  return stages.filter((stage) => daysLeft <= stage).sort((a, b) => a - b)[0];
}

/**
 * A fall below the minimum that the ledger knows. Its cycle is the first day below, and from the second such fall on the same day its
 * number: `2027-03-10`, `2027-03-10/2`. So a fall is told once whatever is learnt of it later, and a new one is told again.
 */
export interface ToldFall {
  readonly cycle: string;
  /** The day of its first notice, from which the repeats are counted. */
  readonly firstToldOn: Day;
  readonly restored: boolean;
}

export type StandingDue =
  | {
      readonly kind: "below_three_ahead";
      readonly cycle: string;
      readonly stage: string;
      readonly toStaff: boolean;
      readonly fall: Fall;
    }
  | {
      readonly kind: "below_three_now";
      readonly cycle: string;
      readonly stage: string;
      readonly toStaff: true;
      readonly fall: Fall;
    }
  | {
      readonly kind: "restored";
      readonly cycle: string;
      readonly stage: string;
      readonly toStaff: true;
      readonly restoredOn: Day;
    };

const dayOf = (cycle: string): Day => cycle.slice(0, 10) as Day;

/** As much of a standing as decides what is to be told of it. */
export type TellableStanding = Pick<Standing, "day" | "obligedSince" | "metSince" | "runway" | "fallen">;

/** What is to be told of the standing today. `told` are the organisation's falls in the ledger, the latest last. */
export function dueForStanding(
  standing: TellableStanding,
  told: readonly ToldFall[],
  policy: NoticePolicy,
): StandingDue[] {
  const latest = told.at(-1);
  if (standing.fallen) return [belowNow(standing.day, standing.fallen, told, policy)];
  const due: StandingDue[] = [];
  const { metSince, obligedSince, runway, day } = standing;
  if (metSince && latest && !latest.restored && obligedSince !== null && dayOf(latest.cycle) >= obligedSince) {
    due.push({ kind: "restored", cycle: latest.cycle, stage: "0", toStaff: true, restoredOn: metSince });
  }
  const stage = runway && stageAt(policy.runwayStages, daysBetween(day, runway.day));
  if (runway && stage) {
    due.push({
      kind: "below_three_ahead",
      cycle: runway.day,
      stage: String(stage),
      toStaff: stage <= policy.staffStage,
      fall: runway,
    });
  }
  return due;
}

/** The fall is the one told last, unless that was restored, or this one began later: then the minimum held in between, unseen. */
function belowNow(day: Day, fall: Fall, told: readonly ToldFall[], policy: NoticePolicy): StandingDue {
  const latest = told.at(-1);
  if (latest && !latest.restored && fall.day <= dayOf(latest.cycle)) {
    const repeats = Math.max(0, Math.floor(daysBetween(latest.firstToldOn, day) / policy.belowRepeatDays));
    return { kind: "below_three_now", cycle: latest.cycle, stage: String(repeats), toStaff: true, fall };
  }
  const before = told.filter(({ cycle }) => dayOf(cycle) === fall.day).length;
  const cycle = before === 0 ? fall.day : `${fall.day}/${before + 1}`;
  return { kind: "below_three_now", cycle, stage: "0", toStaff: true, fall };
}

export interface LapseFact extends Omit<CertificateFact, "certificateId" | "personId"> {
  /** Last end among the holder's other certificates that are not revoked: a renewal, or a new chain. */
  readonly otherEnd: Day | null;
}

export interface LapseDue {
  readonly kind: "certificate_lapsing" | "certificate_lapsed";
  readonly stage: string;
}

/**
 * Whether the certificate's end is to be told of on `day`. Nothing is due when a later certificate exists, or when the certificate does not
 * live to its end because it is revoked, or suspended with no day of return.
 */
export function dueForCertificate(certificate: LapseFact, day: Day, policy: NoticePolicy): LapseDue | null {
  const { validity, otherEnd } = certificate;
  if (otherEnd !== null && otherEnd > validity.end) return null;
  const lastDays = effectiveRanges(certificate).at(-1);
  if (lastDays?.end !== validity.end || certificate.revokedOn !== null) return null;
  if (day >= validity.end) return { kind: "certificate_lapsed", stage: "0" };
  const stage = stageAt(policy.lapseStages, daysBetween(day, validity.end));
  return stage === undefined ? null : { kind: "certificate_lapsing", stage: String(stage) };
}
