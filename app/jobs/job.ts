import type { Portal } from "~/platform/portal";
import type { JobSchedule } from "./due";

export interface JobContext {
  readonly portal: Portal;
  /** Stamped once, from the portal's clock. */
  readonly now: Date;
  /** Aborted when the portal shuts down or the lease was lost: finish the subject in hand and return. */
  readonly stopping: AbortSignal;
  /** Notes a subject that could not be dealt with, in words such as "certificate 4f1c…", and why. The others go on, and the next run tries again. */
  readonly failed: (subject: string, error: unknown) => void;
}

export interface Job {
  /** Kebab-case; what `npm run jobs -- --once` is given. */
  readonly name: string;
  readonly schedule: JobSchedule;
  /** Does what is due and returns how much of what it did. A second run at the same instant changes nothing. */
  run(context: JobContext): Promise<Record<string, number>>;
}
