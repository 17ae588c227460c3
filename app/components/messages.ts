/** The languages every word of the portal exists in; decision 005 says why the words are plain typed values. */
export type Language = "en" | "de";

export const languages: readonly Language[] = ["en", "de"];

/** A sentence, a function that fills one, or a group of them. */
interface Words {
  readonly [key: string]: string | ((...facts: never[]) => string) | Words;
}

/** The same keys and the same arguments; only the text is free. */
type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : T[K] extends string
      ? string
      : SameShape<T[K]>;
};

export interface Messages<T> {
  readonly en: SameShape<T>;
  readonly de: SameShape<T>;
}

/** Words in both languages: a key that one half lacks, or that takes other facts there, does not compile. */
export function defineMessages<const T extends Words>(messages: { en: T; de: NoInfer<SameShape<T>> }): Messages<T> {
  return messages as unknown as Messages<T>;
}

const pluralRules = { en: new Intl.PluralRules("en"), de: new Intl.PluralRules("de") };

/** The form of a word that goes with `count`: `one` for 1, `other` for 0, 2, 1.5 ... in both languages. */
export function plural(language: Language, count: number, forms: { one: string; other: string }): string {
  return pluralRules[language].select(count) === "one" ? forms.one : forms.other;
}
