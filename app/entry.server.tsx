import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import "./web/load-context";
import { IslandRendering } from "./components/island";
import { NonceProvider } from "./components/nonce";
import { loggedPath } from "./web/logged-path";
import { pageHeaders } from "./web/page-headers";

/** The exam page, which is rendered past the router. */
export { examDocument } from "./routes/exam-attempt/exam-document.server";

/** What an answer says of itself beyond its page: Remix hands a page's headers on only where each route says so. */
const handedOn = ["Retry-After", "X-Robots-Tag"];

function handOn({ actionHeaders, loaderHeaders }: EntryContext["staticHandlerContext"], headers: Headers): void {
  for (const given of [...Object.values(loaderHeaders), ...Object.values(actionHeaders)]) {
    for (const name of handedOn) {
      const value = given.get(name);
      if (value !== null) headers.set(name, value);
    }
  }
}

function keepPrivate(headers: Headers): void {
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", pageHeaders["Cache-Control"]);
}

/** Pages are small and rendered in one go: half the CPU of streaming (docs/decisions/001-remix-v2-and-its-exit.md). */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Response {
  // Remix's development server says it, its types do not.
  const { hmr, entry }: EntryContext["manifest"] & { hmr?: { runtime: string } } = remixContext.manifest;
  const scripts = hmr ? [hmr.runtime, entry.module] : [entry.module];
  const markup = renderToString(
    <NonceProvider value={context.cspNonce}>
      <IslandRendering value={{ render: renderToString, scripts }}>
        <RemixServer context={remixContext} url={request.url} nonce={context.cspNonce} />
      </IslandRendering>
    </NonceProvider>,
  );
  handOn(remixContext.staticHandlerContext, headers);
  headers.set("Content-Type", pageHeaders["Content-Type"]);
  keepPrivate(headers);
  context.memory.page = `<!DOCTYPE html>${markup}`;
  return new Response(null, { status, headers });
}

/** Data requests of the browser's router: as private as the pages. */
export function handleDataRequest(response: Response): Response {
  keepPrivate(response.headers);
  return response;
}

export function handleError(error: unknown, { context, request }: { context: AppLoadContext; request: Request }): void {
  // An address or a method that does not exist is no fault of ours.
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  context.portal.logger.error(
    { err: error, requestId: context.requestId, path: loggedPath(new URL(request.url).pathname) },
    "unexpected error",
  );
}
