import type { NextFunction, Request, Response } from "express";
import type { Logger } from "~/platform/logger";

/** What no URL can be made of (a host with a blank in it), and what the delivery of files calls by a status of its own. */
function senderFault(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof URIError || ("code" in error && error.code === "ERR_INVALID_URL")) return 400;
  const status = "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : undefined;
}

/** Answers what failed before or beside Remix, in place of Express's own page: that shows the stack where it does not know production. */
export function lastResort(logger: Logger) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = senderFault(error);
    const requestId = String(response.locals.requestId);
    if (status === undefined) logger.error({ err: error, requestId }, "unexpected error");
    const words =
      status === undefined
        ? "Something went wrong on our side. / Bei uns ist etwas schiefgegangen."
        : "The portal has nothing under this address. / Unter dieser Adresse hat das Portal nichts.";
    response
      .status(status ?? 500)
      .type("text/plain")
      .send(`${words}\n${requestId}\n`);
  };
}
