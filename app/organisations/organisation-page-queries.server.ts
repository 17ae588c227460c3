import { sql } from "kysely";
import type { Day, DayRange } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { Decision } from "./decision";
import type { Organisation } from "./organisation-queries.server";

type Shown = Pick<Organisation, "id" | "name" | "contractingEntity" | "timeZone" | "distributorId">;

/** What the page of an organisation shows of the organisation itself. */
export interface OrganisationPage extends Shown {
  /** By name: those that it answers for as a distributor (2.4.1). */
  readonly resellers: readonly Pick<Organisation, "id" | "name">[];
  /** Of its people, not over today in the organisation's zone, in the order of their start. */
  readonly absences: readonly { readonly personId: string; readonly during: DayRange & { readonly end: Day } }[];
  /** The decision that holds on the day asked for, or today, as it was known. */
  readonly decision: (Decision & { readonly reason: string }) | null;
  /** An application for second level waits for its decision. */
  readonly applied: boolean;
}

interface Question {
  readonly id: string;
  /** Today in the organisation's zone when null. */
  readonly on: Day | null;
  /** As it was known at the end of that day in the organisation's zone; with all that is known when null, and when the day is not over. */
  readonly knownOn: Day | null;
  readonly now: Date;
}

/** One statement: each more would cost a page of many visitors as much as what it looks up. Throws `not_found`. */
export async function selectOrganisationPage(db: Reader, question: Question): Promise<OrganisationPage> {
  const [row] = await organisationPage(db, question);
  if (!row) throw notFound();
  return row;
}

const organisationPage = keptQuery(
  (_db, { id, on, knownOn, now }: Question) => sql<OrganisationPage>`
    select organisation.id, name, contracting_entity, time_zone, distributor_id,
      (
        select coalesce(json_agg(json_build_object('id', reseller.id, 'name', reseller.name) order by lower(reseller.name)), '[]')
        from organisation as reseller where reseller.distributor_id = organisation.id
      ) as resellers,
      (
        select coalesce(json_agg(json_build_object('personId', person_id,
          'during', json_build_object('start', lower(during), 'end', upper(during))) order by during), '[]')
        from planned_absence as absence
        where absence.organisation_id = organisation.id and superseded_at is null and upper(during) > local.today
      ) as absences,
      (
        select json_build_object('outcome', outcome, 'effectiveOn', effective_on, 'remediationThrough', remediation_through, 'reason', reason)
        from organisation_decision as decision
        where decision.organisation_id = organisation.id and effective_on <= coalesce(${on}::date, local.today)
          and recorded_at < known.before and (superseded_at is null or superseded_at >= known.before)
        order by effective_on desc limit 1
      ) as decision,
      exists (
        select from second_level_application as application
        where application.organisation_id = organisation.id and outcome is null
      ) as applied
    from organisation
    cross join lateral (select (${now}::timestamptz at time zone organisation.time_zone)::date as today) as local
    cross join lateral (
      select case when ${knownOn}::date < local.today then (${knownOn}::date + 1)::timestamp at time zone organisation.time_zone
        else 'infinity' end as before
    ) as known
    where organisation.id = ${id}
  `,
);
