import type { Language } from "~/platform/schema/people-tables";

/** The versions in which the words of each language were last brought up to date. */
export interface TranslationStamp {
  readonly englishRevised: number;
  readonly germanRevised: number;
}

/** Whether there are words that changed in this language while their other half stayed as it was. */
export interface OneSidedChanges {
  readonly en: boolean;
  readonly de: boolean;
}

/** The language whose words lag behind the other's; null when they say the same as far as is known. */
export function outdatedLanguage({ englishRevised, germanRevised }: TranslationStamp): Language | null {
  if (englishRevised === germanRevised) return null;
  return englishRevised < germanRevised ? "en" : "de";
}

/**
 * The stamp of `version`. Words changed in one language alone leave the other behind, unless that one was behind already and has just
 * caught up. Words of both languages changed, or the author's word that both still agree, bring them level.
 */
export function nextStamp(
  { englishRevised, germanRevised }: TranslationStamp,
  changes: OneSidedChanges,
  { version, agree }: { version: number; agree: boolean },
): TranslationStamp {
  const before = { englishRevised, germanRevised };
  const level = { englishRevised: version, germanRevised: version };
  if (agree || (changes.en && changes.de)) return level;
  if (!changes.en && !changes.de) return before;
  const changed: Language = changes.en ? "en" : "de";
  if (outdatedLanguage(before) === changed) return level;
  return changed === "en" ? { ...before, englishRevised: version } : { ...before, germanRevised: version };
}
