import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { readEnvironment } from "~/platform/env";
import { announce } from "~/web/http/announce";
import { prepare } from "~/web/http/prepare";
import { serve } from "~/web/http/serve";
import { explainAndExit } from "~/web/http/start-failure";

const build = fileURLToPath(new URL("..", import.meta.url));

try {
  const env = readEnvironment();
  const serverBuild = (await import(pathToFileURL(join(build, "server", "index.js")).href)) as ServerBuild;
  const running = await serve({
    env,
    build: serverBuild,
    clientFolder: join(build, "client"),
    prepare: prepare(env, console.log),
  });
  announce(running, env, console.log);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
} catch (error) {
  explainAndExit(error);
}
