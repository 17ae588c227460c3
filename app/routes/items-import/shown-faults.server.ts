import type { FileFault } from "~/examination/authoring/exchange/file-fault";
import { innermostIssue, issueCode } from "~/web/issue-code.server";

export type ShownProblem =
  | Exclude<FileFault["problem"], { kind: "issue" }>
  | { readonly kind: "field"; readonly code: string }
  /** What would be right, as a file writes it. */
  | { readonly kind: "not_one_of"; readonly values: readonly string[] }
  | { readonly kind: "id_repeated" | "id_unknown" | "id_unanswered" | "evidence_in_two_fields"; readonly name: string };

interface Place {
  /** Its number among all faults of the file. */
  readonly at: number;
  readonly line: number | null;
  readonly place: string;
}

/** One fault, and everywhere in the file where it stands. */
export interface FaultGroup {
  readonly problem: ShownProblem;
  readonly places: readonly Place[];
}

export interface ShownFaults {
  readonly count: number;
  /** What stands wrong in many places is said once. */
  readonly groups: readonly FaultGroup[];
  /** Those beyond `mostPlaces`, which stand in no group. */
  readonly more: number;
}

export const noFaults: ShownFaults = { count: 0, groups: [], more: 0 };

/** Ten in each of 2,000 items, the most that a file may hold; a page of them stays below 3 MB. */
const mostPlaces = 20_000;

/** The faults of a file, each kind with its places, in the order in which they begin. */
export function shownFaults(faults: readonly FileFault[]): ShownFaults {
  const groups = new Map<string, { problem: ShownProblem; places: Place[] }>();
  for (const [at, { line, place, problem: found }] of faults.slice(0, mostPlaces).entries()) {
    const problem = shownProblem(found);
    const key = JSON.stringify(problem);
    const group = groups.get(key) ?? { problem, places: [] };
    groups.set(key, group);
    group.places.push({ at, line, place });
  }
  return { count: faults.length, groups: [...groups.values()], more: Math.max(0, faults.length - mostPlaces) };
}

/** A form shows what can be chosen, and hides the ids; whoever writes a file needs both. */
export function shownProblem(problem: FileFault["problem"]): ShownProblem {
  if (problem.kind !== "issue") return problem;
  const issue = innermostIssue(problem.issue);
  if (issue.code === "invalid_value") return { kind: "not_one_of", values: issue.values.map(String) };
  if (issue.code === "invalid_union" && "options" in issue && issue.options)
    return { kind: "not_one_of", values: issue.options.map(String) };
  const code = issueCode(issue);
  const name = issue.code === "custom" ? String(issue.params?.id ?? "") : "";
  // The other way round: what the answer should name, and does not.
  const isOffered = ["prompts", "entries"].includes(String(issue.path.at(-1)));
  if (name !== "" && code === "id_unknown") return { kind: isOffered ? "id_unanswered" : code, name };
  if (name !== "" && (code === "id_repeated" || code === "evidence_in_two_fields")) return { kind: code, name };
  return { kind: "field", code };
}
