/**
 * What stands in `item_version.content` once a generator has run, or from the start: both languages side by side, phrase by
 * phrase, so that no option or line can exist in one language only. Key, rationale and misconceptions stand here too;
 * `present-item.ts` decides what of it a candidate sees.
 */
import { z } from "zod";
import { clauseTags } from "./clause-tags";
import { imageReference } from "./images/image-reference";

/** Ids name a choice or line for ever (responses are stored by them), so they tell neither order nor rightness. */
const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,31}$/);
const words = z.object({ en: z.string().min(1).max(4000), de: z.string().min(1).max(4000) }).strict();
/** A plain string is the same in both languages: a command, an address, an identifier. */
const phrase = z.union([z.string().min(1).max(4000), words]);

const line = z.object({ id, text: z.string().max(400) }).strict();
const lines = z.array(line).min(1).max(200);

const exhibit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("log"), title: phrase, lines }).strict(),
  z.object({ kind: z.literal("tool_output"), title: phrase, command: z.string().min(1).max(400), lines }).strict(),
  z
    .object({
      kind: z.literal("table"),
      title: phrase,
      columns: z.array(phrase).min(1).max(12),
      rows: z.array(z.array(phrase).max(12)).min(1).max(60),
    })
    .strict(),
  z
    .object({
      kind: z.literal("chart"),
      title: phrase,
      axis: phrase,
      unit: z.string().min(1).max(20),
      labels: z.array(z.string().max(40)).min(2).max(400),
      series: z
        .array(z.object({ name: phrase, values: z.array(z.number()).max(400) }).strict())
        .min(1)
        .max(6),
    })
    .strict(),
  /** `alt` says what there is to see to whoever cannot see it. */
  z.object({ kind: z.literal("image"), title: phrase, alt: words, image: imageReference }).strict(),
]);

const option = z.object({ id, text: phrase, misconception: words.optional() }).strict();
const options = z.array(option).min(2).max(12);
const ids = z.array(id).max(60);
const shared = { stem: words, exhibits: z.array(exhibit).max(6), rationale: words };

/** What every kind has. */
export const sharedShape = z.object(shared);

const requirement = z
  .object({ id, clause: z.enum(clauseTags), label: words, fieldId: id, evidenceIds: ids.min(1) })
  .strict();

/** The shape of a fixed item; `item-consistency.ts` says what a shape cannot. */
export const contentShape = z.discriminatedUnion("kind", [
  /** More than one id in the key: each of them is accepted. */
  z
    .object({ kind: z.literal("single_choice"), ...shared, options, key: z.object({ optionIds: ids.min(1) }).strict() })
    .strict(),
  z
    .object({
      kind: z.literal("multiple_choice"),
      ...shared,
      options,
      key: z.object({ optionIds: ids.min(1) }).strict(),
    })
    .strict(),
  /** One answer a unit offered; a value is right from `value - tolerance` to `value + tolerance`, both included. */
  z
    .object({
      kind: z.literal("numeric"),
      ...shared,
      units: z.array(z.string().min(1).max(20)).min(1).max(6),
      key: z
        .object({
          answers: z
            .array(z.object({ unit: z.string(), value: z.number(), tolerance: z.number().min(0) }).strict())
            .min(1)
            .max(6),
        })
        .strict(),
    })
    .strict(),
  z
    .object({
      kind: z.literal("ordering"),
      ...shared,
      entries: options,
      key: z.object({ entryIds: ids.min(2) }).strict(),
    })
    .strict(),
  z
    .object({
      kind: z.literal("matching"),
      ...shared,
      prompts: options,
      options,
      key: z.object({ pairs: z.record(id, id) }).strict(),
    })
    .strict(),
  /** Neutral lines neither earn nor cost: context that a careful reader may well mark. */
  z
    .object({
      kind: z.literal("mark_evidence"),
      ...shared,
      key: z.object({ lineIds: ids.min(1), neutralLineIds: ids }).strict(),
    })
    .strict(),
  /** A requirement is met by any one of its pieces of evidence in its field; evidence that no requirement names is misplaced anywhere. */
  z
    .object({
      kind: z.literal("incident_report"),
      ...shared,
      fields: options,
      evidence: z.array(option).min(2).max(40),
      key: z.object({ requirements: z.array(requirement).min(1).max(30) }).strict(),
    })
    .strict(),
]);

export type Words = z.infer<typeof words>;
export type Phrase = z.infer<typeof phrase>;
export type ContentExhibit = z.infer<typeof exhibit>;
export type ContentOption = z.infer<typeof option>;
export type FixedContent = z.infer<typeof contentShape>;
