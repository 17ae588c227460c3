import { Readable } from "node:stream";
import {
  type ActionFunction,
  type AppLoadContext,
  createRequestHandler,
  type LoaderFunctionArgs,
  type ServerBuild,
} from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, NextFunction, RequestHandler } from "express";
import { Rejection } from "~/kernel/rejection";
import { isDatabaseGone } from "~/platform/database/errors";
import "../load-context";
import { pageHeaders } from "../page-headers";
import type { Answered, Make } from "./kept-pages";
import { WholeRequest } from "./whole-request";

/** What Remix and the routes are called with. */
export interface Calling {
  /** Scheme, host and port of the portal, by which it knows itself; what a request says of its host plays no part. */
  readonly origin: string;
  readonly contextOf: (request: ExpressRequest, response: ExpressResponse) => AppLoadContext;
}

const withoutBody = new Set(["GET", "HEAD"]);
const methods = new Set([...withoutBody, "OPTIONS", "POST", "PUT", "PATCH", "DELETE"]);
/** Forms and answers. What is larger is read by whom it is for, once they know who sends it: nobody else's fills the memory. */
const wholeUpToBytes = 64_000;

/**
 * Remix behind Express. Small bodies are read and answers written whole: the passage through a web stream and back, which Remix's own adapter makes
 * in both directions, costs a small page a sixth of its CPU.
 */
export function remixHandler(
  build: ServerBuild | (() => Promise<ServerBuild>),
  mode: "development" | "production",
  calling: Calling,
  /** What is done around the making of an answer. */
  keeping: (make: Make) => Make,
): RequestHandler {
  const handle = createRequestHandler(build, mode);
  const make: Make = async (asked, context) => {
    const answer = await handle(asked, context);
    return { answer, page: context.memory.page };
  };
  const ask = (request: ExpressRequest, response: ExpressResponse) => webRequest(request, calling, response);
  return answered(calling, keeping(make), ask);
}

/**
 * The action of one resource route, called without Remix's router: for what comes so often that finding the route would cost more than its work.
 * What the action throws is answered as Remix would.
 */
export function directAction(action: ActionFunction, calling: Calling): RequestHandler {
  return answered(calling, async (asked, context, params) => {
    try {
      return { answer: (await action({ request: asked, params, context })) as Response };
    } catch (thrown) {
      if (thrown instanceof Response) return { answer: thrown };
      throw thrown;
    }
  });
}

/**
 * The action behind the form of one page, called without Remix's router, for what whole courses send at the same moment. Where it leads to another page, that
 * is the answer, to the page's script in the way it asks for. Any other is left to the router, which shows it in its page and does not run the action
 * again (`answering`).
 */
export function directForm(route: string, action: ActionFunction, calling: Calling): RequestHandler {
  const direct = answered(calling, async (asked, context, params) => {
    const forScript = new URL(asked.url).searchParams.get("_data");
    if (forScript !== null && forScript !== route) return undefined;
    const outcome = await outcomeOf(async () => action({ request: asked, params, context }));
    const answer = "thrown" in outcome ? outcome.thrown : outcome.returned;
    if (answer instanceof Response && isRedirect(answer))
      return { answer: forScript === null ? answer : redirectForScript(answer) };
    context.memory.acted = { action, outcome };
    return undefined;
  });
  return (request, response, next) => (isSmall(request) ? direct(request, response, next) : next());
}

async function outcomeOf(run: () => Promise<unknown>): Promise<{ returned: unknown } | { thrown: unknown }> {
  try {
    return { returned: await run() };
  } catch (thrown) {
    return { thrown };
  }
}

/** As Remix tells its script to go elsewhere: a redirect itself would be followed by the request. */
function redirectForScript({ status, headers: given }: Response): Response {
  const headers = new Headers(given);
  headers.set("X-Remix-Redirect", given.get("Location") ?? "");
  headers.set("X-Remix-Status", String(status));
  headers.delete("Location");
  return new Response(null, { status: 204, headers });
}

const isRedirect = ({ status, headers }: Response): boolean => status >= 300 && status < 400 && headers.has("Location");

/**
 * The document of one page, made without Remix's router: for what hundreds of people open at the same moment. Whatever `open` does not make, or throws
 * on, is left to the router, which asks anew and tells it as it tells everything.
 */
