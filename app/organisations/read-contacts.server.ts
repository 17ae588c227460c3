import { dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Reader } from "~/platform/database/handle";
import type { ContractingEntity } from "~/platform/schema/people-tables";
import { earliestEffectiveOn } from "./business-days";
import { selectContacts, selectEntityCalendar } from "./contact-queries.server";
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
