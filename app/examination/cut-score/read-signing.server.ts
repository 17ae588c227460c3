import type { Reader } from "~/platform/database/handle";
import { selectProgrammeHistory } from "../programme-queries.server";
import { comingAt, inForceAt } from "../programme-versions";

/** The cut score that a study's result would take the place of, and what signing it publishes, as `signStudy` does it. */
export async function readSigning(db: Reader, programmeCode: string, now: Date) {
  const history = await selectProgrammeHistory(db, programmeCode);
  const inForce = inForceAt(history, now);
  const version = (history[0] ?? inForce).version + 1;
  return {
    cutScorePercent: inForce.cutScorePercent,
    inForce: inForce.version,
    version,
    /** Those that are to come are published anew behind it. */
    coming: comingAt(history, now).map((coming, index) => ({
      version: version + 1 + index,
      replaces: coming.version,
      activeFrom: coming.activeFrom,
    })),
  };
}
