import { notFound } from "~/kernel/rejection";
import type { Reader, Trx } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import { type Blueprint, blueprintSchema } from "./blueprint";
import type { ProgrammePlan } from "./programme-versions";

/** What an attempt is sat under. */
export interface Programme extends ProgrammePlan {
  readonly versionId: string;
  readonly code: string;
  readonly version: number;
  readonly nameEn: string;
  readonly nameDe: string;
  readonly cutScorePercent: number;
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
      "programmeVersion.blueprint",
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

/**
 * Writes the programme and this version of it; the version's id, or undefined when it is there already, or a version that staff have published is:
 * what is delivered never takes the place of that.
 */
export async function insertProgramme(trx: Trx, programme: NewProgramme): Promise<string | undefined> {
  const { code, nameEn, nameDe, blueprint, ...version } = programme;
  await trx
    .insertInto("certificationProgramme")
    .values({ code, nameEn, nameDe })
    // Also locks the row: of two instances that start at once, the second one sees what the first has written.
    .onConflict((conflict) => conflict.column("code").doUpdateSet({ nameEn, nameDe }))
    .execute();
  const byStaff = await trx
    .selectFrom("programmeVersion")
    .select("id")
    .where("programmeCode", "=", code)
    .where("recordedBy", "is not", null)
    .limit(1)
    .executeTakeFirst();
  if (byStaff) return undefined;
  const row = await trx
    .insertInto("programmeVersion")
    .values({ ...version, programmeCode: code, blueprint: JSON.stringify(blueprint), recordedBy: null })
    .onConflict((conflict) => conflict.columns(["programmeCode", "version"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}

/** A version with what is on record of it. */
export interface RecordedProgramme extends Programme {
  readonly activeFrom: Date;
  /** Who published it; null of what the portal was delivered with. */
  readonly recordedBy: { readonly id: string; readonly fullName: string } | null;
  /** The study with whose signature it was published, and the blueprint the study was made for. */
  readonly study: {
    readonly id: string;
    readonly title: string;
    readonly blueprint: Blueprint;
    /** Why its result is sound, as its signer said. */
    readonly reason: string | null;
    readonly signedAt: Date | null;
    /** It was to come already, and came again with the signed cut score. */
    readonly republished: boolean;
  } | null;
}

/** Every version, those for a later day included, the newest first. */
export async function selectProgrammeHistory(db: Reader, code: string): Promise<RecordedProgramme[]> {
  const rows = await programmeVersions(db)
    .leftJoin("person", "person.id", "recordedBy")
    .leftJoin("cutScoreStudy", (join) =>
      join.on("cutScoreStudy.id", "=", (eb) => eb.fn.coalesce("cutScoreStudyId", "republishedWithStudyId")),
    )
    .select([
      "activeFrom",
      "recordedBy",
      "fullName",
      "cutScoreStudy.id as studyId",
      "cutScoreStudy.title as studyTitle",
      "cutScoreStudy.blueprint as studyBlueprint",
      "cutScoreStudy.reason as studyReason",
      "cutScoreStudy.closedAt as signedAt",
      "republishedWithStudyId",
    ])
    .where("programmeVersion.programmeCode", "=", code)
    .orderBy("programmeVersion.version", "desc")
    .execute();
  return rows.map(({ recordedBy, fullName, studyId, studyTitle, studyBlueprint, studyReason, signedAt, ...joined }) => {
    const { republishedWithStudyId, ...row } = joined;
    return {
      ...asProgramme(row),
      recordedBy: recordedBy === null ? null : { id: recordedBy, fullName: fullName ?? "" },
      study:
        studyId === null
          ? null
          : {
              id: studyId,
              title: studyTitle ?? "",
              blueprint: blueprintSchema.parse(studyBlueprint),
              reason: studyReason,
              signedAt,
              republished: republishedWithStudyId !== null,
            },
    };
  });
}

/** The same, with the programme locked until the end: whoever writes a version looks at the others first, one after the other. */
export async function lockProgramme(trx: Trx, code: string): Promise<RecordedProgramme[]> {
  await trx.selectFrom("certificationProgramme").select("code").where("code", "=", code).forNoKeyUpdate().execute();
  return selectProgrammeHistory(trx, code);
}

export interface NewVersion extends ProgrammePlan {
  readonly code: string;
  readonly version: number;
  readonly cutScorePercent: number;
  readonly activeFrom: Date;
  readonly recordedBy: string;
  /** Of the version that carries what was signed. */
  readonly cutScoreStudyId: string | null;
  /** Of those behind it that get the same cut score. */
  readonly republishedWithStudyId: string | null;
}

/** Writes a version of a programme that is locked; its id. */
export async function insertProgrammeVersion(trx: Trx, { code, blueprint, ...version }: NewVersion): Promise<string> {
  const { id } = await trx
    .insertInto("programmeVersion")
    .values({ programmeCode: code, blueprint: JSON.stringify(blueprint), ...version })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}
