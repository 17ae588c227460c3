import type { Plugin } from "vite";

/** What of the router is written for builds that are not this one (vite.config.ts): features that are off, and its half of the server. */
const settled: readonly (readonly [where: RegExp, what: string])[] = [
  [/(?:\bwindow\.__remixContext\.)?\bfuture\.v3_singleFetch\b/g, "false"],
  [/\bfuture\.v3_lazyRouteDiscovery === true/g, "false"],
  [/\bwindow\.__remixContext\.isSpaMode\b/g, "false"],
  [/typeof document === ["']undefined["']/g, "false"],
];

/** Which of them were found: a router that is written otherwise would pass unchanged, and nobody would notice. */
const met = new Set<RegExp>();

const isRouter = (id: string): boolean => id.includes("/@remix-run/react/dist/esm/");

/**
 * Says in the browser's half of the build what is settled, so that what would never run is left out of every page. Single fetch is off
 * (docs/decisions/001), so what would decode its answers is not there either.
 */
export const leanerRouter: Plugin = {
  name: "leaner-router",
  apply: "build",
  enforce: "pre",
  resolveId: (id, _importer, { ssr }) => (id === "turbo-stream" && !ssr ? "\0single-fetch-is-off" : null),
  load: (id) => (id === "\0single-fetch-is-off" ? "export const decode = undefined, encode = undefined;" : null),
  transform(code, id, { ssr } = {}) {
    if (ssr || !isRouter(id)) return null;
    for (const [where] of settled) if (code.search(where) >= 0) met.add(where);
    return { code: settled.reduce((text, [where, what]) => text.replaceAll(where, what), code), map: null };
  },
  buildEnd() {
    if (met.size > 0 && met.size < settled.length)
      this.error("the router is written otherwise than this build expects");
  },
};
