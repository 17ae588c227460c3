import { createServer, type RequestListener, type Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import type { Environment } from "~/platform/env";
import { createLogger, type Logger } from "~/platform/logger";
import { closePortal, openPortal } from "~/platform/open-portal";
import type { Portal } from "~/platform/portal";
import { createApp } from "./create-app";

export interface ServeOptions {
  readonly env: Environment;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly clientFolder: string | undefined;
  /** Stands in front of everything: Vite's own server during development. */
  readonly development?: RequestHandler;
  /** Runs once the database is open and before the first page is served (filling the demo, starting jobs); what it returns is called at shut-down. */
  readonly prepare: (portal: Portal) => Promise<() => Promise<void>>;
  /** What `/metrics` answers. */
  readonly readMetrics: (portal: Portal) => Promise<string>;
}

export interface RunningServer {
  readonly portal: Portal;
  readonly baseUrl: string;
  stop(): Promise<void>;
}

const patienceMilliseconds = 10_000;

/**
 * Listens first (a taken port is told before anything is opened), then opens the portal; until it is ready every page answers 503.
 * `stop` finishes the requests and jobs in hand and closes the database.
 */
export async function serve({
  env,
  build,
  clientFolder,
  development,
  prepare,
  readMetrics,
}: ServeOptions): Promise<RunningServer> {
  const logger = createLogger(env.logLevel);
  const server = createServer(starting);
  await listen(server, env);
  try {
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : env.port;
    const portal = await openPortal({ ...env, port }, logger);
    const stopPrepared = await prepare(portal);
    const metrics = { token: env.metricsToken, read: () => readMetrics(portal) };
    const app = createApp({ portal, build, clientFolder, trustedProxies: env.trustedProxies, metrics, development });
    server.removeListener("request", starting);
    server.on("request", app);
    return { portal, baseUrl: portal.baseUrl, stop: once(() => shutDown(server, portal, stopPrepared, logger)) };
  } catch (error) {
    server.close();
    throw error;
  }
}

const starting: RequestListener = (_request, response) => {
  response.writeHead(503, { "Content-Type": "text/plain; charset=utf-8", "Retry-After": "5" });
  response.end("The portal is starting. / Das Portal startet gerade.\n");
};

function listen(server: Server, env: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.port, env.host, () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
}

async function shutDown(
  server: Server,
  portal: Portal,
  stopPrepared: () => Promise<void>,
  logger: Logger,
): Promise<void> {
  logger.info("stopping: finishing what is in hand");
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), patienceMilliseconds);
  await Promise.all([closed, stopPrepared()]);
  clearTimeout(force);
  await closePortal(portal);
  logger.info("stopped");
}

function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}
