/** Who must do what so that the minimum of clause 2.7 is reached or kept, in the order of urgency. */
import { addDays, covers, type Day } from "~/kernel/calendar";
import { type CertificateFact, effectiveRanges, type MemberFact } from "./counting";
import type { NextStep } from "./next-step";
import type { Standing } from "./standing";

export type Task =
  /** Certified until the day before `endsOn`, and the renewal window is open: `step` leads to the renewal. */
  | { readonly kind: "renew"; readonly personId: string; readonly endsOn: Day; readonly step: NextStep }
  /** Flagged, but without a certificate that counts; `lapsedOn` when there was one. */
  | { readonly kind: "certify"; readonly personId: string; readonly lapsedOn: Day | null; readonly step: NextStep }
  | { readonly kind: "suspended"; readonly personId: string; readonly until: Day | null }
  /** Counts, and is to leave or to lose the flag. */
  | { readonly kind: "leaves"; readonly personId: string; readonly on: Day }
  /** So many more people must be named administrators. */
  | { readonly kind: "name_administrators"; readonly missing: number }
  /** Nothing is to be done before `from`. */
  | { readonly kind: "renew_from"; readonly personId: string; readonly from: Day; readonly endsOn: Day };

/** A task before it is asked what its person has done so far. */
type Open = Exclude<Task, { step: NextStep }> | { [T in Task as T["kind"]]: Omit<T, "step"> }["renew" | "certify"];

interface Situation {
  readonly members: readonly MemberFact[];
  readonly certificates: readonly (CertificateFact & { readonly renewalWindowDays: number })[];
  readonly minimum: number;
}

/** The tasks of today, without the steps: first what can be done now, the soonest end first; last the renewals to come. */
export function openTasksOn(standing: Standing, { members, certificates, minimum }: Situation): readonly Open[] {
  const { day } = standing;
  const administrators = [
    ...new Set(
      members
        .filter(({ administrator, during }) => administrator && covers(during, day))
        .map(({ personId }) => personId),
    ),
  ];
  const counted = standing.counted.flatMap(({ personId, until, cause }): Open[] => {
    if (until === null || cause === null) return [];
    if (cause.certificateId === null) return [{ kind: "leaves", personId, on: until }];
    const certificate = certificates.find(({ certificateId }) => certificateId === cause.certificateId);
    if (!certificate || cause.kind !== "certificate_ends") return [];
    const from = addDays(until, -certificate.renewalWindowDays);
    return [
      day < from ? { kind: "renew_from", personId, from, endsOn: until } : { kind: "renew", personId, endsOn: until },
    ];
  });
  const counting = new Set(standing.counted.map(({ personId }) => personId));
  const others = administrators
    .filter((personId) => !counting.has(personId))
    .flatMap((personId) => uncertified(personId, certificates, day));
  const missing = minimum - administrators.length;
  return [
    ...counted.filter(({ kind }) => kind !== "renew_from"),
    ...others,
    ...(missing > 0 ? [{ kind: "name_administrators" as const, missing }] : []),
    ...counted.filter(({ kind }) => kind === "renew_from"),
  ];
}

function uncertified(personId: string, certificates: readonly CertificateFact[], day: Day): Open[] {
  const own = certificates.filter((certificate) => certificate.personId === personId);
  const suspension = own
    .filter(({ validity, revokedOn }) => covers(validity, day) && (revokedOn === null || revokedOn > day))
    .flatMap(({ suspensions }) => suspensions.filter((one) => covers(one, day)))[0];
  if (suspension) return [{ kind: "suspended", personId, until: suspension.end }];
  const ranges = own.flatMap(effectiveRanges);
  if (ranges.some(({ start }) => start > day)) return [];
  const ends = ranges.flatMap(({ end }) => (end === null ? [] : [end])).sort();
  return [{ kind: "certify", personId, lapsedOn: ends.at(-1) ?? null }];
}

/** Whose step is to be found out. */
export const whoMustAct = (tasks: readonly Open[]): string[] =>
  tasks.flatMap((task) => (task.kind === "renew" || task.kind === "certify" ? [task.personId] : []));

/** The tasks with the step of each person of `whoMustAct`, all of whom `steps` must know. */
export const withSteps = (tasks: readonly Open[], steps: ReadonlyMap<string, NextStep>): Task[] =>
  tasks.map((task) => {
    if (task.kind !== "renew" && task.kind !== "certify") return task;
    const step = steps.get(task.personId);
    if (!step) throw new Error(`no step of ${task.personId}`);
    return { ...task, step };
  });
