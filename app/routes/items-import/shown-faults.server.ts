import type { FileFault } from "~/examination/authoring/exchange/file-fault";
import type { Language } from "~/platform/schema/people-tables";
import { innermostIssue, issueCode } from "~/web/issue-code.server";
import { faultSentence } from "./fault-sentence.server";

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
  /** What is wrong, in the reader's language. */
  readonly told: string;
  readonly places: readonly Place[];
}

export interface ShownFaults {
  readonly count: number;
  /** What stands wrong in many places is said once. */
  readonly groups: readonly FaultGroup[];
  /** Those beyond `mostPlaces`, which stand in no group. */
  readonly more: number;
  /** More may come up once the rest can be read. */
  readonly isSyntax: boolean;
  /** What QTI does not say can be chosen on the page. */
  readonly isLacking: boolean;
}

export const noFaults: ShownFaults = { count: 0, groups: [], more: 0, isSyntax: false, isLacking: false };

/** Ten in each of 2,000 items, the most that a file may hold; a page of them stays below 3 MB. */
const mostPlaces = 20_000;

/** The faults of a file, each kind with its places, in the order in which they begin. */
export function shownFaults(faults: readonly FileFault[], language: Language): ShownFaults {
  const groups = new Map<string, FaultGroup & { places: Place[] }>();
  for (const [at, { line, place, problem }] of faults.slice(0, mostPlaces).entries()) {
    const told = faultSentence(shownProblem(problem), language);
    const group = groups.get(told) ?? { told, places: [] };
    groups.set(told, group);
    group.places.push({ at, line, place });
  }
  const isAny = (kind: string) => faults.some(({ problem }) => problem.kind === kind);
  return {
    count: faults.length,
    groups: [...groups.values()],
    more: Math.max(0, faults.length - mostPlaces),
    isSyntax: isAny("syntax"),
    isLacking: isAny("facts_missing"),
  };
}

/** A form shows what can be chosen, and hides the ids; whoever writes a file needs both. */
export function shownProblem(problem: FileFault["problem"]): ShownProblem {
  if (problem.kind !== "issue") return problem;
  const issue = innermostIssue(problem.issue);
  if (issue.code === "invalid_value") return { kind: "not_one_of", values: issue.values.map(String) };
  if (issue.code === "invalid_union" && "options" in issue && issue.options)
    return { kind: "not_one_of", values: issue.options.map(String) };
  // Of what is not there, the rule that it is a number says nothing to whoever has to write it.
  const isMissing = issue.code === "invalid_type" && /received undefined$/.test(issue.message);
  const code = isMissing ? "required" : issueCode(issue);
  const name = issue.code === "custom" ? String(issue.params?.id ?? "") : "";
  // The other way round: what the answer should name, and does not.
  const isOffered = ["prompts", "entries"].includes(String(issue.path.at(-1)));
  if (name !== "" && code === "id_unknown") return { kind: isOffered ? "id_unanswered" : code, name };
  if (name !== "" && (code === "id_repeated" || code === "evidence_in_two_fields")) return { kind: code, name };
  return { kind: "field", code };
}
