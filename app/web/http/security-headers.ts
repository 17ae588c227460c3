import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";

/** A mail in the mailbox is shown as its recipient's program would: styles inline, nothing loaded, no script, an origin of its own. */
const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
/** A picture that somebody uploaded is a picture and nothing else, whatever a browser would like to make of it. */
const picturePolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
const showsPicture = (path: string): boolean => /^\/exhibit-images\/[^/]+$/.test(path);
const showsMail = (path: string): boolean => /^\/mailbox\/[^/]+\/html$/.test(path);

/**
 * Content-Security-Policy with a nonce for each response and nothing inline; no framing, no sniffing, no referrer to elsewhere.
 * HSTS only where the portal is reached over TLS. Vite's development server needs inline styles and a web socket, and gets them only there.
 */
export function securityHeaders(baseUrl: string, development: boolean) {
  const secure = baseUrl.startsWith("https:");
  const withNonce = (_request: unknown, response: unknown) =>
    `'nonce-${String((response as Response).locals.cspNonce)}'`;
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", withNonce],
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
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    setHeaders(request, response, (fault?: unknown) => {
      if (showsPicture(request.path)) response.setHeader("Content-Security-Policy", picturePolicy);
      if (showsMail(request.path)) response.setHeader("Content-Security-Policy", mailPolicy);
      next(fault);
    });
  };
}
