import { parseArgs } from "node:util";
import { z } from "zod";
import { appointStaff } from "~/people/appoint-staff.server";
import { readEnvironment } from "~/platform/env";
import { createLogger } from "~/platform/logger";
import { closePortal, openPortal } from "~/platform/open-portal";
import { explainAndExit } from "~/web/http/start-failure";

const roles = ["auditor", "training_manager", "exam_manager", "portal_admin"] as const;
const usage = `Use --email ADDRESS --name "FULL NAME" --role ROLE (${roles.join(", ")}; may be given several times) [--language en|de].`;

const schema = z.object({
  email: z.email("is not an e-mail address").max(254),
  name: z.string("is missing").trim().min(1, "is missing").max(200),
  role: z.array(z.enum(roles, `is one of ${roles.join(", ")}`), "is missing").min(1),
  language: z.enum(["en", "de"], "is en or de").default("en"),
});

/** The options, or the sentences that say what is wrong with them. */
function readOptions(): z.output<typeof schema> | string {
  try {
    const text = { type: "string" } as const;
    const { values } = parseArgs({
      options: { email: text, name: text, language: text, role: { ...text, multiple: true } },
    });
    const parsed = schema.safeParse(values);
    if (parsed.success) return parsed.data;
    return [...parsed.error.issues.map(({ path, message }) => `--${String(path[0])} ${message}`), usage].join("\n");
  } catch (error) {
    return `${error instanceof Error ? error.message : "These options are not understood."}\n${usage}`;
  }
}

const options = readOptions();
if (typeof options === "string") {
  console.error(options);
  process.exitCode = 2;
} else {
  try {
    const portal = await openPortal(readEnvironment(), createLogger("silent"));
    try {
      const { email, name, role, language } = options;
      await appointStaff(
        portal.db,
        { actorId: null, fullName: name, email, language, roles: role },
        portal.clock.now(),
        portal.random,
      );
      console.log(`${name} <${email}> is now ${role.join(", ")}. The invitation leaves with the next mails.`);
    } finally {
      await closePortal(portal);
    }
  } catch (error) {
    explainAndExit(error);
  }
}
