import type { NextFunction, Request, Response } from "express";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

export interface RequestOrigin {
  readonly method: string;
  readonly secFetchSite: string | undefined;
  readonly origin: string | undefined;
  readonly hasSignInCookie: boolean;
}

/**
 * Whether an unsafe request comes from our own pages. `Sec-Fetch-Site` is the browser's own word and decides where it is sent; else `Origin`
 * must be one of ours; where both are missing it is no browser, and may pass only without a signed-in person's cookie.
 * `X-Forwarded-Host` plays no part.
 */
export function comesFromOwnPages(request: RequestOrigin, ownOrigins: ReadonlySet<string>): boolean {
  if (safeMethods.has(request.method)) return true;
  if (request.secFetchSite === "same-origin") return true;
  if (request.secFetchSite !== undefined && request.secFetchSite !== "none") return false;
  if (request.origin !== undefined) return ownOrigins.has(request.origin);
  return request.secFetchSite === "none" || !request.hasSignInCookie;
}

/** The origin of the base address and, on a loopback address, the other names of the same machine. */
export function ownOriginsOf(baseUrl: string): ReadonlySet<string> {
  const url = new URL(baseUrl);
  const loopback = ["localhost", "127.0.0.1", "[::1]"];
  const hosts = loopback.includes(url.hostname) ? loopback : [url.hostname];
  return new Set(hosts.map((host) => `${url.protocol}//${host}${url.port ? `:${url.port}` : ""}`));
}

/** Stands before Remix, whose own check leaves resource routes and `?_data=` open. */
export function crossSiteGate(baseUrl: string) {
  const ownOrigins = ownOriginsOf(baseUrl);
  return (request: Request, response: Response, next: NextFunction): void => {
    const allowed = comesFromOwnPages(
      {
        method: request.method,
        secFetchSite: request.get("Sec-Fetch-Site"),
        origin: request.get("Origin"),
        hasSignInCookie: /(^|;\s*)(__Host-)?sign-in=/.test(request.get("Cookie") ?? ""),
      },
      ownOrigins,
    );
    if (allowed) next();
    else response.status(403).type("text/plain").send("This request did not come from a page of the portal.");
  };
}
