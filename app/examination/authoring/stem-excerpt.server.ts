import { plainStem } from "../render-item.server";

/** How the question begins, in at most so many characters, cut between words. */
export function stemExcerpt(stem: string, longest: number): string {
  const text = plainStem(stem);
  return text.length > longest ? `${text.slice(0, longest).replace(/\s+\S*$/, "")} …` : text;
}
