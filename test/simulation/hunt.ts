import type { Source } from "./load";
import { type Mutant, mutants } from "./mutants";
import type { RunOptions } from "./run";

/** What became of a planted bug. */
export interface Hunted {
  readonly mutant: Mutant;
  /** The seed that found it, by what, and on which virtual day; null when all let it pass. */
  readonly caught: { readonly seed: string; readonly by: string; readonly at: string; readonly detail: string } | null;
}

const huntSeeds = ["1", "2", "3"];

/** Runs the world with the bug planted, a seed after the other, until it is found. */
export async function hunt(
  source: Source,
  mutant: Mutant,
  options: Omit<RunOptions, "seed">,
  seeds: readonly string[] = huntSeeds,
): Promise<Hunted> {
  for (const seed of seeds) {
    const { run, close } = await source.load(mutant);
    try {
      const organisations = Math.max(options.organisations, mutant.organisations ?? 0);
      const { violations } = await run({ ...options, organisations, seed, stopAtFirst: true });
      const [first] = violations;
      if (first) return { mutant, caught: { seed, by: first.invariant, at: first.at, detail: first.detail } };
    } finally {
      await close();
    }
  }
  return { mutant, caught: null };
}

export const mutantCalled = (name: string): Mutant => {
  const mutant = mutants.find((one) => one.name === name);
  if (!mutant) throw new Error(`there is no mutant ${name}`);
  return mutant;
};

/** One line of the table of planted bugs. */
export function huntedLine({ mutant, caught }: Hunted): string {
  const end = caught ? `seed ${caught.seed}, ${caught.at.slice(0, 10)}: ${caught.by}` : "ESCAPED";
  return `${mutant.name.padEnd(32)} ${end.padEnd(56)} ${mutant.wrong}`;
}
