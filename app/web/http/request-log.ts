import type { NextFunction, Request, Response } from "express";
import type { Logger } from "~/platform/logger";

/** One line a request, without query string or address: these may hold personal data. */
export function requestLog(logger: Logger) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const startedAt = performance.now();
    response.on("finish", () => {
      const { statusCode: status } = response;
      const line = {
        requestId: String(response.locals.requestId),
        method: request.method,
        path: request.path,
        status,
        ms: Math.round(performance.now() - startedAt),
      };
      if (status >= 500) logger.error(line, "request");
      else logger.debug(line, "request");
    });
    next();
  };
}
