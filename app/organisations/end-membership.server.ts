import { recordEvents } from "~/audit/record-events.server";
import { type Day, dayIn } from "~/kernel/calendar";
import { conflict } from "~/kernel/rejection";
import { endRoleAssignments } from "~/people/person-queries.server";
import type { Trx } from "~/platform/database/handle";
import { cutMembershipsFrom, insertMembership, lockMembershipOn } from "./membership-queries.server";
import { lockOrganisation } from "./organisation-queries.server";

interface OfMember {
  readonly actorId: string | null;
  readonly organisationId: string;
  readonly personId: string;
}

/**
 * The membership ends; `endsOn` is the first day that the person no longer counts (today when left out). The person keeps the account
 * and the certificates; the role of partner admin ends with the membership. Changes the count: run it through `countAgain`.
 */
export async function endMembership(trx: Trx, command: OfMember & { endsOn?: Day }, now: Date): Promise<void> {
  const { actorId, organisationId, personId } = command;
  const organisation = await lockOrganisation(trx, organisationId);
  const today = dayIn(organisation.timeZone, now);
  const endsOn = command.endsOn ?? today;
  const cut = await cutMembershipsFrom(trx, {
    organisationId,
    personId,
    from: endsOn,
    recordedAt: now,
    recordedBy: actorId,
  });
  if (cut.length === 0) throw conflict("membership_ended");
  if (endsOn <= today) await endRoleAssignments(trx, { personId, organisationId, at: now });
  const subject = { subjectType: "person", subjectId: personId, organisationId };
  await recordEvents(
    trx,
    [
      {
        actorId,
        action: "membership.ended",
        ...subject,
        before: { during: cut.map((row) => row.during) },
        after: { endsOn },
      },
    ],
    now,
  );
}

/** Whether the person counts towards the three from `from` on (today when left out). Run it through `countAgain`. */
export async function setAdministrator(
  trx: Trx,
  command: OfMember & { administrator: boolean; from?: Day },
  now: Date,
): Promise<void> {
  const { actorId, organisationId, personId, administrator } = command;
  const organisation = await lockOrganisation(trx, organisationId);
  const from = command.from ?? dayIn(organisation.timeZone, now);
  const current = await lockMembershipOn(trx, { organisationId, personId, day: from });
  if (current.administrator === administrator) throw conflict("changed_meanwhile");
  const recorded = { recordedAt: now, recordedBy: actorId };
  await cutMembershipsFrom(trx, { organisationId, personId, from, ...recorded });
  await insertMembership(trx, {
    personId,
    organisationId,
    administrator,
    during: { start: from, end: current.during.end },
    ...recorded,
  });
  const subject = { subjectType: "person", subjectId: personId, organisationId };
  await recordEvents(
    trx,
    [{ actorId, action: "membership.administrator_changed", ...subject, after: { administrator, from } }],
    now,
  );
}
