import { json, redirect, type TypedResponse } from "@remix-run/node";
import type { FileFault } from "~/examination/authoring/exchange/file-fault";
import {
  fingerprintOf,
  foreseeImport,
  importItems,
  keepImages,
} from "~/examination/authoring/exchange/import-items.server";
import type { Fate } from "~/examination/authoring/exchange/import-plan";
import { readItemFile } from "~/examination/authoring/exchange/item-file.server";
import { packItems, unpackItems } from "~/examination/authoring/exchange/packed-items.server";
import { itemDifference, type PartDifference } from "~/examination/authoring/item-difference";
import { itemTexts } from "~/examination/authoring/item-texts";
import type { WrittenItem } from "~/examination/authoring/written-item";
import type { StoredImage } from "~/examination/images/image-queries.server";
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

export interface ShownItem {
  readonly code: string;
  readonly fate: Fate;
  readonly section: Section;
  readonly kind: ItemKind;
  /** Of a changed item, against the version that the bank stands at; empty where it reads the same. */
  readonly difference: readonly PartDifference[];
}

export interface ImportAnswer {
  readonly noFile: boolean;
  /** The bank has moved between the look and the agreement. */
  readonly moved: boolean;
  readonly faultCount: number;
  readonly faults: readonly ShownFault[];
  /** What was pasted: it comes back with its faults. */
  readonly text: string;
  readonly plan: readonly ShownItem[] | null;
  /** The items, and the fingerprint of what was shown of them: both are sent back with the agreement. */
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
  text: "",
  plan: null,
  items: "",
  foreseen: "",
};

async function fileSent(form: FormData): Promise<{ bytes: Uint8Array; text: string } | null> {
  const file = form.get("file");
  if (file instanceof Blob && file.size > 0) return { bytes: new Uint8Array(await file.arrayBuffer()), text: "" };
  const text = form.get("text");
  return typeof text === "string" && text.trim() !== "" ? { bytes: new TextEncoder().encode(text), text } : null;
}

interface Sender {
  readonly portal: Portal;
  readonly actorId: string;
  readonly now: Date;
}

type Answered = Promise<TypedResponse<ImportAnswer | never>>;

/** The first press shows what would happen, the second does it; a file with a fault does nothing at all. */
export async function answerImport(portal: Portal, form: FormData, actorId: string, now: Date): Answered {
  const sender = { portal, actorId, now };
  const agreed = form.get("items");
  if (typeof agreed === "string" && agreed !== "") {
    const items = unpackItems(agreed);
    if (items) return readIn(sender, items, String(form.get("foreseen") ?? ""));
  }
  const sent = await fileSent(form);
  if (!sent) return json<ImportAnswer>({ ...nothing, noFile: true }, { status: 400 });
  const { items, images, faults } = readItemFile(sent.bytes);
  return faults.length > 0 ? refused(faults, sent.text) : foreseen(sender, items, { images, text: sent.text });
}

/** Does what was shown; what nobody has seen is shown instead. */
async function readIn({ portal, actorId, now }: Sender, items: readonly WrittenItem[], fingerprint: string): Answered {
  try {
    const { written } = await importItems(portal.db, { actorId, items, foreseen: fingerprint }, now);
    return redirect(`${paths.importItems()}?written=${written}`);
  } catch (error) {
    if (!(error instanceof Rejection) || error.code !== "changed_meanwhile") throw error;
    return foreseen({ portal, actorId, now }, items, { images: [], text: "", moved: true });
  }
}

interface Foreseen {
  readonly images: readonly StoredImage[];
  readonly text: string;
  readonly moved?: boolean;
}

async function foreseen(
  { portal, actorId, now }: Sender,
  items: readonly WrittenItem[],
  { images, text, moved = false }: Foreseen,
): Answered {
  const plan = await foreseeImport(portal.db, items, images);
  if (plan.faults.length > 0) return refused(plan.faults, text);
  await keepImages(portal.db, { actorId, images }, now);
  const rows = plan.planned.map(({ item, fate, known }): ShownItem => {
    const { code, section, content } = item;
    const difference = known && fate === "changed" ? itemDifference(itemTexts(known.item), itemTexts(item)) : [];
    return { code, fate, section, kind: content.kind, difference };
  });
  const answer = { ...nothing, moved, plan: rows, items: packItems(items), foreseen: fingerprintOf(plan) };
  return json<ImportAnswer>(answer, { status: moved ? 409 : 200 });
}

const refused = (faults: readonly FileFault[], text: string) =>
  json<ImportAnswer>(
    { ...nothing, text, faultCount: faults.length, faults: faults.slice(0, mostFaults).map(shown) },
    { status: 400 },
  );
