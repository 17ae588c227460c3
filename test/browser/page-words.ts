import type { Page } from "playwright-core";

interface PageWords {
  readonly title: string;
  readonly language: string;
  readonly headings: number;
  /** What stands there in the page's language, a text each: no codes, exhibits, nor parts marked as another language's. */
  readonly texts: readonly string[];
}

export const wordsOf = (page: Page): Promise<PageWords> =>
  page.evaluate(() => {
    const { lang } = document.documentElement;
    const apart = `[lang]:not([lang="${lang}"]), code, pre, .font-mono, textarea, script, style`;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest(apart) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const texts: string[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? "");
    return { title: document.title, language: lang, headings: document.querySelectorAll("h1").length, texts };
  });

/** Small words without which hardly any sentence of a language does, and which the other does not have. */
const small = {
  en: /\b(the|and|of|with|your?|this|has|have|from|until|is|are|which|there)\b/i,
  de: /\b(und|nicht|ist|mit|für|wird|sind|eine|bis|von|auf|oder|keine?)\b/i,
} as const;
const notWords = /\b[a-z]+_[a-z_]+\b|\bundefined\b|\bNaN\b|\[object |\bInvalid Date\b/;

/** What nobody meant to say: sentences in the other language, names of keys, values that are none. */
export const strayTexts = ({ texts }: PageWords, language: keyof typeof small): string[] =>
  texts
    .map((text) => text.replaceAll(/\S+@\S+/g, ""))
    .filter((text) => small[language === "en" ? "de" : "en"].test(text) || notWords.test(text));
