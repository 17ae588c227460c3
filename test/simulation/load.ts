import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createServer, type Plugin } from "vite";
import { aliases } from "../../vite.aliases";
import type { Mutant } from "./mutants";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * Loads the simulation with the portal's source afresh, so that nothing that either remembers in the process survives a run; with the bug
 * planted as the source is read, when there is one. Throws when the text that the bug replaces is not there exactly once.
 */
export async function loadSimulation(
  mutant?: Mutant,
): Promise<{ run: typeof import("./run").runSimulation; close(): Promise<void> }> {
  const plugins = mutant ? [planting(mutant)] : [];
  const server = await createServer({
    configFile: false,
    root,
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: aliases },
    plugins,
  });
  try {
    const { runSimulation } = (await server.ssrLoadModule("/test/simulation/run.ts")) as typeof import("./run");
    return { run: runSimulation, close: () => server.close() };
  } catch (error) {
    await server.close();
    throw error;
  }
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
function planting(mutant: Mutant): Plugin {
  checkPlantable(mutant);
  return {
    name: "planting",
    enforce: "pre",
    transform(code, id) {
      const own = mutant.edits.filter(({ file }) => id.split("?")[0] === `${root}${file}`);
      return own.reduce((changed, { text, becomes }) => changed.replace(text, () => becomes), code);
    },
  };
}
