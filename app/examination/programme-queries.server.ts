import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import { type Blueprint, blueprintSchema } from "./blueprint";

/** What an attempt is sat under. */
export interface Programme {
  readonly versionId: string;
  readonly code: string;
  readonly version: number;
  readonly nameEn: string;
  readonly nameDe: string;
  readonly blueprint: Blueprint;
  readonly cutScorePercent: number;
  readonly durationMinutes: number;
  readonly requiresTraining: boolean;
}

export const programmeVersions = (db: Reader) =>
  db
    .selectFrom("programmeVersion")
    .innerJoin("certificationProgramme", "certificationProgramme.code", "programmeVersion.programmeCode")
    .select([
      "programmeVersion.id as versionId",
      "certificationProgramme.code",
      "programmeVersion.version",
      "nameEn",
      "nameDe",
      "blueprint",
      "cutScorePercent",
      "durationMinutes",
      "requiresTraining",
    ]);

export const asProgramme = <Row extends { blueprint: unknown }>(row: Row) => ({
  ...row,
  blueprint: blueprintSchema.parse(row.blueprint),
});

/** The version that attempts started at `at` are sat under: the latest that is active by then. */
export async function selectProgramme(db: Reader, code: string, at: Date): Promise<Programme> {
  const [row] = await programmesAt(db, { code, at });
  if (!row) throw notFound();
  return asProgramme(row);
}

const programmesAt = keptQuery((db, { code, at }: { code: string; at: Date }) =>
  programmeVersions(db)
    .where("programmeCode", "=", code)
    .where("activeFrom", "<=", at)
    .orderBy("programmeVersion.version", "desc")
    .limit(1),
);

/** Every version that has been active by `at`, the newest first. */
export async function selectProgrammesUntil(db: Reader, code: string, at: Date): Promise<Programme[]> {
  const rows = await programmeVersions(db)
    .where("programmeCode", "=", code)
    .where("activeFrom", "<=", at)
    .orderBy("programmeVersion.version", "desc")
    .execute();
  return rows.map(asProgramme);
}

/** The version an attempt was started under. */
export async function selectProgrammeVersion(db: Reader, versionId: string): Promise<Programme> {
  const [row] = await versionsById(db, { versionId });
  if (!row) throw notFound();
  return asProgramme(row);
}

const versionsById = keptQuery((db, { versionId }: { versionId: string }) =>
  programmeVersions(db).where("programmeVersion.id", "=", versionId),
);

export interface NewProgramme extends Omit<Programme, "versionId"> {
  readonly activeFrom: Date;
}

/** Writes the programme and this version of it; the version's id, or undefined when it is there already. */
export async function insertProgramme(trx: Trx, programme: NewProgramme): Promise<string | undefined> {
  const { code, nameEn, nameDe, blueprint, ...version } = programme;
  await trx
    .insertInto("certificationProgramme")
    .values({ code, nameEn, nameDe })
    // Also locks the row: of two instances that start at once, the second one sees what the first has written.
    .onConflict((conflict) => conflict.column("code").doUpdateSet({ nameEn, nameDe }))
    .execute();
  const row = await trx
    .insertInto("programmeVersion")
    .values({ ...version, programmeCode: code, blueprint: JSON.stringify(blueprint), recordedBy: null })
    .onConflict((conflict) => conflict.columns(["programmeCode", "version"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** Writes the next version of the programme, like the one given but for what is changed; its number. The programme is locked until the end. */
export async function insertProgrammeVersion(
  trx: Trx,
  { code, blueprint, durationMinutes, requiresTraining }: Programme,
  change: { cutScorePercent: number; activeFrom: Date; recordedBy: string; cutScoreStudyId: string },
): Promise<number> {
  await trx.selectFrom("certificationProgramme").select("code").where("code", "=", code).forNoKeyUpdate().execute();
  const { latest } = await trx
    .selectFrom("programmeVersion")
    .select((eb) => eb.fn.max<number>("version").as("latest"))
    .where("programmeCode", "=", code)
    .executeTakeFirstOrThrow();
  const version = latest + 1;
  await trx
    .insertInto("programmeVersion")
    .values({
      programmeCode: code,
      version,
      blueprint: JSON.stringify(blueprint),
      durationMinutes,
      requiresTraining,
      ...change,
    })
    .execute();
  return version;
}
