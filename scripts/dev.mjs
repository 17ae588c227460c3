import { createServer } from "vite";

/** `npm run dev`: the portal from its sources, in one process with Vite, which reloads what changes. */
const port = Number(process.env.PORT ?? 3000);
process.env.PORTAL_MODE ??= "development";
const vite = await createServer({
  appType: "custom",
  cacheDir: `node_modules/.vite-${port}`,
  server: { middlewareMode: true, hmr: { port: port + 10_000 > 65_535 ? port - 10_000 : port + 10_000 } },
});
const load = (path) => vite.ssrLoadModule(path);
const [{ readEnvironment }, { serve }, { preparePortal }, { readMetrics }, { announce }] = await Promise.all(
  [
    "/app/platform/env.ts",
    "/app/web/http/serve.ts",
    "/app/jobs/prepare-portal.server.ts",
    "/app/jobs/read-metrics.server.ts",
    "/app/web/http/announce.ts",
  ].map(load),
);
const env = readEnvironment();
const running = await serve({
  env,
  build: () => load("virtual:remix/server-build"),
  clientFolder: undefined,
  development: vite.middlewares,
  prepare: preparePortal(env, console.log),
  readMetrics,
});
announce(running, env, console.log);
for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, () => {
    void running
      .stop()
      .then(() => vite.close())
      .then(() => process.exit(0));
  });
}
