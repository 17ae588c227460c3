import { defineConfig } from "vitest/config";
import { aliases } from "./vite.aliases";

/** Three kinds of test; `npm test` runs them all. What needs a build or a browser stands in `browser`. */
export default defineConfig({
  resolve: { alias: aliases },
  test: {
    // As many as the smallest machine that tests has cores: vitest would leave one of two idle.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: "rules", include: ["app/**/*.test.{ts,tsx}"], environment: "node", testTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: "world",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**"],
          environment: "node",
          globalSetup: ["test/set-up/world.ts"],
          // Patience only: what must be quick says so itself, in CPU or as a ratio. A busy machine of two cores is no fault.
          testTimeout: 90_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.{ts,tsx}"],
          environment: "node",
          globalSetup: ["test/set-up/browser.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
