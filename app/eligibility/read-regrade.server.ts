import type { AttemptResult } from "~/examination/grade-attempt";
import { type Regrade, selectRegrade } from "~/examination/regrade/regrade-queries.server";
import type { Section } from "~/examination/section-names";
import type { Reader } from "~/platform/database/handle";
import type { RegradeEffectTable } from "~/platform/schema/evaluation-tables";
import { type ForeseenChange, type ForeseenRegrade, foreseeRegrade } from "./foresee-regrade.server";
import { countEffects, selectEffects, selectStandingChanges } from "./regrade-queries.server";

export interface RegradeLine {
  readonly attemptId: string;
  readonly personName: string;
  readonly organisationName: string;
  /** When the attempt was handed in: one person may have several. */
  readonly finishedAt: Date;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
  readonly passedBefore: boolean;
  readonly passedAfter: boolean;
  /** Where the score would be enough, and it is not passed then: the sections below their own minimum. */
  readonly missedAfter: readonly Section[];
  readonly consequence: RegradeEffectTable["consequence"];
}

export interface RegradeStanding {
  readonly organisationId: string;
  readonly name: string;
  readonly statusBefore: string;
  readonly countBefore: number;
  readonly statusAfter: string;
  readonly countAfter: number;
}

/** Everybody touched, page by page; `foreseen` is a dry run, otherwise it is what was done. */
export interface RegradeReport {
  readonly foreseen: boolean;
  /** Of a dry run: attempts with the item, and what the run was. */
  readonly attempts: number | null;
  readonly fingerprint: string | null;
  /** `touched`: other points for the item; `rescored`: of those, another score or outcome of the whole. */
  readonly counts: Readonly<Record<"touched" | "rescored" | "newlyPassed" | "newlyFailed" | "passesKept", number>>;
  readonly lines: readonly RegradeLine[];
  readonly standings: readonly RegradeStanding[];
}

/** Before it is applied the dry run, while it is in force what it did, afterwards what undoing it did; nothing once it is discarded. */
export async function readRegrade(
  db: Reader,
  regradeId: string,
  page: { readonly offset: number; readonly limit: number },
  now: Date,
): Promise<{ regrade: Regrade; report: RegradeReport | null }> {
  const regrade = await selectRegrade(db, regradeId);
  if (regrade.discardedAt) return { regrade, report: null };
  if (regrade.appliedAt) {
    const key = { regradeId, step: regrade.undoneAt ? ("undone" as const) : ("applied" as const) };
    const report = {
      foreseen: false,
      attempts: null,
      fingerprint: null,
      counts: await countEffects(db, key),
      lines: (await selectEffects(db, key, page)).map(({ resultAfter, ...line }) => ({
        ...line,
        missedAfter: resultAfter ? missedIn(resultAfter) : [],
      })),
      standings: await selectStandingChanges(db, key),
    };
    return { regrade, report };
  }
  const keepPasses = !regrade.takePassesAway;
  return { regrade, report: reportOf(await foreseeRegrade(db, regrade, { undo: false, keepPasses }, now), page) };
}

/** What undoing a regrade would do as things stand, with one choice about the passes that it brought. */
export interface ForeseenUndo {
  readonly report: RegradeReport;
  /** `organisations`: those whose count changes. */
  readonly concerned: Readonly<Record<"people" | "suspended" | "reinstated" | "organisations", number>>;
}

/** Everybody whom undoing a regrade in force would touch, page by page, for both choices. Changes nothing, locks nothing. */
export async function foreseeUndo(
  db: Reader,
  regrade: Regrade,
  page: { readonly offset: number; readonly limit: number },
  now: Date,
): Promise<Record<"suspended" | "kept", ForeseenUndo>> {
  const foresee = async (keepPasses: boolean): Promise<ForeseenUndo> => {
    const foreseen = await foreseeRegrade(db, regrade, { undo: true, keepPasses }, now);
    const certificates = (kind: ForeseenChange["consequence"]["kind"]) =>
      foreseen.changes.filter(({ consequence }) => consequence.kind === kind).length;
    return {
      report: reportOf(foreseen, page),
      concerned: {
        people: new Set(foreseen.changes.map(({ personId }) => personId)).size,
        suspended: certificates("suspended"),
        reinstated: certificates("reinstated"),
        organisations: foreseen.standings.length,
      },
    };
  };
  return { suspended: await foresee(false), kept: await foresee(true) };
}

function reportOf(foreseen: ForeseenRegrade, page: { readonly offset: number; readonly limit: number }): RegradeReport {
  const lines = foreseen.changes.map(lineOf).sort((a, b) => rank(a) - rank(b));
  const count = (holds: (line: RegradeLine) => boolean) => lines.filter(holds).length;
  return {
    foreseen: true,
    attempts: foreseen.attempts,
    fingerprint: foreseen.fingerprint,
    counts: {
      touched: lines.length,
      rescored: count(isRescored),
      newlyPassed: count(({ passedBefore, passedAfter }) => passedAfter && !passedBefore),
      newlyFailed: count(({ passedBefore, passedAfter }) => passedBefore && !passedAfter),
      passesKept: count(({ consequence }) => consequence === "pass_kept"),
    },
    lines: lines.slice(page.offset, page.offset + page.limit),
    standings: foreseen.standings,
  };
}

/** A section in which every point was earned, or none, has the same share of its points without the item. */
const isRescored = ({ scoreBefore, scoreAfter, passedBefore, passedAfter }: RegradeLine): boolean =>
  scoreBefore !== scoreAfter || passedBefore !== passedAfter;

/** Changed outcomes first, then kept passes, then scores, then points alone; within these by name, as they come. */
function rank(line: RegradeLine): number {
  if (line.passedBefore !== line.passedAfter) return 0;
  if (line.consequence !== "none") return 1;
  return isRescored(line) ? 2 : 3;
}

const missedIn = ({ passed, scorePercent, cutScorePercent, sections }: AttemptResult): Section[] =>
  passed || scorePercent < cutScorePercent ? [] : sections.filter(({ met }) => !met).map(({ section }) => section);

const lineOf = ({
  attemptId,
  personName,
  organisationName,
  finishedAt,
  before,
  result,
  consequence,
}: ForeseenChange): RegradeLine => ({
  attemptId,
  personName,
  organisationName,
  finishedAt,
  scoreBefore: before.scorePercent,
  scoreAfter: result.scorePercent,
  passedBefore: before.passed,
  passedAfter: result.passed,
  missedAfter: missedIn(result),
  consequence: consequence.kind,
});
