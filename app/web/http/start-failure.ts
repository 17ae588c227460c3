import { ConfigurationError } from "~/platform/env";

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && "code" in error;

/** One sentence for what the person who starts the portal can mend; the whole error for what only we can. Exit status 1. */
export function explainAndExit(error: unknown): never {
  if (error instanceof ConfigurationError) process.stderr.write(`${error.message}\n`);
  else if (isSystemError(error) && error.code === "EADDRINUSE")
    process.stderr.write("The port is already in use. Set PORT to another one, or stop what listens there.\n");
  else if (isSystemError(error) && error.code === "EACCES") process.stderr.write(`Not allowed: ${error.message}\n`);
  else if (isSystemError(error) && error.code === "ELOCKED") process.stderr.write(`${error.message}\n`);
  else
    process.stderr.write(
      `The portal could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  process.exit(1);
}
