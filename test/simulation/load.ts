import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer, createServerModuleRunner, type Plugin } from "vite";
import { aliases } from "../../vite.aliases";
import type { Mutant } from "./mutants";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The simulation and the portal as they stand in the source, read once for all that is loaded from it. */
export interface Source {
  /**
   * Loads both afresh, so that nothing that either remembers in the process survives a run; with the bug planted, when there is one. One at a
   * time. Throws when the text that the bug replaces is not there exactly once.
   */
  load(mutant?: Mutant): Promise<{ run: typeof import("./run").runSimulation; close(): Promise<void> }>;
  close(): Promise<void>;
}

export async function openSource(): Promise<Source> {
  let planted: Mutant | undefined;
  const server = await createServer({
    configFile: false,
    root,
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: aliases },
    plugins: [planting(() => planted)],
  });
  const { ssr } = server.environments;
  const readAgain = (mutant: Mutant | undefined) => {
    for (const { file } of mutant?.edits ?? [])
      for (const read of ssr.moduleGraph.getModulesByFile(root + file) ?? []) ssr.moduleGraph.invalidateModule(read);
  };
  return {
    async load(mutant) {
      if (mutant) checkPlantable(mutant);
      readAgain(planted);
      readAgain(mutant);
      planted = mutant;
      const runner = createServerModuleRunner(ssr, { hmr: false, sourcemapInterceptor: false });
      try {
        const { runSimulation } = await runner.import<typeof import("./run")>("/test/simulation/run.ts");
        return { run: runSimulation, close: () => runner.close() };
      } catch (error) {
        await runner.close();
        throw error;
      }
    },
    close: () => server.close(),
  };
}

/** Throws when a text that the mutant replaces does not stand in its file exactly once. */
export function checkPlantable({ name, edits }: Mutant): void {
  for (const { file, text } of edits) {
    const times = readFileSync(`${root}${file}`, "utf8").split(text).length - 1;
    if (times === 1) continue;
    throw new Error(
      `The mutant "${name}" cannot be planted: its text stands ${times} times in ${file}, and must stand there once.`,
    );
  }
}

/** Replaces the texts as the files are read; the files stay as they are. */
const planting = (planted: () => Mutant | undefined): Plugin => ({
  name: "planting",
  enforce: "pre",
  transform(code, id) {
    const own = planted()?.edits.filter(({ file }) => id.split("?")[0] === `${root}${file}`) ?? [];
    return own.reduce((changed, { text, becomes }) => changed.replace(text, () => becomes), code);
  },
});
