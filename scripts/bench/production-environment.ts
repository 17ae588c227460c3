/** Of a portal in production on this machine, with its data where `where` says. */
export const productionEnvironment = (where: Record<string, string>) => ({
  NODE_ENV: "production" as const,
  PORTAL_MODE: "production",
  SESSION_SECRET: "known to this bench and to nobody else",
  BASE_URL: "http://127.0.0.1",
  HOST: "127.0.0.1",
  LOG_LEVEL: "warn",
  ...where,
});
