import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream, renderToString } from "react-dom/server";

const html = { "Content-Type": "text/html; charset=utf-8" };

/** As the portal renders its pages. */
export function renderAtOnce(request: Request, status: number, _headers: Headers, context: EntryContext): Response {
  const markup = renderToString(<RemixServer context={context} url={request.url} />);
  return new Response(`<!DOCTYPE html>${markup}`, { status, headers: html });
}

/** As Remix's own template does. */
export function renderStreaming(
  request: Request,
  status: number,
  _headers: Headers,
  context: EntryContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      onShellReady() {
        const body = new PassThrough();
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers: html }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}
