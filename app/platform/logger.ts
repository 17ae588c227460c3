import { type Logger, pino } from "pino";

export type { Logger };

/** JSON lines on standard output; secrets and personal addresses never reach it. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ["password", "*.password", "token", "*.token", "cookie", "*.cookie", "email", "*.email"],
      censor: "[hidden]",
    },
  });
}
