import type { Reader } from "~/platform/database/handle";
import { selectProgrammeHistory } from "../programme-queries.server";
import { comingAt, cutScoreDifferences, inForceAt } from "../programme-versions";
import type { Study } from "./study-queries.server";

/**
 * The cut score that a study's result would take the place of, what signing it publishes, as `signStudy` does it, and in what the exam has become
 * another one since the study began: the study weighs its items by the blueprint of then.
 */
export async function readSigning(db: Reader, { programmeCode, blueprint }: Study, now: Date) {
  const history = await selectProgrammeHistory(db, programmeCode);
  const inForce = inForceAt(history, now);
  const changes = [inForce, ...comingAt(history, now)].map((other) => ({
    version: other.version,
    comesAt: other === inForce ? null : other.activeFrom,
    differences: cutScoreDifferences(blueprint, other.blueprint),
  }));
  const version = (history[0] ?? inForce).version + 1;
  return {
    cutScorePercent: inForce.cutScorePercent,
    inForce: inForce.version,
    version,
    /** The newest that there is: what was decided is decided of that. */
    latest: (history[0] ?? inForce).version,
    blueprintChanges: changes.filter(({ differences }) => differences.length > 0),
    /** Those that are to come are published anew behind it. */
    coming: comingAt(history, now).map((coming, index) => ({
      version: version + 1 + index,
      replaces: coming.version,
      activeFrom: coming.activeFrom,
    })),
  };
}
