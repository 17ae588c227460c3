import { recordEvents } from "~/audit/record-events.server";
import { type Day, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { conflict } from "~/kernel/rejection";
import type { ContactChangeFacts } from "~/notices/mail-facts";
import { planNotices } from "~/notices/plan-notices.server";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import type { ContractingEntity } from "~/platform/schema/people-tables";
import type { ContactRole } from "~/platform/schema/staff-tables";
import {
  insertContact,
  lockEntityCalendar,
  selectAdminsOfEntity,
  selectContacts,
  supersedeContact,
} from "./contact-queries.server";
import { type ContactDetails, contactOf, fillsIn, mayHoldFrom } from "./support-contact";

interface About {
  readonly actorId: string;
  readonly contractingEntity: ContractingEntity;
  readonly role: ContactRole;
  /** The announced change that the actor saw, "" for none: another one since then refuses this one. */
  readonly seenId: string;
}

/**
 * Schedules other contact details, or corrects those that are announced, and tells the partner admins of the entity's organisations in the same
 * transaction (clause 2.4.3). Throws `contact_change_too_soon` with the earliest day, `contact_unchanged`, `changed_meanwhile`.
 */
export async function scheduleContactChange(
  db: Db,
  command: About & ContactDetails & { readonly effectiveOn: Day },
  now: Date,
): Promise<{ told: number }> {
  const { actorId, contractingEntity, role, phone, email, effectiveOn } = command;
  return inTransaction(db, async (trx) => {
    const { present, upcoming, today, calendar } = await begin(trx, command, now);
    if (present?.phone === phone && present.email === email) throw conflict("contact_unchanged");
    const next = { phone, email };
    const notice = policy.supportContactNoticeBusinessDays;
    const earliest = mayHoldFrom({ present, upcoming, next }, today, calendar, notice);
    if (effectiveOn < earliest) throw conflict("contact_change_too_soon", { earliest });

    // An entry that begins on the very day of the present one takes its place; so does a correction that of what it corrects.
    if (upcoming) await supersedeContact(trx, upcoming.id, now);
    if (present?.effectiveOn === effectiveOn) await supersedeContact(trx, present.id, now);
    const change = upcoming && { changeId: upcoming.changeId };
    const row = { contractingEntity, role, phone, email, effectiveOn, recordedAt: now, recordedBy: actorId, ...change };
    const { id, changeId } = await insertContact(trx, row);
    const event = upcoming ? "corrected" : fillsIn({ present, upcoming, next }) ? "completed" : "scheduled";
    const facts = { event, contractingEntity, role, phone, email, effectiveOn, present: detailsOf(present) } as const;
    const told = await tell(trx, { changeId, stage: upcoming ? id : "scheduled" }, facts, now);
    const after = { contractingEntity, role, phone, email, effectiveOn };
    await record(trx, actorId, { event, changeId, before: upcoming && detailsOf(upcoming), after }, now);
    return { told };
  });
}

/** Takes an announced change back and tells those whom it was announced to. Throws `contact_change_in_force` once it holds, `changed_meanwhile`. */
export async function cancelContactChange(db: Db, command: About, now: Date): Promise<{ told: number }> {
  const { actorId, contractingEntity, role } = command;
  return inTransaction(db, async (trx) => {
    const { present, upcoming } = await begin(trx, command, now);
    if (!upcoming) throw conflict("contact_change_in_force");
    await supersedeContact(trx, upcoming.id, now);
    const { changeId, phone, email, effectiveOn } = upcoming;
    const announced = { contractingEntity, role, phone, email, effectiveOn };
    const facts = { event: "cancelled", ...announced, present: detailsOf(present) } as const;
    const told = await tell(trx, { changeId, stage: "cancelled" }, facts, now);
    await record(trx, actorId, { event: "cancelled", changeId, before: announced, after: null }, now);
    return { told };
  });
}

async function begin(trx: Trx, { contractingEntity, role, seenId }: About, now: Date) {
  const calendar = await lockEntityCalendar(trx, contractingEntity);
  const today = dayIn(calendar.timeZone, now);
  const standing = contactOf(await selectContacts(trx, contractingEntity), role, today);
  if (seenId !== "" && standing.upcoming?.id !== seenId && standing.present?.id === seenId) {
    throw conflict("contact_change_in_force");
  }
  if ((standing.upcoming?.id ?? "") !== seenId) throw conflict("changed_meanwhile");
  return { ...standing, today, calendar };
}

const detailsOf = (contact: ContactDetails | null) => contact && { phone: contact.phone, email: contact.email };

async function tell(trx: Trx, key: { changeId: string; stage: string }, facts: ContactChangeFacts, now: Date) {
  const admins = await selectAdminsOfEntity(trx, facts.contractingEntity, now);
  const { changeId, stage } = key;
  return planNotices(
    trx,
    admins.map(({ personId, organisationId }) => ({
      kind: "support_contact_change",
      subjectId: changeId,
      cycle: changeId,
      stage,
      recipientId: personId,
      organisationId,
      facts,
    })),
    now,
  );
}

async function record(
  trx: Trx,
  actorId: string,
  change: {
    event: ContactChangeFacts["event"];
    changeId: string;
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
  },
  now: Date,
) {
  const { event, changeId, before, after } = change;
  const subject = { subjectType: "support_contact", subjectId: changeId };
  const states = { ...(before && { before }), ...(after && { after }) };
  await recordEvents(trx, [{ actorId, action: `support_contact.${event}`, ...subject, ...states }], now);
}