export function directDocument(
  open: (args: LoaderFunctionArgs) => Promise<string | undefined>,
  calling: Calling,
): RequestHandler {
  return answered(calling, async (asked, context, params) => {
    if (new URL(asked.url).searchParams.has("_data")) return undefined;
    const page = await open({ request: asked, params, context }).catch((error: unknown) =>
      leftToRouter(error, context),
    );
    return page === undefined ? undefined : { answer: new Response(null, { headers: pageHeaders }), page };
  });
}

function leftToRouter(error: unknown, { memory, portal, requestId }: AppLoadContext): undefined {
  if (error instanceof Rejection) return;
  portal.logger.warn({ err: error, requestId }, "a page is left to the router");
  if (isDatabaseGone(error)) memory.failed = error;
}

function answered(
  { origin, contextOf }: Calling,
  run: (asked: Request, context: AppLoadContext, params: Record<string, string>) => Promise<Answered | undefined>,
  ask: (request: ExpressRequest, response: ExpressResponse) => Promise<Request> = (request) =>
    directRequest(request, origin),
): RequestHandler {
  const answer = async (request: ExpressRequest, response: ExpressResponse, next: NextFunction) => {
    const asked = await ask(request, response);
    const made = await run(asked, contextOf(request, response), request.params);
    if (made) await send(response, made);
    else next();
  };
  return (request: ExpressRequest, response: ExpressResponse, next: NextFunction) => {
    if (!methods.has(request.method)) {
      response.sendStatus(405);
      return;
    }
    // An address with a host of its own, as a proxy is sent: put behind ours it would be another path than the one that was let through.
    if (!request.originalUrl.startsWith("/")) {
      response.sendStatus(400);
      return;
    }
    // Whoever has gone away in the middle of a body is told nothing, and it is no fault of ours.
    answer(request, response, next).catch((error: unknown) => (isGone(request) ? undefined : next(error)));
  };
}

const isGone = (request: ExpressRequest): boolean => request.destroyed && !request.complete;

/** The request as loaders and actions see it. Throws for an address that no URL can be made of. */
async function webRequest(
  request: ExpressRequest,
  { origin, contextOf }: Calling,
  response: ExpressResponse,
): Promise<Request> {
  const { method } = request;
  const init = { method, headers: headersOf(request), signal: untilClosed(response) };
  if (withoutBody.has(method)) return new Request(urlOf(request, origin), init);
  // What was over the limit has been read past (`bodyLimit`).
  if (contextOf(request, response).memory.tooLarge) return new Request(urlOf(request, origin), init);
  const body = isSmall(request) ? await readWhole(request) : (Readable.toWeb(request) as BodyInit);
  return new Request(urlOf(request, origin), { ...init, body, duplex: "half" } as RequestInit);
}

/** The same for what is called without the router. */
async function directRequest(request: ExpressRequest, origin: string): Promise<Request> {
  const { method } = request;
  const init = { method, headers: headersOf(request) };
  const url = urlOf(request, origin);
  return withoutBody.has(method) ? new Request(url, init) : new WholeRequest(url, init, await readWhole(request));
}

const urlOf = ({ originalUrl }: ExpressRequest, origin: string): URL => new URL(origin + originalUrl);

function headersOf(request: ExpressRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one) headers.append(name, one);
  }
  return headers;
}

/** Aborted once nobody waits for the answer any more. */
function untilClosed(response: ExpressResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

const isSmall = (request: ExpressRequest): boolean => Number(request.get("Content-Length") ?? 0) <= wholeUpToBytes;

/** What was read already, for the router to which a request is left. */
const bodies = new WeakMap<ExpressRequest, Buffer<ArrayBuffer>>();

async function readWhole(request: ExpressRequest): Promise<Buffer<ArrayBuffer>> {
  const known = bodies.get(request);
  if (known) return known;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  bodies.set(request, body);
  return body;
}

/** The headers of the answer replace those of the same name that were set before it. */
async function send(response: ExpressResponse, { answer, page }: Answered): Promise<void> {
  // Bytes, as a string would be gone through twice: for its length, and to be sent.
  const body = page === undefined ? answer.body && Buffer.from(await answer.arrayBuffer()) : Buffer.from(page);
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  answer.headers.forEach((value, name) => {
    if (name !== "set-cookie") response.setHeader(name, value);
  });
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  response.end(body ?? undefined);
}
