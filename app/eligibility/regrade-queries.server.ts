import { sql } from "kysely";
import type { AttemptResult } from "~/examination/grade-attempt";
import type { Reader, Trx } from "~/platform/database/handle";
import type { RegradeEffectTable, RegradeStandingTable, RegradeStep } from "~/platform/schema/evaluation-tables";

/** Where the people are members at `at`: each organisation once, by name. */
export async function selectHomesOf(db: Reader, personIds: readonly string[], at: Date) {
  if (personIds.length === 0) return [];
  return db
    .selectFrom("organisation")
    .select(["id", "name", "timeZone"])
    .where("id", "in", (eb) =>
      eb
        .selectFrom("membership")
        .innerJoin("organisation as home", "home.id", "membership.organisationId")
        .select("home.id")
        .where("personId", "=", sql<string>`any(${[...personIds]}::uuid[])`)
        .where("supersededAt", "is", null)
        .where(sql<boolean>`during @> (${at}::timestamptz at time zone home.time_zone)::date`),
    )
    .orderBy("name")
    .execute();
}

export async function insertEffects(trx: Trx, effects: readonly RegradeEffectTable[]): Promise<void> {
  // A thousand at a time: a statement holds no more than 65,535 parameters.
  for (let first = 0; first < effects.length; first += 1_000) {
    await trx
      .insertInto("regradeEffect")
      .values(effects.slice(first, first + 1_000))
      .execute();
  }
}

export async function insertStandings(trx: Trx, standings: readonly RegradeStandingTable[]): Promise<void> {
  if (standings.length > 0)
    await trx
      .insertInto("regradeStanding")
      .values([...standings])
      .execute();
}

/** What a step did: those whose outcome changed first, then by name. */
export async function selectEffects(
  db: Reader,
  key: { readonly regradeId: string; readonly step: RegradeStep },
  page: { readonly offset: number; readonly limit: number },
) {
  return db
    .selectFrom("regradeEffect")
    .innerJoin("attempt", "attempt.id", "regradeEffect.attemptId")
    .innerJoin("person", "person.id", "attempt.personId")
    .innerJoin("organisation", "organisation.id", "attempt.organisationId")
    .select(["attemptId", "scoreBefore", "scoreAfter", "passedBefore", "passedAfter", "consequence", "certificateId"])
    .select(["fullName as personName", "organisation.name as organisationName"])
    .select(sql<Date>`finished_at`.as("finishedAt"))
    .select(
      // Null where the result has been changed again since.
      sql<AttemptResult | null>`case when attempt.score_percent = score_after and attempt.passed = passed_after then attempt.result end`.as(
        "resultAfter",
      ),
    )
    .where("regradeId", "=", key.regradeId)
    .where("step", "=", key.step)
    .orderBy(
      // As `rank` orders a dry run.
      sql`case when passed_before is distinct from passed_after then 0 when consequence <> 'none' then 1
        when score_before is distinct from score_after then 2 else 3 end`,
    )
    .orderBy("fullName")
    .orderBy("finishedAt")
    .orderBy("attemptId")
    .offset(page.offset)
    .limit(page.limit)
    .execute();
}

/** How many a step touched, and of those, how many passed or failed by it. */
export async function countEffects(db: Reader, key: { readonly regradeId: string; readonly step: RegradeStep }) {
  return db
    .selectFrom("regradeEffect")
    .select((eb) => [
      eb.fn.countAll<number>().as("touched"),
      sql<number>`count(*) filter (where (score_before, passed_before) is distinct from (score_after, passed_after))`.as(
        "rescored",
      ),
      sql<number>`count(*) filter (where passed_after and not passed_before)`.as("newlyPassed"),
      sql<number>`count(*) filter (where passed_before and not passed_after)`.as("newlyFailed"),
      sql<number>`count(*) filter (where consequence = 'pass_kept')`.as("passesKept"),
    ])
    .where("regradeId", "=", key.regradeId)
    .where("step", "=", key.step)
    .executeTakeFirstOrThrow();
}

export async function selectStandingChanges(
  db: Reader,
  key: { readonly regradeId: string; readonly step: RegradeStep },
) {
  return db
    .selectFrom("regradeStanding")
    .innerJoin("organisation", "organisation.id", "organisationId")
    .select(["organisationId", "name", "statusBefore", "countBefore", "statusAfter", "countAfter"])
    .where("regradeId", "=", key.regradeId)
    .where("step", "=", key.step)
    .orderBy("name")
    .execute();
}
