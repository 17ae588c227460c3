import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { aliases } from "./vite.aliases";

/** What takes longest begins first, so that no worker is left with it at the end, when the other has nothing more to do. */
const longest = [
  "simulation/simulation.test.ts",
  "workflows/exam-crash.test.ts",
  "platform/kill-nine.test.ts",
  "routes/access-matrix.test.ts",
  "routes/hostile-input.test.ts",
  "browser/accessibility.test.ts",
  "browser/journey.test.ts",
  "browser/exam.test.ts",
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // The browser's come last, when build and demo world are ready. Of these too two at a time: most of them wait for a page half of their time.
    const projects = ["world", "rules", "browser"];
    const place = ({ moduleId, project }: TestSpecification): number => {
      const known = longest.findIndex((name) => moduleId.endsWith(name));
      return projects.indexOf(project.name) * 1_000 + (known < 0 ? longest.length : known);
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}

declare module "vitest" {
  interface ProvidedContext {
    /** Whether everything is to be played in full breadth: `npm run test:long`. */
    long: boolean;
  }
}

/** Three kinds of test; `npm test` runs them all. What needs a build or a browser stands in `browser`. */
export default defineConfig({
  resolve: { alias: aliases },
  test: {
    // One more than the smallest machine that tests has cores: a quarter of the time a worker waits for a server, a disk or a page.
    maxWorkers: 3,
    // A worker keeps what it has imported: to import the portal anew for every file would cost more than most files' tests.
    isolate: false,
    provide: { long: false },
    setupFiles: ["test/set-up/drawing.ts"],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: { name: "rules", include: ["app/**/*.test.{ts,tsx}"], environment: "node", testTimeout: 240_000 },
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
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.{ts,tsx}"],
          environment: "node",
          globalSetup: ["test/set-up/browser.ts"],
          testTimeout: 300_000,
          // Whoever comes first waits for the build and the demo world.
          hookTimeout: 900_000,
          isolate: true,
        },
      },
    ],
  },
});
