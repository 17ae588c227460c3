import { json } from "@remix-run/node";
import { type WordedRejection, worded } from "~/components/rejection-message";
import type { KnownImages } from "~/examination/authoring/exhibit-text";
import { itemDifference, type PartDifference } from "~/examination/authoring/item-difference";
import { type ItemForm, readItemForm } from "~/examination/authoring/item-form";
import { itemOfForm } from "~/examination/authoring/item-of-form";
import { itemTexts } from "~/examination/authoring/item-texts";
import type { StoredVersion } from "~/examination/authoring/version-queries.server";
import { type WrittenItem, writtenItemSchema } from "~/examination/authoring/written-item";
import { Rejection } from "~/kernel/rejection";
import type { ItemKind } from "~/platform/schema/examination-tables";
import type { Language } from "~/platform/schema/people-tables";
import { type FormFaults, formFaults } from "./form-faults.server";
import { parameterPlace } from "./generator-text.server";
import { messages } from "./messages";
import { placeName } from "./place-name";
import { type Previews, previewsOf, previewsSoFar } from "./previews.server";

/** What comes back instead of a saved item. */
export interface FormAnswer {
  readonly form: ItemForm;
  readonly faults: FormFaults;
  /** What the page calls the fields with faults, in the reader's language. */
  readonly places: Readonly<Record<string, string>>;
  /** Rows left empty at the end of every list. */
  readonly spareRows: number;
  /** Of what there is of the item; null where that is nothing yet. */
  readonly preview: Previews | null;
  /** Somebody has saved meanwhile: their version, and how the form differs from it. */
  readonly conflict: { readonly version: number; readonly difference: readonly PartDifference[] } | null;
  readonly rejection: WordedRejection | null;
  /** Tells one answer from the next. */
  readonly at: string;
}

interface Opened {
  readonly kind: ItemKind;
  readonly language: Language;
  /** The version the form was opened on; null for a new item. */
  readonly base: StoredVersion | null;
  /** The pictures of these names, as far as they are kept. */
  readonly images: (hashes: readonly string[]) => Promise<KnownImages>;
  readonly now: Date;
}

const spareRows = { few: 2, more: 6 } as const;

/**
 * Reads the form and does what the button pressed says: shows it again with more rows or with its preview, or saves it by `save`. Faults
 * come back at their fields with all that was typed.
 */
export async function answerForm(
  fields: FormData,
  { kind, language, base, images, now }: Opened,
  save: (item: WrittenItem) => Promise<Response>,
  latest: () => Promise<StoredVersion | null>,
): Promise<Response> {
  const read = readItemForm(kind, fields);
  const form = base ? { ...read, code: base.item.code } : read;
  const plain: FormAnswer = {
    form,
    faults: {},
    places: {},
    spareRows: spareRows.few,
    preview: null,
    conflict: null,
    rejection: null,
    at: now.toISOString(),
  };
  const placeOf = (name: string) => parameterPlace(form, name, language) ?? placeName(name, kind, messages[language]);
  const faulty = (faults: FormFaults) => ({
    faults,
    places: Object.fromEntries(Object.keys(faults).map((name) => [name, placeOf(name)])),
  });
  const intent = fields.get("intent");
  if (intent === "more") return json<FormAnswer>({ ...plain, spareRows: spareRows.more });
  const known = await images(form.exhibits.flatMap(({ image }) => image || []));
  const given = itemOfForm(form, base?.item.content ?? null, known);
  const parsed = writtenItemSchema.safeParse(given);
  if (!parsed.success) {
    const found = faulty(formFaults(parsed.error, form, language));
    return json<FormAnswer>(
      { ...plain, ...found, preview: previewsSoFar(given, form.example) },
      { status: intent === "preview" ? 200 : 400 },
    );
  }
  const item = parsed.data;
  if (intent === "preview") {
    return json<FormAnswer>({ ...plain, preview: previewsOf(item, form.example) });
  }
  try {
    return await save(item);
  } catch (error) {
    if (!(error instanceof Rejection) || error.kind !== "conflict") throw error;
    const shown = { ...plain, preview: previewsOf(item, form.example) };
    if (error.code === "item_code_taken") {
      return json<FormAnswer>({ ...shown, ...faulty({ code: "already_taken" }) }, { status: 409 });
    }
    return json<FormAnswer>({ ...shown, ...refused(error, item, await latest()) }, { status: 409 });
  }
}

function refused(error: Rejection, item: WrittenItem, theirs: StoredVersion | null): Partial<FormAnswer> {
  if (error.code === "changed_meanwhile" && theirs) {
    const difference = itemDifference(itemTexts(theirs.item), itemTexts(item));
    return { conflict: { version: theirs.version, difference } };
  }
  return { rejection: worded(error) };
}
