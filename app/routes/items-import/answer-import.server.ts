import { json, redirect, type TypedResponse } from "@remix-run/node";
import type { FileFault } from "~/examination/authoring/exchange/file-fault";
import { fatesOf, foreseeImport, importItems, keepImages } from "~/examination/authoring/exchange/import-items.server";
import type { Fate } from "~/examination/authoring/exchange/import-plan";
import { readItemFile } from "~/examination/authoring/exchange/item-file.server";
import { writeTextFile } from "~/examination/authoring/exchange/text-file";
import type { Section } from "~/examination/section-names";
import { Rejection } from "~/kernel/rejection";
import type { Portal } from "~/platform/portal";
import type { ItemKind } from "~/platform/schema/examination-tables";
import { innermostIssue, issueCode } from "~/web/issue-code.server";
import { paths } from "~/web/paths";

export type ShownProblem =
  | Exclude<FileFault["problem"], { kind: "issue" }>
  | { readonly kind: "field"; readonly code: string }
  /** What would be right, as a file writes it. */
  | { readonly kind: "not_one_of"; readonly values: readonly string[] }
  | { readonly kind: "id_repeated" | "id_unknown" | "id_unanswered" | "evidence_in_two_fields"; readonly name: string };

interface ShownFault {
  readonly line: number | null;
  readonly place: string;
  readonly problem: ShownProblem;
}

export interface ImportAnswer {
  readonly noFile: boolean;
  /** The bank has moved between the look and the agreement. */
  readonly moved: boolean;
  readonly faultCount: number;
  readonly faults: readonly ShownFault[];
  readonly plan: readonly { code: string; fate: Fate; section: Section; kind: ItemKind }[] | null;
  /** The items in the portal's own format, and what was shown of them: both are sent back with the agreement. */
  readonly items: string;
  readonly foreseen: string;
}

/** A page of faults; whoever has more begins with these. */
const mostFaults = 100;

const shown = ({ line, place, problem }: FileFault): ShownFault => ({ line, place, problem: shownProblem(problem) });

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

const nothing: ImportAnswer = {
  noFile: false,
  moved: false,
  faultCount: 0,
  faults: [],
  plan: null,
  items: "",
  foreseen: "",
};

async function bytesSent(form: FormData): Promise<Uint8Array | null> {
  const file = form.get("file");
  if (file instanceof Blob && file.size > 0) return new Uint8Array(await file.arrayBuffer());
  const text = form.get("text");
  return typeof text === "string" && text.trim() !== "" ? new TextEncoder().encode(text) : null;
}

/** The first press shows what would happen, the second does it; a file with a fault does nothing at all. */
export async function answerImport(
  portal: Portal,
  form: FormData,
  actorId: string,
  now: Date,
): Promise<TypedResponse<ImportAnswer | never>> {
  const bytes = await bytesSent(form);
  if (!bytes) return json<ImportAnswer>({ ...nothing, noFile: true }, { status: 400 });
  const { items, images, faults } = readItemFile(bytes);
  if (faults.length > 0) return refused(faults);
  const foreseen = String(form.get("foreseen") ?? "").replaceAll("\r\n", "\n");
  if (foreseen !== "") {
    try {
      const { written } = await importItems(portal.db, { actorId, items, foreseen }, now);
      return redirect(`${paths.importItems()}?written=${written}`);
    } catch (error) {
      if (!(error instanceof Rejection) || error.code !== "changed_meanwhile") throw error;
    }
  }
  const plan = await foreseeImport(portal.db, items, images);
  if (plan.faults.length > 0) return refused(plan.faults);
  await keepImages(portal.db, { actorId, images }, now);
  const rows = plan.planned.map(({ item: { code, section, content }, fate }) => ({
    code,
    fate,
    section,
    kind: content.kind,
  }));
  const answer = { ...nothing, plan: rows, items: writeTextFile(items, "json"), foreseen: fatesOf(plan) };
  return json<ImportAnswer>({ ...answer, moved: foreseen !== "" }, { status: foreseen === "" ? 200 : 409 });
}

const refused = (faults: readonly FileFault[]) =>
  json<ImportAnswer>(
    { ...nothing, faultCount: faults.length, faults: faults.slice(0, mostFaults).map(shown) },
    { status: 400 },
  );
