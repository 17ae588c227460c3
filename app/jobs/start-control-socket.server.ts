import type { Environment } from "~/platform/env";
import type { Portal } from "~/platform/portal";
import { type ControlSocket, openControlSocket } from "~/web/http/control-socket";
import { describeJobs, rehearseJobNow, runJobNow } from "./all-jobs.server";

/**
 * Lets `npm run jobs` reach the portal that has the embedded database open. With a database server there is no need: commands connect
 * themselves. A socket that cannot be made costs the commands, not the portal.
 */
export async function startControlSocket(portal: Portal, env: Pick<Environment, "dataDir">): Promise<ControlSocket> {
  const closed = { stop: async () => undefined };
  if (portal.database.kind === "server") return closed;
  try {
    return await openControlSocket(env.dataDir, {
      listJobs: () => describeJobs(portal),
      runJob: (name) => runJobNow(portal, name, "command"),
      rehearseJob: (name) => rehearseJobNow(portal, name),
    });
  } catch (error) {
    portal.logger.warn({ err: error }, "no control socket: npm run jobs works only while the portal is stopped");
    return closed;
  }
}
