import { isWeak, type SectionResult } from "~/examination/grade-attempt";

/** How far a section is from what the whole examination asks for: who has to prepare should see where most is to be done. */
type SectionDegree = "strong" | "weak" | "far" | "none";

export function degreeOf(result: SectionResult, cutScorePercent: number): SectionDegree {
  if (!isWeak(result, cutScorePercent)) return "strong";
  if (result.percent === 0) return "none";
  return result.percent < cutScorePercent / 2 ? "far" : "weak";
}
