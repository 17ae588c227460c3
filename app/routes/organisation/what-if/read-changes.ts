import type { SupposedChanges } from "~/eligibility/read-what-if.server";
import { type Day, parseDay } from "~/kernel/calendar";

/** More would not fit into the sign, and change nothing. */
export const mostJoining = 3;

/** The changes as the address holds them; what makes no sense counts as not asked. */
export function readChanges(query: URLSearchParams): SupposedChanges {
  const joining = Number(query.get("join"));
  return {
    leaving: query.getAll("leave"),
    leavingOn: dayOf(query.get("leaveOn")),
    notRenewing: query.getAll("fail"),
    joining: Number.isInteger(joining) && joining > 0 ? Math.min(joining, mostJoining) : 0,
    joiningOn: dayOf(query.get("joinOn")),
    renewals: query.get("renewals") === "on",
  };
}

const dayOf = (text: string | null): Day | undefined => parseDay(text ?? "");
