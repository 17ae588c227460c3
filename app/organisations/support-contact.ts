/** How a contracting entity's support is reached (clauses 1.1 and 2.4.3), and when other contact details may begin to hold. */
import type { Day } from "~/kernel/calendar";
import type { ContactRole } from "~/platform/schema/staff-tables";
import { type BusinessCalendar, earliestEffectiveOn } from "./business-days";

export const contactRoles = ["support", "management"] as const satisfies readonly ContactRole[];

export interface ContactDetails {
  readonly phone: string | null;
  readonly email: string | null;
}

interface DatedContact extends ContactDetails {
  readonly role: ContactRole;
  readonly effectiveOn: Day;
}

/** Of one entity's contacts, none superseded: what holds on `today`, and what is announced for later. */
export function contactOf<C extends DatedContact>(contacts: readonly C[], role: ContactRole, today: Day) {
  const own = contacts
    .filter((contact) => contact.role === role)
    .toSorted((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  return {
    present: own.findLast(({ effectiveOn }) => effectiveOn <= today) ?? null,
    upcoming: own.find(({ effectiveOn }) => effectiveOn > today) ?? null,
  };
}

interface Change {
  readonly present: ContactDetails | null;
  readonly upcoming: ContactDetails | null;
  readonly next: ContactDetails;
}

/** Only what was not known (the published agreement hides the addresses) is filled in: nothing changes that partners rely on. */
export function fillsIn({ present, upcoming, next }: Change): boolean {
  const keeps = (known: string | null, wanted: string | null) => known === null || known === wanted;
  return upcoming === null && keeps(present?.phone ?? null, next.phone) && keeps(present?.email ?? null, next.email);
}

/** The first day on which `next` may hold: today for what fills in; everything else, and every correction of what was announced, needs the notice anew. */
export const mayHoldFrom = (change: Change, today: Day, calendar: BusinessCalendar, noticeDays: number): Day =>
  fillsIn(change) ? today : earliestEffectiveOn(calendar, today, noticeDays);
