import type { Language } from "~/platform/schema/people-tables";
import { keyLines } from "../authoring/key-lines";
import type { ItemContent } from "../item";
import type { FixedContent } from "../item-content";
import { keyIn } from "../present-item";
import { keyNaming, type Treatment } from "./treatment";

/** A line each, as staff read keys: what is right by the item, and what the regrade names beside it or instead. */
export interface AnswerInWords {
  readonly key: readonly string[];
  readonly named: readonly string[];
}

/** The answer that a treatment names, beside the item's key; null where it names none. */
export function answerInWords(treatment: Treatment, content: ItemContent, language: Language): AnswerInWords | null {
  if (!("answer" in treatment) || "generator" in content) return null;
  // The key that names an answer is of the kind of the one that it takes the place of.
  const regraded = { ...content, key: keyNaming(treatment.answer, keyIn(content)) } as FixedContent;
  return { key: keyLines(content, language), named: keyLines(regraded, language) };
}
