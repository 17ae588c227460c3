import { createServer } from "vite";

/** Loads the simulation from its source, portal and all, and runs it: no build can be older than what is simulated. From the project's folder. */
const server = await createServer({
  configFile: false,
  logLevel: "error",
  appType: "custom",
  server: { middlewareMode: true, hmr: false, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { main } = (await server.ssrLoadModule(
    "/test/simulation/command.ts",
  )) as typeof import("../test/simulation/command");
  process.exitCode = await main({
    argv: process.argv.slice(2),
    environment: { DATABASE_URL: process.env.DATABASE_URL },
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
    elapsed: () => performance.now(),
    memory: () => process.memoryUsage().rss,
  });
} finally {
  await server.close();
}
