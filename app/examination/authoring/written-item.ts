/** An item as it is written, exchanged and compared: everything but its history. */
import { z } from "zod";
import type { Language } from "~/platform/schema/people-tables";
import { type ClauseTag, clauseTags } from "../clause-tags";
import { type ItemContent, parseItemContent } from "../item";
import { type Section, sections } from "../section-names";
import { pools } from "./bank-question";
import type { OutdatedTexts } from "./outdated-texts";

export interface WrittenItem {
  readonly code: string;
  readonly pool: (typeof pools)[number];
  readonly section: Section;
  readonly clauses: readonly ClauseTag[];
  readonly points: number;
  /** Per cent of the points that somebody who just deserves to pass is expected to reach; null when nobody has guessed. */
  readonly difficultyGuess: number | null;
  /** Items of one group never stand in one form. */
  readonly enemyGroup: string | null;
  readonly sources: readonly string[];
  readonly content: ItemContent;
  /** In a file: the language that has no words of its own yet; those of the other one stand in their place. */
  readonly lacks?: Language | undefined;
  /** In a file: of an item with words in both, the language that is behind, by the id of the text. */
  readonly outdated?: OutdatedTexts | undefined;
}

/** Read anew by the rules of its kind, so that every fault comes with its path. */
const content = z.unknown().transform((given, context): ItemContent => {
  try {
    return parseItemContent(given);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    for (const issue of error.issues) context.issues.push({ ...issue, input: given } as never);
    return z.NEVER;
  }
});

const withoutRepetition = (values: readonly string[]) => new Set(values).size === values.length;

/** Everything but the content, as a form or a file gives it. */
const headShape = {
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,39}$/),
  pool: z.enum(pools),
  section: z.enum(sections),
  clauses: z.array(z.enum(clauseTags)).min(1).max(clauseTags.length).refine(withoutRepetition, "stands here twice"),
  points: z.number().int().min(1).max(100),
  difficultyGuess: z.number().int().min(1).max(99).nullable(),
  enemyGroup: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .nullable(),
  sources: z.array(z.string().min(1).max(300)).max(20),
};

const language = z.enum(["en", "de"]);

export const writtenItemSchema: z.ZodType<WrittenItem> = z
  .object({ ...headShape, content, lacks: language.optional(), outdated: z.record(z.string(), language).optional() })
  .strict();
