import { warmRendering } from "~/certification/warm-rendering.server";
import { fillDemoWorld } from "~/demo/fill-demo-world.server";
import { publishBank } from "~/examination/publish-bank.server";
import type { Environment } from "~/platform/env";
import type { Portal } from "~/platform/portal";
import { startJobs } from "./schedule.server";
import { startControlSocket } from "./start-control-socket.server";

/** Once the first pages have been answered, which people wait for more than for a certificate. */
const warmAfterMs = 2_000;

/** What runs beside the pages: the demo world on a demo's first start, the programme and items that the portal is delivered with, then the jobs and the socket for commands. Returns how to stop them. */
export const preparePortal =
  (env: Environment, print: (line: string) => void) =>
  async (portal: Portal): Promise<() => Promise<void>> => {
    if (env.mode === "demo") await fillDemoWorld(portal, print);
    await publishBank(portal.db, portal.clock.now());
    const jobs = await startJobs(portal);
    const socket = await startControlSocket(portal, env);
    const warming = setTimeout(() => {
      warmRendering().catch((error: unknown) => portal.logger.error({ err: error }, "the specimen was not rendered"));
    }, warmAfterMs);
    return async () => {
      clearTimeout(warming);
      await socket.stop();
      await jobs.stop();
    };
  };
