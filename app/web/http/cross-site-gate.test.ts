import { expect, test } from "vitest";
import { comesFromOwnPages, ownOriginsOf, type RequestOrigin } from "./cross-site-gate";

const own = ownOriginsOf("https://portal.example.org");
const post = (part: Partial<RequestOrigin>): RequestOrigin => ({
  method: "POST",
  secFetchSite: undefined,
  origin: undefined,
  hasSignInCookie: true,
  ...part,
});

test.each<[string, Partial<RequestOrigin>, boolean]>([
  ["our own form", { secFetchSite: "same-origin", origin: "https://portal.example.org" }, true],
  ["typed by the person", { secFetchSite: "none" }, true],
  ["typed, but with a foreign origin", { secFetchSite: "none", origin: "https://evil.example" }, false],
  ["another host of the same site", { secFetchSite: "same-site", origin: "https://blog.example.org" }, false],
  ["a foreign page", { secFetchSite: "cross-site", origin: "https://evil.example" }, false],
  [
    "a foreign page that lies about its origin",
    { secFetchSite: "cross-site", origin: "https://portal.example.org" },
    false,
  ],
  ["an old browser on our page", { origin: "https://portal.example.org" }, true],
  ["an old browser on a foreign page", { origin: "https://evil.example" }, false],
  ["our host without TLS", { origin: "http://portal.example.org" }, false],
  ["a sandboxed frame", { origin: "null" }, false],
  ["a program with a stolen cookie jar", {}, false],
  ["a program without a cookie", { hasSignInCookie: false }, true],
])("%s", (_name, request, allowed) => {
  expect(comesFromOwnPages(post(request), own)).toBe(allowed);
});

test("reading is never refused, every other method is treated alike", () => {
  expect(comesFromOwnPages(post({ method: "GET", secFetchSite: "cross-site" }), own)).toBe(true);
  for (const method of ["PUT", "PATCH", "DELETE", "post", "FOO"])
    expect(comesFromOwnPages(post({ method, secFetchSite: "cross-site" }), own)).toBe(false);
});

test("on a loopback address all its names count as one machine, the port does not", () => {
  const local = ownOriginsOf("http://localhost:3000");
  expect(comesFromOwnPages(post({ origin: "http://127.0.0.1:3000" }), local)).toBe(true);
  expect(comesFromOwnPages(post({ origin: "http://127.0.0.1:4000" }), local)).toBe(false);
});
