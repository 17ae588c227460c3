import { recordEvents } from "~/audit/record-events.server";
import { addDays, type Day, dayIn } from "~/kernel/calendar";
import { conflict } from "~/kernel/rejection";
import { endRoleAssignments } from "~/people/person-queries.server";
import type { Trx } from "~/platform/database/handle";
import { insertMembership, lockMembershipOn, supersedeMembership } from "./membership-queries.server";
import { lockOrganisation } from "./organisation-queries.server";

interface OfMember {
  readonly actorId: string | null;
  readonly organisationId: string;
  readonly personId: string;
}

/**
 * The membership ends; `endsOn` is the first day that the person no longer counts (today when left out). The person keeps the account
 * and the certificates. Changes the count: run it through `countAgain`.
 */
export async function endMembership(trx: Trx, command: OfMember & { endsOn?: Day }, now: Date): Promise<void> {
  const { actorId, organisationId, personId } = command;
  const organisation = await lockOrganisation(trx, organisationId);
  const today = dayIn(organisation.timeZone, now);
  const endsOn = command.endsOn ?? today;
  const membership = await lockMembershipOn(trx, { organisationId, personId, day: endsOn > today ? today : addDays(endsOn, -1) }).catch(() => undefined);
  const current = membership ?? (await lockMembershipOn(trx, { organisationId, personId, day: endsOn }));
  if (current.during.end !== null && current.during.end <= endsOn) throw conflict("membership_ended");
  await supersedeMembership(trx, current.id, now);
  const { id: _, ...kept } = current;
  if (current.during.start < endsOn) {
    await insertMembership(trx, { ...kept, during: { start: current.during.start, end: endsOn }, recordedAt: now, recordedBy: actorId });
  }
  await endRoleAssignments(trx, { personId, organisationId, at: now });
  const subject = { subjectType: "person", subjectId: personId, organisationId };
  await recordEvents(trx, [{ actorId, action: "membership.ended", ...subject, before: { during: current.during }, after: { endsOn } }], now);
}

/** Whether the person counts towards the three from `from` on (today when left out). Run it through `countAgain`. */
export async function setAdministrator(trx: Trx, command: OfMember & { administrator: boolean; from?: Day }, now: Date): Promise<void> {
  const { actorId, organisationId, personId, administrator } = command;
  const organisation = await lockOrganisation(trx, organisationId);
  const from = command.from ?? dayIn(organisation.timeZone, now);
  const current = await lockMembershipOn(trx, { organisationId, personId, day: from });
  if (current.administrator === administrator) throw conflict("changed_meanwhile");
  await supersedeMembership(trx, current.id, now);
  const { id: _, ...kept } = current;
  const recorded = { recordedAt: now, recordedBy: actorId };
  if (current.during.start < from) await insertMembership(trx, { ...kept, during: { start: current.during.start, end: from }, ...recorded });
  await insertMembership(trx, { ...kept, administrator, during: { start: from, end: current.during.end }, ...recorded });
  const subject = { subjectType: "person", subjectId: personId, organisationId };
  await recordEvents(trx, [{ actorId, action: "membership.administrator_changed", ...subject, after: { administrator, from } }], now);
}
