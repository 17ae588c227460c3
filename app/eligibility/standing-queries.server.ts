import { type RawBuilder, sql } from "kysely";
import { secondLevelAdministrator } from "~/examination/blueprint";
import type { Day } from "~/kernel/calendar";
import type { Reader } from "~/platform/database/handle";
import type { Cause, StandingPolicy, Status } from "./standing";

export interface StandingQuestion {
  /** Everybody when left out. */
  readonly organisationIds?: readonly string[];
  /** Any day, past or future; each one's own today when left out. */
  readonly on?: Day | undefined;
  readonly now: Date;
  /** As it was known then; with all that is known when left out. */
  readonly knownAt?: Date | undefined;
  /** How far ahead a fall is looked for; however far when left out, never less than `atRiskDays`. */
  readonly horizonDays?: number | undefined;
  /** Only those with a fall, ahead or behind. */
  readonly falling?: boolean;
}

/** What `assessStanding` says of one organisation, without the people who hold it up. */
export interface StandingRow {
  readonly organisationId: string;
  readonly day: Day;
  readonly status: Status;
  readonly count: number;
  readonly obligedSince: Day | null;
  /** Whether the minimum was ever reached in the obligation that holds on the day. */
  readonly reached: boolean;
  /** The coming fall below the minimum, or the one that the organisation has not come back from; null when neither. */
  readonly fallsOn: Day | null;
  /** How many count on that day, and who has stopped counting on it, in the order of their ids. */
  readonly countThen: number | null;
  readonly causes: readonly Cause[];
}

/** The standing of the organisations, in no particular order. */
export async function selectStandings(
  db: Reader,
  question: StandingQuestion,
  policy: StandingPolicy,
): Promise<StandingRow[]> {
  return (await standingsStatement(question, policy).execute(db)).rows;
}

/**
 * One statement however many organisations: the same answer as the rule in standing.ts, which a test holds to over random histories. What is known
 * now is read from `counting_interval`, what was known earlier from the facts; how many count in everybody's organisations, from `counting_profile`.
 */
export function standingsStatement(question: StandingQuestion, policy: StandingPolicy): RawBuilder<StandingRow> {
  const { organisationIds, on = null, now, knownAt, horizonDays, falling = false } = question;
  const known = knownAt?.toISOString() ?? "infinity";
  const minimum = policy.minimumAdministrators;
  const horizon = horizonDays === undefined ? null : Math.max(horizonDays, policy.atRiskDays);
  // A profile is written when the transaction ends: who asks of some in the midst of a change is told by the intervals.
  const everybodyNow = !organisationIds && !knownAt;
  const source = sql.ref(knownAt ? "staked" : "counting");
  return sql<StandingRow>`
    with asked as not materialized (
      select id as organisation_id, day, coalesce(day + ${horizon}::int, 'infinity') as horizon
      from organisation
      cross join lateral (select coalesce(${on}::date, (${now}::timestamptz at time zone time_zone)::date) as day) as calendar
      ${organisationIds ? sql`where id = any(${[...organisationIds]}::uuid[])` : sql``}
      offset 0
    ), ${obligation(known)},
    counting as ${knownAt ? countingThen(known) : countingNow},
    tally as materialized (
      ${everybodyNow ? tallyByProfile : tallyByInterval}
    ), counted as materialized (
      select organisation_id, day, horizon, since, until, coalesce(count, 0) as count, coalesce(ends, 0) as ends
      from asked left join obligation using (organisation_id) left join tally using (organisation_id)
    ),
    -- Nobody else can have fallen, or fall within the horizon. Who is below looks back from nothing, who is not looks ahead from the count.
    at_stake as (
      select *, count < ${minimum} as below from counted where since is not null and (count < ${minimum} or count - ends < ${minimum})
    ), ${knownAt ? staked : sql``} change as (
      select organisation_id, turned_on, sum(by)::int as by
      from at_stake
      cross join lateral (
        select starts_on as turned_on, 1 as by from ${source} as seat where seat.organisation_id = at_stake.organisation_id
        union all
        select ends_on, -1 from ${source} as seat where seat.organisation_id = at_stake.organisation_id
      ) as turn
      where case when below then turned_on <= day else turned_on > day and turned_on <= horizon end
      group by organisation_id, turned_on
    ), step as (
      select organisation_id, turned_on, by,
        (sum(by) over (partition by organisation_id order by turned_on))::int + case when below then 0 else count end as count
      from change join at_stake using (organisation_id)
    ), fall as (
      -- Behind: the last one, if the minimum was still held inside the obligation. Ahead: the first one, if the obligation lasts until then.
      select organisation_id, turned_on as fell_on, step.count
      from (
        select organisation_id, case when below then max(turned_on) else min(turned_on) end as turned_on
        from step join at_stake using (organisation_id)
        where step.count < ${minimum} and step.count - by >= ${minimum}
        group by organisation_id, below
      ) as nearest
      join step using (organisation_id, turned_on)
      join at_stake using (organisation_id)
      where case when below then turned_on > since else coalesce(turned_on < until, true) end
    )
    select organisation_id, day,
      case
        when since is null then 'not_applicable'
        when counted.count >= ${minimum} then case when fell_on - day <= ${policy.atRiskDays}::int then 'at_risk' else 'met' end
        when fell_on is null then 'in_preparation'
        else 'not_met'
      end as status,
      counted.count,
      since as obliged_since,
      since is not null and (counted.count >= ${minimum} or fell_on is not null) as reached,
      fell_on as falls_on,
      fall.count as count_then,
      case when fell_on is null then '[]' else ${causes(known, source)} end as causes
    from counted left join fall using (organisation_id)
    ${falling ? sql`where fell_on is not null` : sql``}
  `;
}

