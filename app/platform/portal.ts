import type { Clock } from "./clock";
import type { Database, Db } from "./database/handle";
import type { PortalMode } from "./env";
import type { Logger } from "./logger";
import type { MailTransport } from "./mail-transport";
import type { Random } from "./random";

/** The running portal: what every entrance is handed instead of importing it. One a process. */
export interface Portal {
  readonly mode: PortalMode;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  readonly db: Db;
  readonly database: Database;
  readonly clock: Clock;
  /** When this process began, by that clock. */
  readonly startedAt: Date;
  readonly random: Random;
  readonly logger: Logger;
  readonly mail: MailTransport;
  readonly sessionSecret: string;
}
