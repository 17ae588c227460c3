import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { aliases } from "./vite.aliases";

export default defineConfig({
  plugins: [
    tailwindcss(),
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
  build: { target: "es2022", assetsInlineLimit: 0, chunkSizeWarningLimit: 400 },
});
