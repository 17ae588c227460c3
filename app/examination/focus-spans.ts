/** How long the exam page was not in front, from what browsers have told. Information for whoever looks at the attempt, never a verdict. */

export interface FocusEvent {
  readonly clientId: string;
  readonly kind: "focus_lost" | "focus_regained" | "pasted";
  readonly happenedAt: Date;
}

export interface FocusSummary {
  /** How many times the page was left. */
  readonly times: number;
  /** How many of them it did not come back. */
  readonly unreturned: number;
  /** Of those from which it came back. */
  readonly seconds: number;
}

/** Without returns to a page that nobody had left: its reloads, which are nobody's going away. `events` in the order in which they happened. */
export function withoutReloads<Event extends FocusEvent>(events: readonly Event[]): Event[] {
  const left = new Set<string>();
  return events.filter(({ clientId, kind }) => {
    if (kind === "focus_lost") left.add(clientId);
    return kind !== "focus_regained" || left.delete(clientId);
  });
}

/** `events` in the order in which they happened. A page that is left and never comes back counts as that, with no time. */
export function focusSummary(events: readonly FocusEvent[]): FocusSummary {
  const leftAt = new Map<string, Date>();
  let times = 0;
  let milliseconds = 0;
  for (const { clientId, kind, happenedAt } of events) {
    const since = leftAt.get(clientId);
    if (kind === "focus_lost" && !since) {
      times += 1;
      leftAt.set(clientId, happenedAt);
    } else if (kind === "focus_regained" && since) {
      milliseconds += Math.max(0, happenedAt.getTime() - since.getTime());
      leftAt.delete(clientId);
    }
  }
  return { times, unreturned: leftAt.size, seconds: Math.round(milliseconds / 1000) };
}
