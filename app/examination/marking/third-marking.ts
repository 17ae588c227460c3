/**
 * When two people's markings of a report settle it, and when a third person decides. As German vocational examinations have it (Vocational Training Act, BBiG,
 * section 42, two examiners): within a tenth of the points the mean of both counts; further apart, what one more examiner gives counts alone. In
 * the words of Johnson, Penny, Fisher and Kuhn (2003, Applied Measurement in Education 16): adjudication by expert judgment, blind. The
 * portal adds the case in which it matters most: by one marking the exam is passed, by the other it is not.
 */
import { policy } from "~/kernel/policy";
import { meanPoints } from "./report-rubric";

/** Why a third person marks: the points lie apart, or only the outcome does. */
export type ThirdReason = "apart" | "outcome";

export interface MarkedReport {
  /** By the order of the form. */
  readonly ordinal: number;
  readonly maxPoints: number;
  /** What each person gave, in the order given. */
  readonly points: readonly number[];
}

const thousandths = (points: number): number => Math.round(points * 1000);

/** A difference of just the tolerance is within it. */
export function lieApart({ points, maxPoints }: Pick<MarkedReport, "points" | "maxPoints">): boolean {
  const given = points.map(thousandths);
  const difference = Math.max(...given) - Math.min(...given);
  return difference * 100 > thousandths(maxPoints) * policy.markingTolerancePercent;
}

/** What a report earns by all that was given: the third marking alone where there is one, else the mean. */
export const settledPoints = (points: readonly number[]): number =>
  points[policy.markersPerReport] ?? meanPoints(points);

/**
 * The reports that a third person has to mark, by their place in the form, and why. Of those whose points do not lie apart it can be said once every
 * report has its two markings, and those that lie apart their third: `passedWith` says whether the exam is passed with these points for all of them.
 */
export function thirdMarkings(
  reports: readonly MarkedReport[],
  passedWith: (points: ReadonlyMap<number, number>) => boolean,
): ReadonlyMap<number, ThirdReason> {
  const twice = reports.filter(({ points }) => points.length === policy.markersPerReport);
  const asked = new Map(twice.filter(lieApart).map(({ ordinal }) => [ordinal, "apart" as ThirdReason]));
  // A report whose range is still open would make others seem to decide.
  if (asked.size > 0 || reports.some(({ points }) => points.length < policy.markersPerReport)) return asked;
  const outcomeBy = (choose: (...points: number[]) => number) =>
    passedWith(
      new Map(
        reports.map((report) => [
          report.ordinal,
          twice.includes(report) ? choose(...report.points) : settledPoints(report.points),
        ]),
      ),
    );
  if (outcomeBy(Math.min) === outcomeBy(Math.max)) return asked;
  for (const { ordinal, points } of twice)
    if (!asked.has(ordinal) && Math.min(...points) !== Math.max(...points)) asked.set(ordinal, "outcome");
  return asked;
}
