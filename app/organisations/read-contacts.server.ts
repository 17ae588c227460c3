import { type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Reader } from "~/platform/database/handle";
import type { ContractingEntity } from "~/platform/schema/people-tables";
import { earliestEffectiveOn } from "./business-days";
import { selectContacts, selectEntityCalendar, selectOptionalContract } from "./contact-queries.server";
import { contactOf, contactRoles } from "./support-contact";

/** How the entity's support is reached today, what is announced, and from when a change that is scheduled now could hold. */
export async function readContacts(db: Reader, contractingEntity: ContractingEntity, now: Date) {
  const calendar = await selectEntityCalendar(db, contractingEntity);
  const today = dayIn(calendar.timeZone, now);
  const contacts = await selectContacts(db, contractingEntity);
  return {
    contractingEntity,
    today,
    earliest: earliestEffectiveOn(calendar, today, policy.supportContactNoticeBusinessDays),
    roles: contactRoles.map((role) => ({ role, ...contactOf(contacts, role, today) })),
  };
}

/** From when the person's contacts will be other ones: the next announced day; null when none is, or when they are the distributor's. */
export async function readNextContactChange(db: Reader, personId: string, now: Date): Promise<Day | null> {
  const contract = await selectOptionalContract(db, personId, now);
  if (!contract || contract.distributorName) return null;
  const { roles } = await readContacts(db, contract.contractingEntity, now);
  return roles.flatMap(({ upcoming }) => (upcoming ? [upcoming.effectiveOn] : [])).sort()[0] ?? null;
}
