import { z } from "zod";
import { longestNote } from "~/examination/longest-note";

/** No examination lasts as long: given before this, given before it began. */
const longestAgoMs = 86_400_000;

const client = z.string().min(1).max(64);
const ordinal = z.int().min(1).max(500);
const sequence = z.int().min(1);

/** What the page of an examination, or of a mock examination, sends: an answer, or, without one, that from now on this browser answers. */
export const sentAnswer = z.object({
  client,
  answer: z
    .object({
      ordinal,
      sequence,
      /** In which it was given; before the first where another window may have gone on in it. A page that was open before there were turns says none. */
      turn: z
        .int()
        .min(-1)
        .nullish()
        .transform((turn) => turn ?? null),
      agoMs: z
        .number()
        .min(0)
        .transform((ms) => Math.min(ms, longestAgoMs)),
      flagged: z.boolean(),
      given: z.unknown(),
    })
    .optional(),
});

/** What it sends of a note beside a question. */
export const sentNote = z.object({
  client,
  note: z.object({ ordinal, sequence, text: z.string().max(longestNote) }),
});

/** The name under which a browser without JavaScript answers. */
export const pageClient = "page";

type Outcome = "here" | "saved" | "stale" | "overtaken" | "unusable" | "late" | "finished" | "elsewhere";

/** How what became of an answer or of a note is told. */
export const savedStatus: Record<Outcome, number> = {
  here: 200,
  saved: 200,
  stale: 200,
  overtaken: 409,
  unusable: 400,
  late: 409,
  finished: 409,
  elsewhere: 409,
};

export const savedHeaders = { "Cache-Control": "private, no-store" };
