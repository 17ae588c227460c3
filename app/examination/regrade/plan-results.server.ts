import type { Reader } from "~/platform/database/handle";
import type { AttemptResult } from "../grade-attempt";
import { parseItemContent } from "../item";
import { essentialsOf } from "../item-essentials";
import { settledPoints } from "../marking/third-marking";
import { type Programme, selectProgrammeVersion } from "../programme-queries.server";
import {
  type GradedAttempt,
  type NewResult,
  type Regrade,
  selectGradedAttempts,
  selectRegradedVersion,
} from "./regrade-queries.server";
import { regradedResult } from "./regraded-result";
import { pointsUnder } from "./treatment";

/** An attempt whose points change, with its result before and after. */
export interface ResultChange
  extends NewResult,
    Pick<
      GradedAttempt,
      | "personId"
      | "personName"
      | "organisationId"
      | "organisationName"
      | "timeZone"
      | "startedAt"
      | "finishedAt"
      | "startedOutsideWindow"
    > {
  readonly programme: Programme;
  readonly pointsBefore: number | null;
  readonly before: AttemptResult;
}

export interface PlannedResults {
  /** Graded attempts that had the item, changed or not. */
  readonly attempts: number;
  readonly changes: readonly ResultChange[];
}

/**
 * What applying the regrade, or undoing it, would make of every graded attempt with the item. Undoing gives the item the points it had
 * before; an attempt that was first graded under the regrade is graded by the key.
 */
export async function planResults(
  db: Reader,
  regrade: Pick<Regrade, "itemVersionId" | "treatment" | "appliedAt">,
  step: { readonly undo: boolean; readonly keepPasses: boolean },
): Promise<PlannedResults> {
  const version = await selectRegradedVersion(db, regrade.itemVersionId);
  const attempts = await selectGradedAttempts(db, regrade.itemVersionId, step.undo ? regrade.appliedAt : null);
  const programmes = new Map<string, Programme>();
  for (const id of new Set(attempts.map(({ programmeVersionId }) => programmeVersionId))) {
    programmes.set(id, await selectProgrammeVersion(db, id));
  }
  const content = parseItemContent(version.content);
  const changes = attempts.flatMap((attempt): ResultChange[] => {
    const programme = programmes.get(attempt.programmeVersionId);
    if (!programme) throw new Error(`no programme version ${attempt.programmeVersionId}`);
    const { response, markings, seed, points: pointsBefore, result: before, pointsThen } = attempt;
    const graded = () => {
      const item = {
        response,
        marked: markings.length > 0 ? settledPoints(markings) : null,
        maxPoints: version.points,
        // A generated item is made for it only where there is an answer to hold against it.
        get key() {
          return essentialsOf({ itemVersionId: regrade.itemVersionId, seed }, content).key;
        },
      };
      return pointsUnder(step.undo ? null : regrade.treatment, item);
    };
    const points = step.undo && pointsThen !== undefined ? pointsThen : graded();
    const change = { section: version.section, maxPoints: version.points, pointsBefore, pointsAfter: points };
    const keepPass = step.keepPasses;
    const result = regradedResult({ blueprint: programme.blueprint, before, ...change, keepPass });
    const same = points === pointsBefore && result.passed === before.passed;
    return same ? [] : [{ ...attempt, programme, points, pointsBefore, before, result }];
  });
  return { attempts: attempts.length, changes };
}
