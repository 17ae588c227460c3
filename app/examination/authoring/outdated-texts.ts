/** Which texts of an item did not follow a change of their other half, text by text. */
import type { Language } from "~/platform/schema/people-tables";
import type { ItemPart } from "./item-texts";
import type { TranslatedText } from "./translated-texts";

/** The language that is behind, by the id of the text. A text is behind in one language at most: the other one was changed later. */
export type OutdatedTexts = Readonly<Record<string, Language>>;

/**
 * The versions in which the words of each language were last up to date throughout. All that was kept before texts were told apart, and
 * what a running version of that time goes by.
 */
export interface TranslationStamp {
  readonly englishRevised: number;
  readonly germanRevised: number;
}

export interface TranslationState extends TranslationStamp {
  /** Null where only the stamp was kept. */
  readonly outdatedTexts: OutdatedTexts | null;
}

/** By the stamp alone: the language that lags, and the last version in which it did not; null where both are level. */
export function lagOfStamp({
  englishRevised,
  germanRevised,
}: TranslationStamp): { language: Language; since: number } | null {
  if (englishRevised === germanRevised) return null;
  return englishRevised < germanRevised
    ? { language: "en", since: englishRevised }
    : { language: "de", since: germanRevised };
}

const inOrder = ["en", "de"] as const;

/** The languages in which some text is behind. */
export function outdatedLanguages(state: TranslationState): Language[] {
  const behind = state.outdatedTexts ? Object.values(state.outdatedTexts) : [lagOfStamp(state)?.language];
  return inOrder.filter((language) => behind.includes(language));
}

/** The stamp of `version`. Where texts of both languages are behind it can name one of them only, and names German. */
export function nextStamp(before: TranslationStamp, outdated: OutdatedTexts, version: number): TranslationStamp {
  const behind = Object.values(outdated);
  const german = behind.includes("de");
  const english = behind.includes("en") && !german;
  return {
    englishRevised: english ? before.englishRevised : version,
    germanRevised: german ? before.germanRevised : version,
  };
}

type Likeness = (old: TranslatedText, now: TranslatedText) => boolean;
const sameId: Likeness = (old, now) => old.id === now.id;
const samePart: Likeness = (old, now) => old.part === now.part;
const unchanged: Likeness = (old, now) => old.en === now.en && old.de === now.de;
const halfKept: Likeness = (old, now) => old.en === now.en || old.de === now.de;

/** What makes two texts the same one, the surest first: exhibits and cells are named by their place, and what stands there may have moved. */
const likenesses: readonly Likeness[] = [
  (old, now) => sameId(old, now) && unchanged(old, now),
  (old, now) => samePart(old, now) && unchanged(old, now),
  (old, now) => sameId(old, now) && halfKept(old, now),
  (old, now) => samePart(old, now) && halfKept(old, now),
  sameId,
];

/** What each text was before, by its id now; a text that is new has no entry. */
function earlierTexts(
  before: readonly TranslatedText[],
  after: readonly TranslatedText[],
): Map<string, TranslatedText> {
  const left = new Map(before.map((text) => [text.id, text]));
  const found = new Map<string, TranslatedText>();
  for (const alike of likenesses) {
    for (const now of after) {
      if (found.has(now.id)) continue;
      const own = left.get(now.id);
      const old = own && alike(own, now) ? own : [...left.values()].find((each) => alike(each, now));
      if (!old) continue;
      left.delete(old.id);
      found.set(now.id, old);
    }
  }
  return found;
}

function behindNow(
  old: TranslatedText | undefined,
  now: TranslatedText,
  { outdated, said }: { outdated: OutdatedTexts; said: OutdatedTexts },
): Language | undefined {
  const [was, told] = [old && outdated[old.id], said[now.id]];
  const changed = { en: old?.en !== now.en, de: old?.de !== now.de };
  if (told && (changed.en || changed.de)) return told;
  if (!old || (changed.en && changed.de && now.en !== now.de)) return undefined;
  if (now.en === now.de) return old.en === old.de ? was : undefined;
  if (!changed.en && !changed.de) return was;
  const [followed, other] = changed.en ? (["en", "de"] as const) : (["de", "en"] as const);
  return was === followed ? undefined : other;
}

/** What is outdated of an item that has words in one language only. */
export const untranslated = (texts: readonly TranslatedText[], lacks: Language | null): OutdatedTexts =>
  lacks ? Object.fromEntries(texts.map(({ id }) => [id, lacks])) : {};

/**
 * What is outdated once `before` has become `after`. A text changed in one language alone is outdated in the other, unless it was outdated in
 * the one changed, which has thereby caught up. Changed in both, or new, or the same words in both languages, it is level; but one that has never had
 * words of its own in a language lacks them until it gets some. Untouched, it stays as it was, whatever happened to other texts. The author's word that both languages agree clears them all.
 * `said`: what the file that the texts come from calls outdated; it holds for texts that are new or changed.
 */
export function nextOutdated(
  outdated: OutdatedTexts,
  before: readonly TranslatedText[],
  after: readonly TranslatedText[],
  { agree, said = {} }: { readonly agree: boolean; readonly said?: OutdatedTexts },
): OutdatedTexts {
  if (agree) return {};
  const earlier = earlierTexts(before, after);
  return Object.fromEntries(
    after.flatMap((now) => {
      const language = behindNow(earlier.get(now.id), now, { outdated, said });
      return language ? [[now.id, language] as const] : [];
    }),
  );
}

/**
 * For a version that kept only that `language` lags: the texts whose other half alone has changed since `level`, the last version in which it
 * did not. Where that explains nothing, any text may be meant, so every one that reads differently in the two languages counts.
 */
export function outdatedSince(
  level: readonly TranslatedText[],
  now: readonly TranslatedText[],
  language: Language,
): OutdatedTexts {
  const changed = Object.entries(nextOutdated({}, level, now, { agree: false })).filter(
    ([, behind]) => behind === language,
  );
  const all = now.filter(({ en, de }) => en !== de).map(({ id }) => [id, language] as const);
  return Object.fromEntries(changed.length > 0 ? changed : all);
}

/** A place of the form that is outdated in `language`; cells of one table are one place. */
export interface OutdatedPart {
  /** The row of `itemTexts` in which it stands. */
  readonly row: string;
  readonly part: ItemPart;
  readonly ordinal: number | null;
  readonly language: Language;
}

/** The outdated texts by their places, in the order of the form. */
export function outdatedParts(texts: readonly TranslatedText[], outdated: OutdatedTexts): OutdatedPart[] {
  const places = new Map<string, OutdatedPart>();
  for (const { id, row, part, ordinal } of texts) {
    const language = outdated[id];
    if (language) places.set(`${row}/${part}/${ordinal}/${language}`, { row, part, ordinal, language });
  }
  return [...places.values()];
}
