import { createHash, timingSafeEqual } from "node:crypto";
import type { Express, Request } from "express";

export interface Metrics {
  /** With a token, whoever presents it as `Authorization: Bearer ...`; without one, programs on this machine that come by no proxy. */
  readonly token: string | undefined;
  read(): Promise<string>;
}

const loopback = /^(::ffff:)?127\.|^::1$/;
const digest = (text: string) => createHash("sha256").update(text).digest();

function mayRead(request: Request, token: string | undefined): boolean {
  if (token === undefined) {
    return loopback.test(request.socket.remoteAddress ?? "") && request.get("X-Forwarded-For") === undefined;
  }
  const presented = request.get("Authorization")?.match(/^Bearer (.+)$/)?.[1] ?? "";
  return timingSafeEqual(digest(presented), digest(token));
}

/** `/metrics`; to everybody else it does not exist. */
export function metricsRoute(app: Express, { token, read }: Metrics): void {
  app.get("/metrics", (request, response, next) => {
    if (!mayRead(request, token)) {
      next();
      return;
    }
    read()
      .then((text) => response.set("Cache-Control", "no-store").type("text/plain; version=0.0.4").send(text))
      .catch(next);
  });
}
