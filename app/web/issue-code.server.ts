import type { z } from "zod";
import { faultCode } from "./fault-code.server";

type Issue = z.core.$ZodIssue;

/** A phrase may be a text or both languages; what is wrong with it is what the nearer of the two says. */
export function innermostIssue(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const branches = issue.errors.map((errors) => errors[0]).filter((each) => each !== undefined);
  const deepest = branches.sort((one, other) => other.path.length - one.path.length)[0];
  return deepest ? { ...innermostIssue(deepest), path: [...issue.path, ...deepest.path] } : issue;
}

/** A finished issue as a code of `components/field-fault.ts`. */
export function issueCode(issue: Issue): string {
  if (issue.code === "custom") return String(issue.params?.fault ?? "invalid");
  if (issue.code === "invalid_type" && issue.expected === "number") return "not_a_number";
  if (issue.code === "invalid_type" && issue.expected === "int") return "not_a_whole_number";
  // A finished issue no longer carries what was given; its message says whether anything was.
  if (issue.code === "invalid_value") return "not_one_of";
  if (issue.code === "invalid_type" && !/undefined|null/.test(issue.message)) return "invalid";
  if (issue.code === "unrecognized_keys") return `unknown_key:${issue.keys.join(", ")}`;
  const found = faultCode(issue as never);
  return typeof found === "string" ? found : "invalid";
}
