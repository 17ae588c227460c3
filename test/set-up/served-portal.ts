import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import type { AppLoadContext } from "@remix-run/node";
import { pino } from "pino";
import type { Database } from "~/platform/database/handle";
import type { Portal } from "~/platform/portal";
import { createApp } from "~/web/http/create-app";
import { beginSignIn } from "~/web/sign-in-session.server";
import { aPortal } from "../factories/portals";
import { serverBuild } from "./server-build";

/** The whole portal behind HTTP, in the test's own process. */
export interface ServedPortal {
  readonly portal: Portal;
  readonly url: string;
  /** What it has logged so far, a line each. */
  readonly log: readonly string[];
  /** The cookie of a browser in which the person is signed in. */
  signedIn(personId: string): Promise<string>;
  /** Stops listening; the database is the caller's. */
  close(): void;
}

interface ServeOptions {
  readonly now?: () => Date;
  /** What it takes for its own address: where it listens, unless said otherwise. */
  readonly baseUrl?: string;
  readonly mode?: Portal["mode"];
  /** How many proxies before it are believed. */
  readonly proxies?: number;
  /** Remix's router answers everything, as where the portal is developed. */
  readonly byRouterOnly?: boolean;
}

export async function servePortal(database: Database, options: ServeOptions = {}): Promise<ServedPortal> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { now, baseUrl = url, mode = "demo", byRouterOnly = false, proxies = 0 } = options;
  const log: string[] = [];
  const kept = new Writable({
    write(line, _encoding, done) {
      log.push(String(line));
      done();
    },
  });
  const portal: Portal = {
    ...aPortal(database, { seed: "served", ...(now && { now }) }),
    logger: pino({ level: "debug", base: undefined }, kept),
    baseUrl,
    mode,
  };
  const build = byRouterOnly ? async () => serverBuild : serverBuild;
  server.on("request", createApp({ portal, build, clientFolder: undefined, trustedProxies: proxies }));
  return {
    portal,
    url,
    log,
    async signedIn(personId) {
      const context: AppLoadContext = { portal, requestId: "", cspNonce: "", address: "127.0.0.1", memory: {} };
      const cookie = await beginSignIn(context, new Request(url), personId);
      return cookie.slice(0, cookie.indexOf(";"));
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
