import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import type { EnrolmentState } from "~/platform/schema/training-tables";

/** Whose enrolments somebody may see: all, or those of the own organisations and one's own. */
export type Sight =
  | { readonly kind: "everybody" }
  | { readonly kind: "tenants"; readonly organisationIds: readonly string[]; readonly personId: string };

export interface Participant {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly state: Extract<EnrolmentState, "enrolled" | "offered" | "waiting" | "offer_expired">;
  /** On the waiting list, 1 is the next; null elsewhere. Counted over all, also those who are not in sight. */
  readonly place: number | null;
  readonly offerExpiresAt: Date | null;
  readonly purchaseOrder: string | null;
}

/**
 * Who is in a session, as far as the asking person may see: those with seats by name, then the waiting list in its order, then whose offer
 * ran out. The database leaves out what is not in sight.
 */
export async function selectParticipants(db: Reader, trainingSessionId: string, sight: Sight): Promise<Participant[]> {
  if (sight.kind === "tenants" && sight.organisationIds.length === 0) {
    return participants(db, trainingSessionId).where("personId", "=", sight.personId).execute();
  }
  if (sight.kind === "everybody") return participants(db, trainingSessionId).execute();
  return participants(db, trainingSessionId)
    .where((eb) => eb.or([eb("organisationId", "in", [...sight.organisationIds]), eb("personId", "=", sight.personId)]))
    .execute();
}

const participants = (db: Reader, trainingSessionId: string) =>
  db
    .with("everybody", (cte) =>
      cte
        .selectFrom("enrolment")
        .innerJoin("person", "person.id", "enrolment.personId")
        .innerJoin("organisation", "organisation.id", "enrolment.organisationId")
        .select([
          "enrolment.id as enrolmentId",
          "enrolment.personId",
          "person.fullName as personName",
          "enrolment.organisationId",
          "organisation.name as organisationName",
          sql<Participant["state"]>`enrolment.state`.as("state"),
          sql<
            number | null
          >`case when state = 'waiting' then row_number() over (partition by state order by queue_position) end`.as(
            "place",
          ),
          "offerExpiresAt",
          "purchaseOrder",
        ])
        .where("trainingSessionId", "=", trainingSessionId)
        .where("state", "in", ["enrolled", "offered", "waiting", "offer_expired"]),
    )
    .selectFrom("everybody")
    .selectAll()
    .orderBy(sql`array_position(array['enrolled', 'offered', 'waiting', 'offer_expired'], state)`)
    .orderBy("place")
    .orderBy(sql`lower(person_name)`);

export interface ForeignCounts {
  readonly enrolled: number;
  readonly offered: number;
  readonly waiting: number;
}

/** How many are in the session altogether: what may be said of people whose names may not. */
export async function selectCounts(db: Reader, trainingSessionId: string): Promise<ForeignCounts> {
  return db
    .selectFrom("enrolment")
    .select([
      sql<number>`count(*) filter (where state = 'enrolled')`.as("enrolled"),
      sql<number>`count(*) filter (where state = 'offered')`.as("offered"),
      sql<number>`count(*) filter (where state = 'waiting')`.as("waiting"),
    ])
    .where("trainingSessionId", "=", trainingSessionId)
    .executeTakeFirstOrThrow();
}
