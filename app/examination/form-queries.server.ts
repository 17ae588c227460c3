/** Forms, items as they are shown and what an attempt is sat under, remembered in this process: none of them changes once an attempt has begun. */

import { RecentlyUsed } from "~/kernel/recently-used";
import { notFound } from "~/kernel/rejection";
import type { Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { type FormItem, selectForm } from "./answer-queries.server";
import type { Answerable } from "./answerable";
import { type ItemContent, parseItemContent } from "./item";
import { essentialsOf } from "./item-essentials";
import { selectContents } from "./item-queries.server";
import { presentItem } from "./present-item";
import type { ItemPresentation } from "./presentation";
import { type Programme, selectProgrammeVersion } from "./programme-queries.server";

/** Some 10 MB when full: 2,000 forms of 40 places, 2,000 items as written, 4,000 as shown. */
const forms = new RecentlyUsed<readonly FormItem[]>(2_000);
const contents = new RecentlyUsed<ItemContent>(2_000);
const presentations = new RecentlyUsed<ItemPresentation>(4_000);
const programmes = new RecentlyUsed<Programme>(100);

/** The form of an attempt, in its order. Throws `not_found` for an attempt that does not exist. */
export async function readForm(db: Reader, attemptId: string): Promise<readonly FormItem[]> {
  const form = await readOptionalForm(db, attemptId);
  if (form.length === 0) throw notFound();
  return form;
}

/** The same; empty for an attempt that does not exist. */
export async function readOptionalForm(db: Reader, attemptId: string): Promise<readonly FormItem[]> {
  const known = forms.get(attemptId);
  if (known) return known;
  const form = await selectForm(db, attemptId);
  rememberForm(attemptId, form);
  return form;
}

export const isFormKnown = (attemptId: string): boolean => forms.get(attemptId) !== undefined;

/** For who has read the form with something else. */
export function rememberForm(attemptId: string, form: readonly FormItem[]): void {
  if (form.length > 0) forms.set(attemptId, form);
}

/** What stands in the items, with key and rationale: in the order of `items`, in one statement at most. */
export async function readContents(db: Reader, items: readonly FormItem[]): Promise<ItemContent[]> {
  const missing = items.map(({ itemVersionId }) => itemVersionId).filter((id) => contents.get(id) === undefined);
  const read = new Map<string, ItemContent>();
  for (const [id, content] of await selectContents(db, missing)) {
    const parsed = parseItemContent(content);
    contents.set(id, parsed);
    read.set(id, parsed);
  }
  return items.map(({ itemVersionId }) => {
    const content = read.get(itemVersionId) ?? contents.get(itemVersionId);
    if (!content) throw new Error(`item version ${itemVersionId} has no content`);
    return content;
  });
}

const keyOf = ({ itemVersionId, seed }: FormItem, language: Language) => `${itemVersionId}/${seed}/${language}`;

/** What an answer to the item is read against. */
export async function readAnswerable(db: Reader, item: FormItem): Promise<Answerable> {
  const [content] = await readContents(db, [item]);
  return essentialsOf(item, content as ItemContent).answerable;
}

/** The items as the candidate sees them: in the order of `items`. */
export async function readPresentations(
  db: Reader,
  items: readonly FormItem[],
  language: Language,
): Promise<ItemPresentation[]> {
  const known = items.map((item) => presentations.get(keyOf(item, language)));
  if (known.every((presentation) => presentation !== undefined)) return known;
  const read = await readContents(db, items);
  return items.map((item, index) => {
    const presentation = known[index] ?? presentItem(read[index] as ItemContent, item.seed, language);
    presentations.set(keyOf(item, language), presentation);
    return presentation;
  });
}

/** The version of its programme that an attempt is sat under. Throws `not_found` for a version that does not exist. */
export async function readProgrammeVersion(db: Reader, programmeVersionId: string): Promise<Programme> {
  const known = programmes.get(programmeVersionId);
  if (known) return known;
  const programme = await selectProgrammeVersion(db, programmeVersionId);
  programmes.set(programmeVersionId, programme);
  return programme;
}
