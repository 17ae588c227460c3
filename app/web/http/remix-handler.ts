import { type ActionFunction, type AppLoadContext, createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, Response as ExpressResponse, RequestHandler } from "express";
import "../load-context";

const withoutBody = new Set(["GET", "HEAD"]);

/**
 * Remix behind Express. Bodies are read and answers written whole: they are small and never streamed, and the passage through a web stream and back,
 * which Remix's own adapter makes in both directions, costs a small page a sixth of its CPU.
 */
export function remixHandler(
  build: ServerBuild | (() => Promise<ServerBuild>),
  mode: "development" | "production",
  contextOf: (request: ExpressRequest, response: ExpressResponse) => AppLoadContext,
): RequestHandler {
  const handle = createRequestHandler(build, mode);
  return (request, response, next) => {
    const context = contextOf(request, response);
    webRequest(request, response)
      .then((asked) => handle(asked, context))
      .then((answer) => send(response, answer, context.memory.page))
      .catch(next);
  };
}

/**
 * The action of one resource route, called without Remix's router: for what comes so often that finding the route would cost more than its work.
 * What the action throws is answered as Remix would.
 */
export function directAction(
  action: ActionFunction,
  contextOf: (request: ExpressRequest, response: ExpressResponse) => AppLoadContext,
): RequestHandler {
  return (request, response, next) => {
    webRequest(request, response)
      .then(async (asked) => action({ request: asked, params: request.params, context: contextOf(request, response) }))
      .catch((thrown: unknown) => {
        if (thrown instanceof Response) return thrown;
        throw thrown;
      })
      .then((answer) => send(response, answer as Response))
      .catch(next);
  };
}

/** The request as loaders and actions see it. Throws for a host or an address that no URL can be made of. */
async function webRequest(request: ExpressRequest, response: ExpressResponse): Promise<Request> {
  const url = new URL(`${request.protocol}://${request.get("Host") ?? "localhost"}${request.originalUrl}`);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one) headers.append(name, one);
  }
  const { method } = request;
  if (withoutBody.has(method)) return new Request(url, { method, headers, signal: untilClosed(response) });
  return new Request(url, { method, headers, body: await readWhole(request), signal: untilClosed(response) });
}

/** Aborted once nobody waits for the answer any more. */
function untilClosed(response: ExpressResponse): AbortSignal {
  const controller = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** As long as `bodyLimit` has let through. */
async function readWhole(request: ExpressRequest): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** `page` is the body of a rendered page, which is not in the answer itself. */
async function send(response: ExpressResponse, answer: Response, page?: string): Promise<void> {
  response.statusMessage = answer.statusText;
  response.status(answer.status);
  answer.headers.forEach((value, name) => {
    if (name !== "set-cookie") response.setHeader(name, value);
  });
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
  if (page !== undefined) response.end(page);
  else if (answer.body) response.end(Buffer.from(await answer.arrayBuffer()));
  else response.end();
}
