/** Where an organisation stands (domain rules §3), read off day by day. */
import type { DayNumber } from "./days";

type RefStatus = "not_applicable" | "in_preparation" | "met" | "at_risk" | "not_met";

export interface RefStanding {
  readonly status: RefStatus;
  readonly count: number;
  readonly obligedSince: DayNumber | null;
  /** First day below of the fall that has happened; or, while three are there, of the one that is coming. */
  readonly fellOn: DayNumber | null;
  readonly fallsOn: DayNumber | null;
}

const three = 3;
const atRiskDays = 90;

/** `counts` and `obliged` begin on `first` and reach beyond every known end. */
export function standingOn(
  { counts, obliged, first }: { counts: Uint8Array; obliged: Uint8Array; first: DayNumber },
  day: DayNumber,
): RefStanding {
  const at = day - first;
  const count = counts[at] ?? 0;
  const nothing = { count, obligedSince: null, fellOn: null, fallsOn: null };
  if (!obliged[at]) return { status: "not_applicable", ...nothing };
  let since = at;
  while (since > 0 && obliged[since - 1]) since -= 1;
  const obligedSince = first + since;
  if (count >= three) {
    let ahead = at + 1;
    while (ahead < counts.length && (counts[ahead] ?? 0) >= three) ahead += 1;
    // The obligation must hold without a break until the fall.
    let bound = at;
    while (bound < ahead && obliged[bound + 1]) bound += 1;
    const fallsOn = ahead < counts.length && bound >= ahead ? first + ahead : null;
    const status = fallsOn !== null && fallsOn - day <= atRiskDays ? "at_risk" : "met";
    return { status, count, obligedSince, fellOn: null, fallsOn };
  }
  let lastMet = at;
  while (lastMet >= since && (counts[lastMet] ?? 0) < three) lastMet -= 1;
  if (lastMet < since) return { status: "in_preparation", count, obligedSince, fellOn: null, fallsOn: null };
  return { status: "not_met", count, obligedSince, fellOn: first + lastMet + 1, fallsOn: null };
}
