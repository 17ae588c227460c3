import { recordEvents } from "~/audit/record-events.server";
import { type Day, dayIn } from "~/kernel/calendar";
import { conflict } from "~/kernel/rejection";
import { issueLink } from "~/people/issue-link.server";
import {
  endRoleAssignments,
  insertPerson,
  insertRoleAssignment,
  selectOptionalAccountByEmail,
} from "~/people/person-queries.server";
import type { Trx } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import type { Language } from "~/platform/schema/people-tables";
import { insertMembership } from "./membership-queries.server";
import { lockOrganisation } from "./organisation-queries.server";

export interface AddMember {
  readonly actorId: string | null;
  readonly organisationId: string;
  readonly fullName: string;
  readonly email: string;
  readonly language: Language;
  /** Counts towards the three once certified. */
  readonly administrator: boolean;
  readonly partnerAdmin: boolean;
  /** First day; today in the organisation's zone when left out. */
  readonly from?: Day;
}

/**
 * Makes somebody a member from a day on. A new person gets an invitation; somebody known, who is a member nowhere, keeps account,
 * name and certificates. Changes the count: run it through `countAgain`.
 */
export async function addMember(
  trx: Trx,
  command: AddMember,
  now: Date,
  random: Random,
): Promise<{ personId: string; invited: boolean }> {
  const { actorId, organisationId, fullName, email, language, administrator, partnerAdmin } = command;
  const organisation = await lockOrganisation(trx, organisationId);
  const from = command.from ?? dayIn(organisation.timeZone, now);
  const inserted = await insertPerson(trx, { fullName, email, language, createdAt: now });
  const known = inserted ? undefined : await selectOptionalAccountByEmail(trx, email);
  const personId = inserted ?? known?.id;
  if (!personId || known?.deactivatedAt) throw conflict("email_taken");
  await insertMembership(trx, {
    personId,
    organisationId,
    during: { start: from, end: null },
    administrator,
    recordedAt: now,
    recordedBy: actorId,
  });
  await endRoleAssignments(trx, { personId, organisationId, at: now });
  if (partnerAdmin)
    await insertRoleAssignment(trx, {
      personId,
      role: "partner_admin",
      organisationId,
      recordedAt: now,
      recordedBy: actorId,
    });
  const invited = !known?.passwordHash;
  if (invited) await issueLink(trx, { personId, purpose: "invitation" }, now, random);
  const after = { personId, from, administrator, partnerAdmin };
  await recordEvents(
    trx,
    [{ actorId, action: "membership.begun", subjectType: "person", subjectId: personId, organisationId, after }],
    now,
  );
  return { personId, invited };
}
