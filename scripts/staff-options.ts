import { parseArgs } from "node:util";
import { z } from "zod";
import { fieldFault } from "~/components/field-fault";
import { nameField } from "~/web/name-field.server";

const roles = ["auditor", "training_manager", "exam_manager", "portal_admin"] as const;
const usage = `Use --email ADDRESS --name "FULL NAME" --role ROLE (${roles.join(", ")}; may be given several times) [--language en|de].`;

const schema = z.object({
  email: z.email("is not an e-mail address").max(254),
  name: z.string("is missing").trim().min(1, "is missing").pipe(nameField),
  role: z.array(z.enum(roles, `is one of ${roles.join(", ")}`), "is missing").min(1),
  language: z.enum(["en", "de"], "is en or de").default("en"),
});

/** A name is refused in the code of its form field, everything else in words. */
const sentence = ({ path, message }: z.core.$ZodIssue): string =>
  /^[a-z_]+(:|$)/.test(message)
    ? `--${String(path[0])}: ${fieldFault(message, "en")}`
    : `--${String(path[0])} ${message}`;

/** The options, or the sentences that say what is wrong with them. */
export function readStaffOptions(args: string[]): z.output<typeof schema> | string {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      args,
      options: { email: text, name: text, language: text, role: { ...text, multiple: true } },
    });
    const parsed = schema.safeParse(values);
    if (parsed.success) return parsed.data;
    return [...parsed.error.issues.map(sentence), usage].join("\n");
  } catch (error) {
    return `${error instanceof Error ? error.message : "These options are not understood."}\n${usage}`;
  }
}
