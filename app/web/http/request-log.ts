import type { NextFunction, Request, Response } from "express";
import type { Logger } from "~/platform/logger";
import { loggedPath } from "../logged-path";

/** One line a request, without query string, address or one-time link: these may hold personal data or open an account. */
export function requestLog(logger: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const startedAt = performance.now();
    response.on("finish", () => {
      const { statusCode: status } = response;
      const line = {
        requestId: String(response.locals.requestId),
        method: request.method,
        path: loggedPath(request.path),
        status,
        ms: Math.round(performance.now() - startedAt),
      };
      if (status >= 500) logger.error(line, "request");
      else logger.debug(line, "request");
    });
    next();
  };
}
