/** The reference's own calendar: days are whole numbers since 1970-01-01, so that nothing here leans on the portal's arithmetic. */

export type DayNumber = number;

const dayMs = 86_400_000;

/** Of `YYYY-MM-DD`. */
export const dayNumber = (text: string): DayNumber => {
  const [year, month, day] = text.split("-").map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, day) / dayMs;
};

export const dayText = (day: DayNumber): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** Midnight in UTC at which the day begins there. */
export const startOfDay = (day: DayNumber): Date => new Date(day * dayMs);

/** The same date `years` later; of 29 February, 1 March where there is none. */
export function yearsLater(day: DayNumber, years: number): DayNumber {
  const from = new Date(day * dayMs);
  const [year, month, date] = [from.getUTCFullYear() + years, from.getUTCMonth(), from.getUTCDate()];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 1 && date === 29 && !leap ? Date.UTC(year, 2, 1) / dayMs : Date.UTC(year, month, date) / dayMs;
}

export const yearOf = (day: DayNumber): number => new Date(day * dayMs).getUTCFullYear();

const clocks = new Map<string, Intl.DateTimeFormat>();
const known = new Map<string, DayNumber>();

/** The day on the wall calendar of the zone. */
export function localDay(zone: string, instant: Date): DayNumber {
  // Offsets are whole quarters of an hour, so a quarter has one date.
  const quarter = Math.floor(instant.getTime() / 900_000);
  const key = `${zone} ${quarter}`;
  let day = known.get(key);
  if (day === undefined) {
    let clock = clocks.get(zone);
    if (!clock) {
      clock = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
      clocks.set(zone, clock);
    }
    day = dayNumber(clock.format(instant));
    if (known.size > 20_000) known.clear();
    known.set(key, day);
  }
  return day;
}
