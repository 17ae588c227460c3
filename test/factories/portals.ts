import type { Database } from "~/platform/database/handle";
import { createLogger } from "~/platform/logger";
import type { Portal } from "~/platform/portal";
import { seededRandom } from "~/platform/random";
import { postbox } from "./mails";

/** A portal around a test's database, whose clock the test holds in its hand. */
export function aPortal(
  database: Database,
  options: { seed?: string; now?: () => Date; mail?: Portal["mail"] } = {},
): Portal {
  const { seed = "portal", now = () => new Date("2027-01-10T07:00:00Z"), mail = postbox().mail } = options;
  return {
    mode: "development",
    baseUrl: "https://portal.example",
    db: database.db,
    database,
    clock: { now },
    startedAt: now(),
    random: seededRandom(seed),
    logger: createLogger("silent"),
    mail,
    sessionSecret: "a secret of thirty-two characters",
  };
}
