import type { NextFunction, Request, Response } from "express";

const largestBodyBytes = 1_000_000;

/** Refuses bodies over the limit, and those that do not say how long they are (browsers always do). */
export function bodyLimit(request: Request, response: Response, next: NextFunction): void {
  const refuse = (status: number, words: string) =>
    response.status(status).set("Connection", "close").type("text/plain").send(words);
  if (request.get("Transfer-Encoding")) refuse(411, "The request does not say how long it is.");
  else if (Number(request.get("Content-Length") ?? 0) > largestBodyBytes) refuse(413, "The request is too large.");
  else next();
}
