/**
 * The content of an item version: fixed (written by an author) or generated (a generator and its parameters; the seed of the
 * attempt does the rest).
 */
import { z } from "zod";
import { generatorCodes, generators } from "./generators/all-generators";
import { inconsistencies } from "./item-consistency";
import { contentShape, type FixedContent, sharedShape } from "./item-content";

const fixedContentSchema = contentShape.superRefine((content, context) => {
  for (const { path, fault, id, message } of inconsistencies(content))
    context.addIssue({ code: "custom", path: [...path], message, params: { fault, id } });
});

const generatedContentSchema = z
  .object({
    kind: z.enum([
      "single_choice",
      "multiple_choice",
      "numeric",
      "ordering",
      "matching",
      "mark_evidence",
      "incident_report",
    ]),
    generator: z.enum(generatorCodes),
    parameters: z.record(z.string(), z.unknown()),
  })
  .strict()
  .superRefine((content, context) => {
    const generator = generators[content.generator];
    if (generator.kind !== content.kind) {
      context.addIssue({
        code: "custom",
        path: ["kind"],
        message: `"${content.generator}" makes items of kind ${generator.kind}`,
      });
    }
    for (const issue of generator.parameters.safeParse(content.parameters).error?.issues ?? []) {
      context.addIssue({ code: "custom", path: ["parameters", ...issue.path], message: issue.message });
    }
  });

type GeneratedContent = z.infer<typeof generatedContentSchema>;
export type ItemContent = FixedContent | GeneratedContent;

/** Reads `item_version.content`; throws a ZodError that lists every fault with its path. */
export function parseItemContent(given: unknown): ItemContent {
  const isGenerated = typeof given === "object" && given !== null && "generator" in given;
  return isGenerated ? generatedContentSchema.parse(given) : parseFixed(given);
}

/** Without a kind nothing else is read, so that the fields of all kinds are looked at by themselves. */
function parseFixed(given: unknown): FixedContent {
  const read = fixedContentSchema.safeParse(given);
  if (read.success) return read.data;
  const { issues } = read.error;
  const hasNoKind = issues.some(
    ({ code, path }) => code === "invalid_union" && path.length === 1 && path[0] === "kind",
  );
  throw new z.ZodError(hasNoKind ? [...issues, ...(sharedShape.safeParse(given).error?.issues ?? [])] : issues);
}

/** The item that a seed makes of the content; a fixed item is the same for every seed. */
export function contentFor(content: ItemContent, seed: string): FixedContent {
  return "generator" in content ? generators[content.generator].generate(seed, content.parameters) : content;
}
