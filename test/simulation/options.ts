import { parseArgs } from "node:util";
import { type FaultKind, faultKinds } from "./faults";
import { mutants } from "./mutants";

export interface Command {
  readonly years: number;
  readonly organisations: number;
  readonly seed: string;
  readonly faults: readonly FaultKind[];
  readonly database: "memory" | "folder" | "postgres";
  readonly json: boolean;
  readonly trace: boolean;
  /** One planted bug, or all of them one after the other. */
  readonly mutant: string | undefined;
  readonly mutants: boolean;
}

export const usage = `Usage: npm run simulate -- [options]
  --years N            virtual years, also a part of one (5; with a mutant 1.15)
  --organisations N    from 1 to 2000 (200; with a mutant 8)
  --seed TEXT          the same seed gives the same run (1)
  --faults LIST        all, none, or some of ${faultKinds.join(",")} (all)
  --database KIND      memory, folder, or postgres: on the server at DATABASE_URL, in a database of its own (memory)
  --json               the report as JSON on the last line
  --trace              every event as it happens
  --mutant NAME        with this bug planted; it is to be found
  --mutants            every planted bug in turn, each with up to three seeds`;

/** What was asked for, or the sentence that says why it cannot be done. */
export function readCommand(
  argv: readonly string[],
  environment: { readonly DATABASE_URL?: string | undefined },
): Command | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        years: { type: "string" },
        organisations: { type: "string" },
        seed: { type: "string", default: "1" },
        faults: { type: "string", default: "all" },
        database: { type: "string", default: environment.DATABASE_URL ? "postgres" : "memory" },
        json: { type: "boolean", default: false },
        trace: { type: "boolean", default: false },
        mutant: { type: "string" },
        mutants: { type: "boolean", default: false },
      },
    });
    const { seed, database, json, trace, mutant } = values;
    const planted = mutant !== undefined || values.mutants;
    const years = Number(values.years ?? (planted ? 1.15 : 5));
    if (!(years > 0 && years <= 50)) return `--years must be more than 0 and at most 50, not "${values.years}".`;
    const few = mutants.find(({ name }) => name === mutant)?.organisations ?? 8;
    const organisations = Number(values.organisations ?? (planted ? few : 200));
    if (!Number.isInteger(organisations) || organisations < 1 || organisations > 2_000)
      return `--organisations must be a whole number from 1 to 2000, not "${values.organisations}".`;
    if (!/^[\w-]{1,40}$/.test(seed)) return "--seed must be of up to 40 letters, digits, - and _.";
    const faults = readFaults(values.faults);
    if (typeof faults === "string") return faults;
    if (database !== "memory" && database !== "folder" && database !== "postgres")
      return `--database must be memory, folder or postgres, not "${database}".`;
    if (database === "postgres" && !environment.DATABASE_URL)
      return "--database postgres needs DATABASE_URL, the address of a PostgreSQL server on which a database may be made.";
    if (mutant !== undefined && values.mutants) return "--mutant is one, --mutants are all: choose.";
    if (mutant !== undefined && !mutants.some(({ name }) => name === mutant))
      return `There is no mutant "${mutant}". There are: ${mutants.map(({ name }) => name).join(", ")}.`;
    return { years, organisations, seed, faults, database, json, trace, mutant, mutants: values.mutants };
  } catch (error) {
    return error instanceof Error ? error.message : "These options are not understood.";
  }
}

function readFaults(list: string): readonly FaultKind[] | string {
  if (list === "all") return faultKinds;
  if (list === "none") return [];
  const wanted = list.split(",");
  const unknown = wanted.find((one) => !faultKinds.some((kind) => kind === one));
  if (unknown !== undefined) return `There is no fault "${unknown}". There are: all, none, ${faultKinds.join(", ")}.`;
  return faultKinds.filter((kind) => wanted.includes(kind));
}
