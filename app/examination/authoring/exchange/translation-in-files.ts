/** What a file says of an item's translation, so that the same texts are outdated where it is read in as where it was written. */
import { type OutdatedTexts, untranslated } from "../outdated-texts";
import { translatedTexts } from "../translated-texts";
import { type WrittenItem, writtenItemSchema } from "../written-item";

const languages = ["en", "de"] as const;

/** The item as a file holds it: a language without any words of its own is named once, other outdated texts one by one. */
export function withTranslation(item: WrittenItem, outdated: OutdatedTexts): WrittenItem {
  const texts = translatedTexts(item.content);
  const behind = texts.flatMap(({ id }) => (outdated[id] ? [[id, outdated[id]] as const] : []));
  if (behind.length === 0) return item;
  const lacks = languages.find((each) => texts.every(({ id, en, de }) => outdated[id] === each && en === de));
  return lacks ? { ...item, lacks } : { ...item, outdated: Object.fromEntries(behind) };
}

/** What is outdated by the word of the file alone. */
export function outdatedInFile({ content, lacks, outdated = {} }: WrittenItem): OutdatedTexts {
  const texts = translatedTexts(content);
  const named = texts.flatMap(({ id }) => (Object.hasOwn(outdated, id) ? [[id, outdated[id]]] : []));
  return { ...Object.fromEntries(named), ...untranslated(texts, lacks ?? null) };
}

/** An item in a file, whose outdated texts are texts that it has. */
export const fileItemSchema = writtenItemSchema.superRefine(({ content, outdated = {} }, context) => {
  const known = new Set(translatedTexts(content).map(({ id }) => id));
  for (const id of Object.keys(outdated)) {
    if (known.has(id)) continue;
    context.addIssue({ code: "custom", path: ["outdated"], params: { fault: "id_unknown", id } });
  }
});
