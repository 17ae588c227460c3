import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { preparePortal } from "~/jobs/prepare-portal.server";
import { readMetrics } from "~/jobs/read-metrics.server";
import { readEnvironment } from "~/platform/env";
import { announce } from "~/web/http/announce";
import { serve } from "~/web/http/serve";
import { explainAndExit } from "~/web/http/start-failure";

// React and Express choose their quick halves by this, and read it when the server build below is loaded.
process.env.NODE_ENV ??= "production";
const build = fileURLToPath(new URL("..", import.meta.url));

try {
  const env = readEnvironment();
  const serverBuild = (await import(pathToFileURL(join(build, "server", "index.js")).href)) as ServerBuild;
  const running = await serve({
    env,
    build: serverBuild,
    clientFolder: join(build, "client"),
    prepare: preparePortal(env, console.log),
    readMetrics,
  });
  announce(running, env, console.log);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
} catch (error) {
  explainAndExit(error);
}
