import { sql } from "kysely";
import type { Day, DayRange } from "~/kernel/calendar";
import { conflict, notFound } from "~/kernel/rejection";
import { violates } from "~/platform/database/errors";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import { dayRangeText } from "~/platform/database/ranges";

interface PlannedAbsence {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly during: DayRange & { readonly end: Day };
}

const columns = ["id", "personId", "organisationId", "during"] as const;

interface Recorded {
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** Throws `absence_overlaps` where one day is planned already: the database decides, also between two requests. */
export async function insertAbsence(trx: Trx, absence: Omit<PlannedAbsence, "id"> & Recorded): Promise<string> {
  try {
    const row = await trx
      .insertInto("plannedAbsence")
      .values({ ...absence, during: dayRangeText(absence.during), supersededAt: null })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  } catch (error) {
    if (violates(error, "one_absence_at_a_time")) throw conflict("absence_overlaps");
    throw error;
  }
}

/** Of that person there; throws `not_found` for any other id. Undefined when the plan was dropped already. */
export async function supersedeAbsence(
  trx: Trx,
  key: Pick<PlannedAbsence, "id" | "personId" | "organisationId">,
  at: Date,
): Promise<PlannedAbsence | undefined> {
  const mine = trx
    .selectFrom("plannedAbsence")
    .select("id")
    .where("id", "=", key.id)
    .where("personId", "=", key.personId)
    .where("organisationId", "=", key.organisationId);
  if (!(await mine.executeTakeFirst())) throw notFound();
  const row = await trx
    .updateTable("plannedAbsence")
    .set({ supersededAt: at })
    .where("id", "=", key.id)
    .where("supersededAt", "is", null)
    .returning(columns)
    .executeTakeFirst();
  return row && closed(row);
}

/** The absences of the organisation's people that are not over by `day`, in the order of their start; of one person, when named. */
export async function selectAbsences(
  db: Reader,
  { organisationId, personId, day }: { organisationId: string; personId?: string; day: Day },
): Promise<PlannedAbsence[]> {
  const rows = await absencesAhead(db, { organisationId, personId: personId ?? null, day });
  return rows.map(closed);
}

const absencesAhead = keptQuery(
  (db, { organisationId, personId, day }: { organisationId: string; personId: string | null; day: Day }) =>
    db
      .selectFrom("plannedAbsence")
      .select(columns)
      .where("organisationId", "=", organisationId)
      .where("supersededAt", "is", null)
      .where(sql<boolean>`upper(during) > ${day}::date`)
      .where(sql<boolean>`(${personId}::uuid is null or person_id = ${personId}::uuid)`)
      .orderBy("during"),
);

function closed<Row extends { during: DayRange }>(row: Row): Row & { during: DayRange & { readonly end: Day } } {
  const { start, end } = row.during;
  if (end === null) throw new RangeError("An absence without an end: the database refuses these.");
  return { ...row, during: { start, end } };
}
