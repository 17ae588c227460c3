import { z } from "zod";

export const imageTypes = ["image/png", "image/jpeg", "image/webp"] as const;
export type ImageType = (typeof imageTypes)[number];

/** The longer side at most; a screen of today fits four times. */
export const longestSide = 8_000;

const side = z.number().int().min(1).max(longestSide);

/** Names an image by the hash of its bytes, which stay in the database for ever; with its size, so that the page keeps its place. */
export const imageReference = z
  .object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), type: z.enum(imageTypes), width: side, height: side })
  .strict();

export type ImageReference = z.infer<typeof imageReference>;
