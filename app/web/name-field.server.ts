import { z } from "zod";
import { printable, unprintableCharacters } from "~/certification/certificate-fonts.server";

const longestName = 200;
/** So many are named; a name in another script would fill the page with them. */
const mostNamed = 10;

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
    if (missing.length > 0) context.addIssue({ code: "custom", message: `unprintable:${missing.join(" ")}` });
    else if (printable(name) === "") context.addIssue({ code: "custom", message: "required" });
  });
