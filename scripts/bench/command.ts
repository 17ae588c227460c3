import { parseArgs } from "node:util";

interface Command {
  readonly name: string;
  readonly json: boolean;
}

/** What was asked for, or the sentence that says why it cannot be done. */
export function readCommand(args: readonly string[], names: readonly string[]): Command | string {
  const usage = `Use: npm run bench -- NAME [--json], with NAME one of: ${names.join(", ")}.`;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false } },
    });
    const [name, ...more] = positionals;
    if (name === undefined) return `Which bench? ${usage}`;
    if (!names.includes(name)) return `There is no bench "${name}". ${usage}`;
    if (more.length > 0) return `One bench at a time; "${more.join(" ")}" is too much. ${usage}`;
    return { name, json: values.json };
  } catch (error) {
    return `${error instanceof Error ? error.message : "These options are not understood."} ${usage}`;
  }
}
