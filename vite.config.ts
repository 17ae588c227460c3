import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";
import { aliases } from "./vite.aliases";

// Whoever starts the build, a test run too, gets React's production half: the other is twice as large.
if (process.argv.includes("vite:build")) process.env.NODE_ENV = "production";

/** Single fetch is off (docs/decisions/001): what would decode its answers need not be loaded. */
const withoutSingleFetchDecoder: Plugin = {
  name: "without-single-fetch-decoder",
  apply: "build",
  enforce: "pre",
  resolveId: (id, _importer, { ssr }) => (id === "turbo-stream" && !ssr ? "\0single-fetch-is-off" : null),
  load: (id) => (id === "\0single-fetch-is-off" ? "export const decode = undefined, encode = undefined;" : null),
};

export default defineConfig({
  plugins: [
    tailwindcss(),
    withoutSingleFetchDecoder,
    remix({
      ignoredRouteFiles: ["**/*"],
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: false,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        // Off on purpose: see docs/decisions/001-remix-v2-and-its-exit.md.
        v3_singleFetch: false,
        v3_throwAbortReason: true,
      },
    }),
  ],
  resolve: { alias: aliases },
  // Terser takes 3 kB (gzip) more off every page than esbuild does.
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    minify: "terser",
    terserOptions: { compress: { passes: 3 } },
  },
});
