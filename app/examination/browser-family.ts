/** What a browser says of itself, reduced to what tells one device from another: no version, no model. */

export interface BrowserFamily {
  readonly browser: string;
  readonly system: string;
}

/** The first that fits: many browsers call themselves by the name of another as well. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(A|iOS)?\//, "Edge"],
  [/\b(OPR|OPiOS)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|Chromium|CriOS)\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, "Windows"],
  [/\biPad\b/, "iPadOS"],
  [/\biPhone\b/, "iOS"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

const firstOf = (known: readonly (readonly [RegExp, string])[], said: string): string =>
  known.find(([pattern]) => pattern.test(said))?.[1] ?? "other";

/** `said`: the header User-Agent, or null without it. */
export function browserFamily(said: string | null): BrowserFamily {
  const start = (said ?? "").slice(0, 500);
  return { browser: firstOf(browsers, start), system: firstOf(systems, start) };
}
