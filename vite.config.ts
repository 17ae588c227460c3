import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { aliases } from "./vite.aliases";
import { browserChunk } from "./vite.browser-chunks";
import { leanerRouter } from "./vite.leaner-router";

// Whoever starts the build, a test run too, gets React's production half: the other is twice as large.
if (process.argv.includes("vite:build")) process.env.NODE_ENV = "production";

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    leanerRouter,
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
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: browserChunk } },
  },
}));
