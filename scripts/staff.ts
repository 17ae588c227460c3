import { appointStaff } from "~/people/appoint-staff.server";
import { readEnvironment } from "~/platform/env";
import { createLogger } from "~/platform/logger";
import { closePortal, openPortal } from "~/platform/open-portal";
import { explainAndExit } from "~/web/http/start-failure";
import { readStaffOptions } from "./staff-options";

const options = readStaffOptions(process.argv.slice(2));
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
