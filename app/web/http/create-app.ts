import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { ActionFunction, AppLoadContext, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Request, type RequestHandler, type Response } from "express";
import "../load-context";
import type { Portal } from "~/platform/portal";
import { uuidFrom } from "~/platform/random";
import { paths } from "../paths";
import { bodyLimit } from "./body-limit";
import { crossSiteGate } from "./cross-site-gate";
import { healthRoutes } from "./health";
import { keepingPages, type Make } from "./kept-pages";
import { lastResort } from "./last-resort";
import { LikelyRoutes } from "./likely-routes";
import { type Metrics, metricsRoute } from "./metrics";
import { directAction, directDocument, directForm, remixHandler } from "./remix-handler";
import { requestLog } from "./request-log";
import { securityHeaders } from "./security-headers";

export interface AppOptions {
  readonly portal: Portal;
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  /** The folder of the browser's files; undefined where a development server delivers them. */
  readonly clientFolder: string | undefined;
  readonly trustedProxies: number;
  readonly metrics?: Metrics;
  readonly development?: RequestHandler | undefined;
}

/** Candidates save an answer every few seconds, hundreds of them at the same time: their request does not go through Remix's router. */
const answerRoute = "routes/exam-answer/route";
/** The same of who begins and who hands in. */
const examForms = [
  { route: "routes/exam/route", path: paths.exam() },
  { route: "routes/exam-hand-in/route", path: paths.handIn(":attemptId") },
];
const yearSeconds = 31_536_000;
const requestIdShape = /^[\w-]{8,80}$/;

/** Throws where a route was renamed, as nobody would notice otherwise that its requests go the long way. */
function actionOf({ routes }: ServerBuild, route: string): ActionFunction {
  const { action } = routes[route]?.module ?? {};
  if (!action) throw new Error(`${route} has no action`);
  return action;
}

/** The exam page of the build: opened by whole courses at the same moment. */
function documentOf({
  entry,
  assets,
}: ServerBuild): ((args: LoaderFunctionArgs) => Promise<string | undefined>) | undefined {
  const { examDocument } = entry.module as Partial<typeof import("~/entry.server")>;
  const scripts = [assets.entry.module];
  return examDocument && ((args) => examDocument(args, scripts));
}

/** The files that lie in the folder itself; for every other address the disk need not be asked whether there is one. */
function filesOf(folder: string): RequestHandler {
  const deliver = express.static(folder, { maxAge: 3_600_000, index: false });
  const offered = new Set(readdirSync(folder).map((name) => `/${name}`));
  return (request, response, next) => (offered.has(request.path) ? deliver(request, response, next) : next());
}

/** A handler for each group of addresses, made when the first of them is asked for. */
function byLikelyRoutes(build: ServerBuild, handlerOf: (build: ServerBuild) => RequestHandler): RequestHandler {
  const likely = new LikelyRoutes(build);
  const handlers = new Map<string | undefined, RequestHandler>();
  return (request, response, next) => {
    const key = likely.keyOf(request.path);
    let handler = handlers.get(key);
    if (!handler) {
      handler = handlerOf(key === undefined ? build : likely.buildFor(key));
      handlers.set(key, handler);
    }
    return handler(request, response, next);
  };
}

/** Express around Remix: what has to stand in front of every route, in the order in which it has to stand there. */
export function createApp({ portal, build, clientFolder, trustedProxies, metrics, development }: AppOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", trustedProxies);
  app.use((request, response, next) => {
    const given = trustedProxies > 0 ? request.get("X-Request-Id") : undefined;
    response.locals.memory = {};
    response.locals.requestId = given && requestIdShape.test(given) ? given : uuidFrom(portal.random);
    response.locals.cspNonce = portal.random.bytes(16).toString("base64");
    response.set("X-Request-Id", String(response.locals.requestId));
    next();
  });
  app.use(securityHeaders(portal.baseUrl, development !== undefined));
  healthRoutes(app, portal);
  if (metrics) metricsRoute(app, metrics);
  const contextOf = (request: Request, response: Response): AppLoadContext => ({
    portal,
    requestId: String(response.locals.requestId),
    cspNonce: String(response.locals.cspNonce),
    address: request.ip ?? "unknown",
    // One a request, by whomever it is answered.
    memory: response.locals.memory as AppLoadContext["memory"],
  });
  const calling = { origin: new URL(portal.baseUrl).origin, contextOf };
  const guards = [requestLog(portal.logger), crossSiteGate(portal.baseUrl), bodyLimit];
  if (typeof build !== "function")
    app.post(paths.answer(":attemptId"), ...guards, directAction(actionOf(build, answerRoute), calling));
  if (development) app.use(development);
  app.use(compression());
  if (clientFolder) {
    app.use(
      "/assets",
      express.static(join(clientFolder, "assets"), { immutable: true, maxAge: yearSeconds * 1000, fallthrough: false }),
    );
    app.use(filesOf(clientFolder));
  }
  app.use(guards);
  if (typeof build !== "function") {
    const open = documentOf(build);
    if (open) app.get(paths.attempt(":attemptId"), directDocument(open, calling));
    for (const { route, path } of examForms) app.post(path, directForm(route, actionOf(build, route), calling));
  }
  const mode = portal.mode === "development" ? "development" : "production";
  // Where it is developed, a page changes with its source as well.
  const keeping = typeof build === "function" ? (make: Make) => make : keepingPages();
  const handlerOf = (ofBuild: typeof build) => remixHandler(ofBuild, mode, calling, keeping);
  app.all("*", typeof build === "function" ? handlerOf(build) : byLikelyRoutes(build, handlerOf));
  app.use(lastResort(portal.logger));
  return app;
}
