import { createCookie } from "@remix-run/node";
import type { Language } from "~/platform/schema/people-tables";

const cookieName = "language";

/** Kept for people who are not signed in; signed in, the person's own setting counts. */
export const languageCookie = createCookie(cookieName, {
  path: "/",
  sameSite: "lax",
  maxAge: 31_536_000,
  httpOnly: true,
});

export const isLanguage = (value: unknown): value is Language => value === "en" || value === "de";

/** The chosen language, else the first of the browser's that we have, else English. */
export function anonymousLanguage(request: Request): Language {
  const chosen = /(?:^|;\s*)language=([^;]+)/.exec(request.headers.get("Cookie") ?? "")?.[1];
  if (chosen) {
    // Remix encodes cookie values as base64 of JSON. Not decodeURIComponent: it throws at what anybody may have put there.
    const encoded = chosen.replaceAll(/%3D/gi, "=");
    const value = Buffer.from(encoded, "base64").toString("utf8").replaceAll('"', "");
    if (isLanguage(value)) return value;
  }
  const wanted = (request.headers.get("Accept-Language") ?? "").toLowerCase().match(/\b(en|de)\b/);
  return wanted?.[1] === "de" ? "de" : "en";
}
