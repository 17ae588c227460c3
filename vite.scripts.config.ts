import { readdirSync } from "node:fs";
import { defineConfig } from "vite";
import { aliases } from "./vite.aliases";

/** What is started by name, and what a bench starts beside itself. */
const entries = readdirSync("scripts", { recursive: true, encoding: "utf8" }).filter((name) =>
  /^[^/\\]+\.ts$|\.child\.ts$/.test(name),
);

/** Bundles every entrance in scripts/ to build/scripts/, so that running the portal needs plain Node and no TypeScript loader. */
export default defineConfig({
  resolve: { alias: aliases },
  publicDir: false,
  build: {
    ssr: true,
    target: "node20",
    outDir: "build/scripts",
    emptyOutDir: true,
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: Object.fromEntries(entries.map((name) => [name.replace(/\.ts$/, ""), `scripts/${name}`])),
      output: { entryFileNames: "[name].js", chunkFileNames: "shared/[name]-[hash].js" },
    },
  },
});
