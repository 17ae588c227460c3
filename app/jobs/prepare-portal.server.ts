import { fillDemoWorld } from "~/demo/fill-demo-world.server";
import { publishBank } from "~/examination/publish-bank.server";
import type { Environment } from "~/platform/env";
import type { Portal } from "~/platform/portal";
import { startJobs } from "./schedule.server";
import { startControlSocket } from "./start-control-socket.server";

/** What runs beside the pages: the demo world on a demo's first start, the programme and items that the portal is delivered with, then the jobs and the socket for commands. Returns how to stop them. */
export const preparePortal =
  (env: Environment, print: (line: string) => void) =>
  async (portal: Portal): Promise<() => Promise<void>> => {
    if (env.mode === "demo") await fillDemoWorld(portal, print);
    await publishBank(portal.db, portal.clock.now());
    const jobs = await startJobs(portal);
    const socket = await startControlSocket(portal, env);
    return async () => {
      await socket.stop();
      await jobs.stop();
    };
  };