const knownIn = (alias: string, known: string): RawBuilder<boolean> =>
  sql`${sql.ref(`${alias}.recorded_at`)} <= ${known}::timestamptz
    and (${sql.ref(`${alias}.superseded_at`)} is null or ${sql.ref(`${alias}.superseded_at`)} > ${known}::timestamptz)`;

/**
 * `obligation`: the stretch of days, around the day asked for, on which the organisation is bound to second-level support (clause 2.2). Almost every
 * organisation is bound by one piece; only where there are several are they put together.
 */
const obligation = (known: string) => sql`
    binding as (
      select level.organisation_id, case second_level_support when 'mandatory' then level.during else level.during * opt_in.during end as during
      from organisation_level as level
      join programme_level on code = level_code
      left join second_level_opt_in as opt_in
        on opt_in.organisation_id = level.organisation_id and second_level_support = 'optional' and ${knownIn("opt_in", known)}
      where (second_level_support = 'mandatory' or (second_level_support = 'optional' and level.during && opt_in.during)) and ${knownIn("level", known)}
    ), bound as (
      select organisation_id, array_agg(during) as pieces from binding group by organisation_id
    ), obligation as (
      select organisation_id, lower(stretch) as since, upper(stretch) as until
      from (
        select organisation_id, day, case cardinality(pieces) when 1 then pieces[1] else ${joined} end as stretch
        from asked join bound using (organisation_id)
        offset 0
      ) as holding
      where stretch @> day
    )`;

const joined = sql`(
          select stretch from unnest((select range_agg(piece) from unnest(pieces) as piece)) as stretch where stretch @> day
        )`;

const countingNow = sql`not materialized (select organisation_id, person_id, starts_on, ends_on from counting_interval where programme_code = ${secondLevelAdministrator.code})`;

/** How many count on the day, and how many stretches end after it and within the horizon. */
const tallyByProfile = sql`select organisation_id,
        width_bucket(day, starts) - width_bucket(day, ends) as count,
        width_bucket(horizon, ends) - width_bucket(day, ends) as ends
      from asked join counting_profile using (organisation_id)
      where programme_code = ${secondLevelAdministrator.code}`;

const tallyByInterval = sql`select organisation_id,
        count(*) filter (where starts_on <= day and ends_on > day)::int as count,
        count(*) filter (where ends_on > day and ends_on <= horizon)::int as ends
      from counting join asked using (organisation_id)
      group by organisation_id`;

const countingThen = (known: string) => sql`materialized (
      select known.organisation_id, person_id, starts_on, ends_on
      from (select array_agg(distinct person_id) as people from membership join asked using (organisation_id)) as members
      cross join counting_days(members.people, ${known}::timestamptz) as known
      where programme_code = ${secondLevelAdministrator.code} and known.organisation_id in (select organisation_id from asked)
    )`;

/** What was computed from the facts has no index: only what is looked into organisation by organisation is kept of it. */
const staked = sql`staked as materialized (select counting.* from counting join at_stake using (organisation_id)), `;

/** Why each person who counted the day before does not count on `fell_on`: what `causeOfEnd` says. */
const causes = (known: string, source: RawBuilder<unknown>) => sql`(
      select json_agg(json_build_object('personId', person_id, 'kind', coalesce(seat.kind, lost.kind), 'certificateId', lost.certificate_id) order by person_id)
      from ${source} as counting
      cross join lateral (
        select case when bool_or(administrator) then null when count(*) > 0 then 'administrator_ends' else 'membership_ends' end as kind
        from membership
        where membership.organisation_id = counting.organisation_id and membership.person_id = counting.person_id
          and during @> fell_on and ${knownIn("membership", known)}
      ) as seat
      left join lateral (
        select certificate.id as certificate_id,
          case when effective_on = fell_on then 'revocation' when upper(validity) = fell_on then 'certificate_ends' else 'suspension_begins' end as kind
        from certificate
        left join certificate_revocation as revocation on revocation.certificate_id = certificate.id and revocation.recorded_at <= ${known}::timestamptz
        where seat.kind is null and certificate.person_id = counting.person_id and programme_code = ${secondLevelAdministrator.code}
          and issued_at <= ${known}::timestamptz
          and validity @> fell_on - 1 and coalesce(effective_on >= fell_on, true)
          and not exists (
            select from certificate_suspension as suspension
            where suspension.certificate_id = certificate.id and during @> fell_on - 1 and ${knownIn("suspension", known)}
          )
        order by upper(validity) desc, certificate.id
        limit 1
      ) as lost on true
      where counting.organisation_id = counted.organisation_id and ends_on = fell_on
    )`;
