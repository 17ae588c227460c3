import { json, redirect, type TypedResponse } from "@remix-run/node";
import { z } from "zod";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { pools } from "~/examination/authoring/bank-question";
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
import { type Assumed, nothingAssumed } from "~/examination/authoring/exchange/qti/item-facts";
import { outdatedInFile } from "~/examination/authoring/exchange/translation-in-files";
import { itemDifference, type PartDifference } from "~/examination/authoring/item-difference";
import { itemTexts } from "~/examination/authoring/item-texts";
import { stemExcerpt } from "~/examination/authoring/stem-excerpt.server";
import type { WrittenItem } from "~/examination/authoring/written-item";
import { clauseTags } from "~/examination/clause-tags";
import { generatorName } from "~/examination/generators/generator-names";
import type { StoredImage } from "~/examination/images/image-queries.server";
import { type Section, sections } from "~/examination/section-names";
import { Rejection } from "~/kernel/rejection";
import type { Portal } from "~/platform/portal";
import type { ItemKind } from "~/platform/schema/examination-tables";
import type { Language } from "~/platform/schema/people-tables";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { noFaults, type ShownFaults, shownFaults } from "./shown-faults.server";

export interface ShownItem {
  readonly code: string;
  readonly fate: Fate;
  readonly section: Section;
  readonly kind: ItemKind;
  readonly pool: WrittenItem["pool"];
  readonly clauses: string;
  /** Of a new item, how its question begins, or its generator. */
  readonly question: string;
  /** Of a changed item, against the version that the bank stands at; empty where it reads the same. */
  readonly difference: readonly PartDifference[];
  /** Of a new item, in words: the languages that it has not, or that are behind in some of its texts. */
  readonly translation: readonly string[];
}

export interface ImportAnswer {
  readonly noFile: boolean;
  /** The bank has moved between the look and the agreement. */
  readonly moved: boolean;
  readonly faults: ShownFaults;
  /** What was pasted: it comes back with its faults. */
  readonly text: string;
  /** What was chosen for items that do not say it; it comes back as well. */
  readonly assumed: Assumed;
  readonly plan: readonly ShownItem[] | null;
  /** The items, and the fingerprint of what was shown of them: both are sent back with the agreement. */
  readonly items: string;
  readonly foreseen: string;
}

const nothing: ImportAnswer = {
  noFile: false,
  moved: false,
  faults: noFaults,
  text: "",
  assumed: nothingAssumed,
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

const chosen = z.object({
  pool: z.enum(pools).nullable().catch(null),
  section: z.enum(sections).nullable().catch(null),
  clauses: z.array(z.enum(clauseTags)).catch([]),
});

const assumedIn = (form: FormData): Assumed =>
  chosen.parse({ pool: form.get("pool"), section: form.get("section"), clauses: form.getAll("clause") });

interface Sender {
  readonly portal: Portal;
  readonly actorId: string;
  readonly now: Date;
  readonly language: Language;
}

/** Enough to tell what is asked. */
const longestQuestion = 200;

const questionOf = ({ content }: WrittenItem, language: Language): string =>
  "generator" in content
    ? generatorName(content.generator, language)
    : stemExcerpt(content.stem[language], longestQuestion);

function translationOf(item: WrittenItem, language: Language): string[] {
  if (item.lacks) return [messages[language].lacks[item.lacks]];
  const behind = new Set(Object.values(outdatedInFile(item)));
  return [...behind].sort().map((each) => itemBankMessages[language].outdated[each]);
}

type Answered = Promise<TypedResponse<ImportAnswer | never>>;

/** The first press shows what would happen, the second does it; a file with a fault does nothing at all. */
export async function answerImport(form: FormData, sender: Sender): Answered {
  const agreed = form.get("items");
  if (typeof agreed === "string" && agreed !== "") {
    const items = unpackItems(agreed);
    if (items) return readIn(sender, items, String(form.get("foreseen") ?? ""));
  }
  const sent = await fileSent(form);
  if (!sent) return json<ImportAnswer>({ ...nothing, noFile: true }, { status: 400 });
  const given = { text: sent.text, assumed: assumedIn(form) };
  const { items, images, faults } = readItemFile(sent.bytes, given.assumed);
  return faults.length > 0 ? refused(faults, given, sender) : foreseen(sender, items, { images, given });
}

/** Does what was shown; what nobody has seen is shown instead. */
async function readIn(sender: Sender, items: readonly WrittenItem[], fingerprint: string): Answered {
  const { portal, actorId, now } = sender;
  try {
    const { written } = await importItems(portal.db, { actorId, items, foreseen: fingerprint }, now);
    return redirect(`${paths.importItems()}?written=${written}`);
  } catch (error) {
    if (!(error instanceof Rejection) || error.code !== "changed_meanwhile") throw error;
    return foreseen(sender, items, { images: [], given: nothing, moved: true });
  }
}

type Given = Pick<ImportAnswer, "text" | "assumed">;

interface Foreseen {
  readonly images: readonly StoredImage[];
  readonly given: Given;
  readonly moved?: boolean;
}

const untold = { question: "", clauses: "" };

async function foreseen(
  sender: Sender,
  items: readonly WrittenItem[],
  { images, given, moved = false }: Foreseen,
): Answered {
  const { portal, actorId, now, language } = sender;
  const plan = await foreseeImport(portal.db, items, images);
  if (plan.faults.length > 0) return refused(plan.faults, given, sender);
  await keepImages(portal.db, { actorId, images }, now);
  const rows = plan.planned.map(({ item, fate, known }): ShownItem => {
    const { code, pool, section, content } = item;
    const difference = known && fate === "changed" ? itemDifference(itemTexts(known.item), itemTexts(item)) : [];
    const told = fate === "new" ? { question: questionOf(item, language), clauses: item.clauses.join(", ") } : untold;
    const translation = fate === "new" ? translationOf(item, language) : [];
    return { code, fate, pool, section, kind: content.kind, ...told, difference, translation };
  });
  const { assumed } = given;
  const answer = { ...nothing, assumed, moved, plan: rows, items: packItems(items), foreseen: fingerprintOf(plan) };
  return json<ImportAnswer>(answer, { status: moved ? 409 : 200 });
}

const refused = (faults: readonly FileFault[], { text, assumed }: Given, { language }: Sender) =>
  json<ImportAnswer>({ ...nothing, text, assumed, faults: shownFaults(faults, language) }, { status: 400 });
