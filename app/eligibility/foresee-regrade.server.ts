import { consequenceOf } from "~/certification/result-change";
import { selectHeldCertificates } from "~/certification/result-change-queries.server";
import { type PlannedResults, planResults, type ResultChange } from "~/examination/regrade/plan-results.server";
import type { Regrade } from "~/examination/regrade/regrade-queries.server";
import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Reader } from "~/platform/database/handle";
import { selectStandingFacts } from "./facts-queries.server";
import { selectHomesOf } from "./regrade-queries.server";
import { factsWith, type PersonConsequence } from "./regrade-standings";
import { assessStanding, type Status } from "./standing";

export type ForeseenChange = ResultChange & PersonConsequence;

interface ForeseenStanding {
  readonly organisationId: string;
  readonly name: string;
  readonly statusBefore: Status;
  readonly countBefore: number;
  readonly statusAfter: Status;
  readonly countAfter: number;
}

export interface ForeseenRegrade {
  /** Graded attempts that had the item. */
  readonly attempts: number;
  readonly changes: readonly ForeseenChange[];
  /** The organisations whose count may change, with what becomes of it. */
  readonly standings: readonly ForeseenStanding[];
  /** The same again as long as nothing has changed: what was looked at is what is applied. */
  readonly fingerprint: string;
}

const outcomeChanges = ({ before, result }: ResultChange): boolean => before.passed !== result.passed;

/** The people whose certificates carrying it out may touch. */
export const peopleConcerned = ({ changes }: PlannedResults): string[] =>
  changes.filter(outcomeChanges).map(({ personId }) => personId);

/** Everybody whom the regrade, or undoing it, would touch, with result, certificate and organisation before and after. Changes nothing, locks nothing. */
export async function foreseeRegrade(
  db: Reader,
  regrade: Pick<Regrade, "itemVersionId" | "treatment" | "appliedAt">,
  step: { readonly undo: boolean; readonly keepPasses: boolean },
  now: Date,
): Promise<ForeseenRegrade> {
  return foreseeConsequences(db, await planResults(db, regrade, step), now);
}

/** What follows from the planned results, by the certificates as they are now. */
export async function foreseeConsequences(db: Reader, planned: PlannedResults, now: Date): Promise<ForeseenRegrade> {
  const held = await selectHeldCertificates(db, peopleConcerned(planned), now);
  const changes = planned.changes.map((change) => {
    const own = held.filter(
      ({ personId, programmeCode }) => personId === change.personId && programmeCode === change.programme.code,
    );
    const result = {
      ...change,
      passedBefore: change.before.passed,
      passedAfter: change.result.passed,
      passKept: change.result.passKept === true,
    };
    return { ...change, consequence: consequenceOf(result, own, dayIn(change.timeZone, now)) };
  });
  const certified = changes.filter(({ consequence }) =>
    ["issued", "reinstated", "suspended"].includes(consequence.kind),
  );
  const homes = await selectHomesOf(
    db,
    certified.map(({ personId }) => personId),
    now,
  );
  const facts = await selectStandingFacts(
    db,
    homes.map(({ id }) => id),
  );
  const standings = homes.flatMap(({ id, name, timeZone }) => {
    const known = facts.get(id);
    if (!known) return [];
    const today = dayIn(timeZone, now);
    const before = assessStanding(known, today, policy);
    const after = assessStanding(factsWith(known, certified, today), today, policy);
    return [
      {
        organisationId: id,
        name,
        statusBefore: before.status,
        countBefore: before.count,
        statusAfter: after.status,
        countAfter: after.count,
      },
    ];
  });
  return { attempts: planned.attempts, changes, standings, fingerprint: fingerprintOf(changes) };
}

/** Who is touched and how, in a few letters; not a secret, only a reminder of what was looked at. */
function fingerprintOf(changes: readonly ForeseenChange[]): string {
  let hash = 0x811c9dc5;
  for (const { attemptId, result, consequence } of changes) {
    for (const letter of `${attemptId}${result.scorePercent}${result.passed}${consequence.kind}`) {
      hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    }
  }
  return `${changes.length}-${(hash >>> 0).toString(16)}`;
}
