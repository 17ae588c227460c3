import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";
import type { EnrolmentState } from "~/platform/schema/training-tables";

export interface Candidate {
  readonly personId: string;
  readonly fullName: string;
  readonly organisationId: string;
  /** Where the person stands in this session already, if anywhere. */
  readonly state: Extract<EnrolmentState, "enrolled" | "offered" | "waiting"> | null;
  /** The first other training of the person at the same time: information, not a refusal. */
  readonly clash: { readonly titleEn: string; readonly titleDe: string; readonly startsAt: Date } | null;
}

/** Everybody who is a member of the organisations at `at`, by name, seen from one training session. One statement. */
export async function selectCandidates(
  db: Reader,
  {
    organisationIds,
    trainingSessionId,
    at,
  }: { organisationIds: readonly string[]; trainingSessionId: string; at: Date },
): Promise<Candidate[]> {
  if (organisationIds.length === 0) return [];
  const rows = await db
    .selectFrom("membership")
    .innerJoin("organisation", "organisation.id", "membership.organisationId")
    .innerJoin("person", "person.id", "membership.personId")
    .leftJoin("enrolment as here", (join) =>
      join
        .onRef("here.personId", "=", "membership.personId")
        .on("here.trainingSessionId", "=", trainingSessionId)
        .on("here.state", "in", ["enrolled", "offered", "waiting"]),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("enrolment as other")
          .innerJoin("trainingPart as theirs", "theirs.trainingSessionId", "other.trainingSessionId")
          .innerJoin("trainingPart as ours", (join) =>
            join.on("ours.trainingSessionId", "=", trainingSessionId).on(sql<boolean>`ours.during && theirs.during`),
          )
          .innerJoin("trainingSession", "trainingSession.id", "other.trainingSessionId")
          .innerJoin("course", "course.code", "trainingSession.courseCode")
          .select(["titleEn", "titleDe", sql<Date>`lower(theirs.during)`.as("startsAt")])
          .whereRef("other.personId", "=", "membership.personId")
          .where("other.trainingSessionId", "<>", trainingSessionId)
          .where("other.state", "in", ["enrolled", "offered"])
          .where("theirs.takingPlace", "=", true)
          .orderBy("theirs.during")
          .limit(1)
          .as("clash"),
      (join) => join.onTrue(),
    )
    .select([
      "membership.personId",
      "person.fullName",
      "membership.organisationId",
      "here.state",
      "clash.titleEn",
      "clash.titleDe",
      "clash.startsAt",
    ])
    .where("membership.organisationId", "in", [...organisationIds])
    .where("membership.supersededAt", "is", null)
    .where("person.deactivatedAt", "is", null)
    .where(sql<boolean>`membership.during @> (${at}::timestamptz at time zone organisation.time_zone)::date`)
    .orderBy(sql`lower(person.full_name)`)
    .execute();
  return rows.map(({ titleEn, titleDe, startsAt, state, ...person }) => ({
    ...person,
    state: state as Candidate["state"],
    clash: titleEn !== null && titleDe !== null && startsAt !== null ? { titleEn, titleDe, startsAt } : null,
  }));
}
