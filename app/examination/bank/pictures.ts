/** The pictures that the bank is delivered with, drawn by scripts/draw-pictures.mjs from made-up figures: nobody else has rights in them. */
import type { ImageReference } from "../images/image-reference";
import fullLink from "./pictures/full-link.png?inline";
import stolenByNight from "./pictures/stolen-by-night.png?inline";

const drawn = { type: "image/png", width: 720, height: 340 } as const;

export const pictures = {
  stolenByNight: { sha256: "e864f08d76a912771435ae154e0b180b33b0037f8d94783bad82d22218ee74a3", ...drawn },
  fullLink: { sha256: "3092a2889fb9fff6fdcb282c3988c31891933fb9dfae261bc0ceda0c56e4d948", ...drawn },
} as const satisfies Record<string, ImageReference>;

/** Their bytes in base64, by the hash that names them. */
export const pictureData: ReadonlyMap<string, string> = new Map(
  (
    [
      [pictures.stolenByNight, stolenByNight],
      [pictures.fullLink, fullLink],
    ] as const
  ).map(([{ sha256 }, address]) => [sha256, address.replace(/^[^,]*,/, "")]),
);
