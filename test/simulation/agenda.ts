import type { DayNumber } from "./reference/days";

/** Something that will happen on a day, at a minute of it in UTC. */
export interface Planned {
  readonly minute: number;
  happen(): Promise<void>;
}

/** What is planned, by day. While the portal is down people wait, so a day's plans can be put off. */
export class Agenda {
  private readonly days = new Map<DayNumber, Planned[]>();

  plan(day: DayNumber, minute: number, happen: () => Promise<void>): void {
    const planned = this.days.get(day) ?? [];
    planned.push({ minute, happen });
    this.days.set(day, planned);
  }

  /** Of the day, in their order; gone from the agenda. */
  take(day: DayNumber): Planned[] {
    const planned = this.days.get(day) ?? [];
    this.days.delete(day);
    return planned.sort((a, b) => a.minute - b.minute);
  }

  putOff(from: DayNumber, to: DayNumber): void {
    const planned = this.days.get(from) ?? [];
    this.days.delete(from);
    this.days.set(to, [...(this.days.get(to) ?? []), ...planned]);
  }
}
