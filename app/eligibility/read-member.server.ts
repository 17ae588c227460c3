import { covers, dayIn } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import { selectMembershipsOf } from "~/organisations/membership-queries.server";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import { selectAccount } from "~/people/person-queries.server";
import type { Reader } from "~/platform/database/handle";
import { standingWithout } from "./read-organisation.server";
import { readPersonRecord } from "./read-person-record.server";

interface Question {
  readonly organisationId: string;
  readonly personId: string;
  /** Staff see the whole record; an organisation, of somebody who has left, what was earned for it. */
  readonly everything: boolean;
}

/** One person seen from one organisation, today; `not_found` for somebody who never was a member there. */
export async function readMember(db: Reader, { organisationId, personId, everything }: Question, now: Date) {
  const { id, name, timeZone } = await selectOrganisation(db, organisationId);
  const memberships = (await selectMembershipsOf(db, personId)).filter(
    (membership) => membership.organisationId === organisationId,
  );
  const today = dayIn(timeZone, now);
  const membership = memberships.find(({ during }) => covers(during, today)) ?? memberships[0];
  if (!membership) throw notFound();
  const { fullName, email, passwordHash } = await selectAccount(db, personId);
  const { before, after } = await standingWithout(db, { organisationId, personId, endsOn: today });
  const left = membership.during.end !== null && membership.during.end <= today;
  return {
    organisation: { id, name, timeZone },
    person: { fullName, email, hasSignedUp: passwordHash !== null },
    membership: { during: membership.during, administrator: membership.administrator },
    today,
    whatIf: {
      countBefore: before.count,
      countAfter: after.count,
      fallsBelow: before.metSince !== null && after.fallen !== null,
      nextFall: after.runway !== null && after.runway.day !== before.runway?.day ? after.runway.day : null,
    },
    record: await readPersonRecord(db, personId, {
      day: today,
      organisationId: left && !everything ? organisationId : undefined,
    }),
  };
}
