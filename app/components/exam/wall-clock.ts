/** Milliseconds of the epoch by the browser's clock; runs on evenly while the page is open. */
export const wallClock = (): number => performance.timeOrigin + performance.now();

/** What the server's clock said, and between which two instants of the browser's clock it said so. */
export interface HeardClock {
  readonly now: string;
  readonly askedAt: number;
  readonly heardAt: number;
}

/** Milliseconds by which the server's clock is ahead. */
export const clockOffset = ({ now, askedAt, heardAt }: HeardClock): number => Date.parse(now) - (askedAt + heardAt) / 2;

/**
 * The same from the page itself, whose first byte came just after the server looked at its clock: the exam page is always a document of its own
 * (components/island.tsx), so that its navigation timing is that of this page.
 */
export function pageClockOffset(now: string): number {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return Date.parse(now) - (navigation ? performance.timeOrigin + navigation.responseStart : wallClock());
}
