import { resolve } from "node:path";
import { z } from "zod";

const optionalText = z.string().trim().min(1).optional();
const environmentSchema = z.object({
  PORTAL_MODE: z.enum(["demo", "development", "production"]).default("demo"),
  HOST: optionalText,
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  BASE_URL: z.url({ protocol: /^https?$/, normalize: true }).optional(),
  DATA_DIR: optionalText,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: optionalText,
  SESSION_SECRET: z.string().min(32, "needs at least 32 characters").optional(),
  METRICS_TOKEN: z.string().min(16, "needs at least 16 characters").optional(),
  PORTAL_NOW: z.iso.datetime({ offset: true }).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
});

export type PortalMode = "demo" | "development" | "production";

export interface Environment {
  mode: PortalMode;
  host: string;
  port: number;
  /** Without a trailing slash; undefined means: where the server turns out to listen. */
  baseUrl: string | undefined;
  dataDir: string;
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailFrom: string;
  sessionSecret: string | undefined;
  /** Who presents it may read /metrics; without one, only programs on this machine. */
  metricsToken: string | undefined;
  startsAt: Date | undefined;
  logLevel: z.infer<typeof environmentSchema>["LOG_LEVEL"];
  /** Number of proxies in front whose X-Forwarded-* headers are believed. */
  trustedProxies: number;
}

/** A configuration that cannot be used; the message is for the person who set it. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** Reads the configuration; empty variables count as unset. Throws `ConfigurationError` naming every fault at once. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new ConfigurationError(`The configuration cannot be used:\n${faults.join("\n")}`);
  }
  const env = parsed.data;
  const production = env.PORTAL_MODE === "production";
  const faults = [
    production &&
      !env.SESSION_SECRET &&
      "SESSION_SECRET is required in production (32 characters or more, kept secret)",
    production && !env.BASE_URL && "BASE_URL is required in production: certificates and mails carry it",
    production && env.PORTAL_NOW && "PORTAL_NOW moves the clock and is refused in production",
  ].filter((fault) => typeof fault === "string");
  if (faults.length > 0) throw new ConfigurationError(`The configuration cannot be used:\n  ${faults.join("\n  ")}`);
  return {
    mode: env.PORTAL_MODE,
    host: env.HOST ?? (production ? "0.0.0.0" : "127.0.0.1"),
    port: env.PORT,
    baseUrl: env.BASE_URL?.replace(/\/+$/, ""),
    dataDir: resolve(env.DATA_DIR ?? "data"),
    databaseUrl: env.DATABASE_URL,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? "Partner Certification Portal <portal@localhost>",
    sessionSecret: env.SESSION_SECRET,
    metricsToken: env.METRICS_TOKEN,
    startsAt: env.PORTAL_NOW ? new Date(env.PORTAL_NOW) : undefined,
    logLevel: env.LOG_LEVEL,
    trustedProxies: env.TRUST_PROXY,
  };
}
