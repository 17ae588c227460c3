import { parseArgs } from "node:util";

/** What a bench can be told to do smaller or larger, with what it does unasked. */
export type Sizes = Readonly<Record<string, number>>;

interface Command {
  readonly name: string;
  readonly json: boolean;
  /** Every size of the bench, as asked for or as it is. */
  readonly sizes: Sizes;
}

/** What was asked for, or the sentence that says why it cannot be done. */
export function readCommand(args: readonly string[], sizesOf: Readonly<Record<string, Sizes>>): Command | string {
  const names = Object.keys(sizesOf);
  const usage = `Use: npm run bench -- NAME [--json]${names.map((name) => wordsFor(name, sizesOf[name] ?? {})).join("")}, with NAME one of: ${names.join(", ")}.`;
  const sizeNames = [...new Set(Object.values(sizesOf).flatMap((sizes) => Object.keys(sizes)))];
  const sizeOptions = Object.fromEntries(sizeNames.map((size) => [size, { type: "string" as const }]));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, ...sizeOptions },
    });
    const [name, ...more] = positionals;
    if (name === undefined) return `Which bench? ${usage}`;
    const known = sizesOf[name];
    if (!known) return `There is no bench "${name}". ${usage}`;
    if (more.length > 0) return `One bench at a time; "${more.join(" ")}" is too much. ${usage}`;
    const asked = sizeNames.flatMap((size): [string, string][] => {
      const value = (values as Record<string, unknown>)[size];
      return typeof value === "string" ? [[size, value]] : [];
    });
    for (const [size, value] of asked) {
      if (!(size in known)) return `The bench "${name}" has no --${size}. ${usage}`;
      if (!/^[1-9]\d{0,6}$/.test(value)) return `--${size} takes a whole number, not "${value}". ${usage}`;
    }
    return {
      name,
      json: values.json === true,
      sizes: { ...known, ...Object.fromEntries(asked.map(([size, value]) => [size, Number(value)])) },
    };
  } catch (error) {
    return `${error instanceof Error ? error.message : "These options are not understood."} ${usage}`;
  }
}

const wordsFor = (name: string, sizes: Sizes): string =>
  Object.keys(sizes).length === 0
    ? ""
    : ` (${name}: ${Object.entries(sizes)
        .map(([size, value]) => `[--${size} ${value}]`)
        .join(" ")})`;
