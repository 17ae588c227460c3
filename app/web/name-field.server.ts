import { z } from "zod";
import { printable, unprintableCharacters } from "~/certification/certificate-fonts.server";

const longestName = 200;
/** So many are named; a name in another script would fill the page with them. */
const mostNamed = 10;

/**
 * Characters that nobody sees, and that can turn a name around or make two of one. Persian and Indic names hold joiners, but certificates
 * print none of these scripts, so that nobody's spelling is lost.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const codePoint = (letter: string): string =>
  `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/**
 * The name of a person or an organisation as a form sends it: one that a certificate can print. A fault names the characters that it cannot,
 * so that nobody learns it on the day of issue.
 */
export const nameField = z
  .string()
  .trim()
  .max(longestName)
  .superRefine((name, context) => {
    const missing = unprintableCharacters(name).slice(0, mostNamed);
    const hidden = [...new Set(name.match(invisible))].slice(0, mostNamed).map(codePoint);
    if (hidden.length > 0 && printable(name) !== "")
      context.addIssue({ code: "custom", message: `invisible:${hidden.join(" ")}` });
    if (missing.length > 0) context.addIssue({ code: "custom", message: `unprintable:${missing.join(" ")}` });
    else if (printable(name) === "") context.addIssue({ code: "custom", message: "required" });
  });
