import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";

/**
 * Content-Security-Policy with a nonce for each response and nothing inline; no framing, no sniffing, no referrer to elsewhere.
 * HSTS only where the portal is reached over TLS. Vite's development server needs inline styles and a web socket, and gets them only there.
 */
export function securityHeaders(baseUrl: string, development: boolean) {
  const secure = baseUrl.startsWith("https:");
  return (request: Request, response: Response, next: NextFunction): void => {
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", `'nonce-${String(response.locals.cspNonce)}'`],
          styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          imgSrc: ["'self'", "data:"],
          fontSrc: ["'self'"],
          connectSrc: development ? ["'self'", "ws:"] : ["'self'"],
          manifestSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          objectSrc: ["'none'"],
          frameAncestors: ["'none'"],
          ...(secure ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      referrerPolicy: { policy: "same-origin" },
      crossOriginOpenerPolicy: { policy: "same-origin" },
      crossOriginResourcePolicy: { policy: "same-origin" },
      xFrameOptions: { action: "deny" },
    })(request, response, next);
  };
}
