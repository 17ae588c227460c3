/** The only place that reads the time of day. Everything else is told what time it is. */
export interface Clock {
  now(): Date;
  /** Set by `PORTAL_NOW`: pages say so. */
  readonly moved?: true;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stood at `start` when it was made and has ticked at the normal rate since. */
export function clockStartingAt(start: Date): Clock {
  const offset = start.getTime() - Date.now();
  return { now: () => new Date(Date.now() + offset), moved: true };
}
