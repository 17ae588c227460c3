import { sql } from "kysely";
import { conflict, notFound } from "~/kernel/rejection";
import { violates } from "~/platform/database/errors";
import type { Reader, Trx } from "~/platform/database/handle";
import type { CutScoreStudyTable } from "~/platform/schema/evaluation-tables";
import type { ItemKind } from "~/platform/schema/examination-tables";
import { type Blueprint, blueprintSchema } from "../blueprint";
import type { Section } from "../section-names";
import type { AngoffResult, Rating, StudyItem } from "./angoff";

export interface Study extends Omit<CutScoreStudyTable, "id" | "blueprint" | "result"> {
  readonly id: string;
  readonly blueprint: Blueprint;
  readonly result: AngoffResult | null;
}

export interface Round {
  readonly round: number;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

const columns = [
  "id",
  "programmeCode",
  "title",
  "blueprint",
  "createdAt",
  "createdBy",
  "closedAt",
  "outcome",
  "closedBy",
  "reason",
  "result",
] as const;

const asStudy = <Row extends { blueprint: unknown; result: unknown }>(row: Row) => ({
  ...row,
  blueprint: blueprintSchema.parse(row.blueprint),
  result: row.result as AngoffResult | null,
});

export async function selectStudy(db: Reader, studyId: string): Promise<Study> {
  const row = await db.selectFrom("cutScoreStudy").select(columns).where("id", "=", studyId).executeTakeFirst();
  if (!row) throw notFound();
  return asStudy(row);
}

/** Whoever rates, opens or closes a round, or signs, goes one after the other. */
export async function lockStudy(trx: Trx, studyId: string): Promise<Study> {
  const row = await trx
    .selectFrom("cutScoreStudy")
    .select(columns)
    .where("id", "=", studyId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound();
  return asStudy(row);
}

/** Every study, or those that the person judges, newest first, with who ended it and why, and the version that carries what was signed. */
export async function selectStudies(db: Reader, judgedBy: string | null) {
  return db
    .selectFrom("cutScoreStudy")
    .leftJoin("person", "person.id", "closedBy")
    .leftJoin("programmeVersion", "programmeVersion.cutScoreStudyId", "cutScoreStudy.id")
    .select([
      "cutScoreStudy.id",
      "title",
      "cutScoreStudy.createdAt",
      "outcome",
      "closedAt",
      "reason",
      "fullName as closedByName",
    ])
    .select(["programmeVersion.version as programmeVersion", "programmeVersion.cutScorePercent"])
    .$if(judgedBy !== null, (query) =>
      query.where("cutScoreStudy.id", "in", (eb) =>
        eb.selectFrom("cutScoreJudge").select("studyId").where("personId", "=", judgedBy),
      ),
    )
    .orderBy("cutScoreStudy.createdAt", "desc")
    .execute();
}

export interface JudgedStudy {
  readonly id: string;
  readonly title: string;
  /** Null while a closed round is discussed. */
  readonly openRound: number | null;
}

/** The study under way of which the person is a judge. */
export async function selectOptionalJudgedStudy(db: Reader, personId: string): Promise<JudgedStudy | undefined> {
  return db
    .selectFrom("cutScoreJudge")
    .innerJoin("cutScoreStudy", "cutScoreStudy.id", "studyId")
    .leftJoin("cutScoreRound", (join) =>
      join.onRef("cutScoreRound.studyId", "=", "cutScoreStudy.id").on("cutScoreRound.closedAt", "is", null),
    )
    .select(["cutScoreStudy.id", "title", "cutScoreRound.round as openRound"])
    .where("cutScoreJudge.personId", "=", personId)
    .where("cutScoreStudy.closedAt", "is", null)
    .orderBy("cutScoreStudy.createdAt", "desc")
    .executeTakeFirst();
}

/** Throws `cut_score_study_open` while another study of the programme is under way. */
export async function insertStudy(
  trx: Trx,
  study: Pick<Study, "programmeCode" | "title" | "blueprint" | "createdAt" | "createdBy">,
  itemVersionIds: readonly string[],
): Promise<string> {
  const open = { closedAt: null, outcome: null, closedBy: null, reason: null, result: null };
  try {
    const { id } = await trx
      .insertInto("cutScoreStudy")
      .values({ ...study, ...open, blueprint: JSON.stringify(study.blueprint) })
      .returning("id")
      .executeTakeFirstOrThrow();
    const items = itemVersionIds.map((itemVersionId, index) => ({ studyId: id, itemVersionId, ordinal: index + 1 }));
    await trx.insertInto("cutScoreItem").values(items).execute();
    return id;
  } catch (error) {
    if (violates(error, "one_open_cut_score_study")) throw conflict("cut_score_study_open");
    throw error;
  }
}

export async function updateAsClosed(
  trx: Trx,
  studyId: string,
  closed: Pick<Study, "closedAt" | "closedBy" | "outcome" | "reason" | "result">,
): Promise<void> {
  const result = closed.result && JSON.stringify(closed.result);
  await trx
    .updateTable("cutScoreStudy")
    .set({ ...closed, result })
    .where("id", "=", studyId)
    .execute();
}

/** Who ended the study, and the version of the programme that carries its result; undefined while it is under way. */
export async function selectOptionalClosing(
  db: Reader,
  studyId: string,
): Promise<{ closedAt: Date; fullName: string; programmeVersion: number | null } | undefined> {
  return db
    .selectFrom("cutScoreStudy")
    .innerJoin("person", "person.id", "closedBy")
    .leftJoin("programmeVersion", "programmeVersion.cutScoreStudyId", "cutScoreStudy.id")
    .select(["closedAt", "fullName", "programmeVersion.version as programmeVersion"])
    .where("cutScoreStudy.id", "=", studyId)
    .where("closedAt", "is not", null)
    .$narrowType<{ closedAt: Date }>()
    .executeTakeFirst();
}

export async function selectRounds(db: Reader, studyId: string): Promise<Round[]> {
  return db
    .selectFrom("cutScoreRound")
    .select(["round", "openedAt", "closedAt"])
    .where("studyId", "=", studyId)
    .orderBy("round")
    .execute();
}

export async function insertRound(
  trx: Trx,
  round: { studyId: string; round: number; openedAt: Date; openedBy: string },
): Promise<void> {
  await trx
    .insertInto("cutScoreRound")
    .values({ ...round, closedAt: null, closedBy: null })
    .execute();
}

export async function updateRoundAsClosed(
  trx: Trx,
  key: { studyId: string; round: number },
  closed: { closedAt: Date; closedBy: string },
): Promise<void> {
  await trx
    .updateTable("cutScoreRound")
    .set(closed)
    .where("studyId", "=", key.studyId)
    .where("round", "=", key.round)
    .execute();
}

/** Judges by name. */
export async function selectJudges(db: Reader, studyId: string): Promise<{ personId: string; fullName: string }[]> {
  return db
    .selectFrom("cutScoreJudge")
    .innerJoin("person", "person.id", "personId")
    .select(["personId", "fullName"])
    .where("studyId", "=", studyId)
    .orderBy("fullName")
    .execute();
}

/** Who is a judge already stays one. */
export async function insertJudges(
  trx: Trx,
  judges: readonly { studyId: string; personId: string; invitedAt: Date; invitedBy: string }[],
): Promise<void> {
  await trx
    .insertInto("cutScoreJudge")
    .values([...judges])
    .onConflict((conflicting) => conflicting.columns(["studyId", "personId"]).doNothing())
    .execute();
}

/** An item of a study with all that a judge sees of it. */
export interface StudiedItem extends StudyItem {
  readonly ordinal: number;
  readonly code: string;
  readonly kind: ItemKind;
  readonly content: unknown;
}

export async function selectStudyItems(db: Reader, studyId: string): Promise<StudiedItem[]> {
  const rows = await db
    .selectFrom("cutScoreItem")
    .innerJoin("itemVersion", "itemVersion.id", "itemVersionId")
    .innerJoin("item", "item.id", "itemVersion.itemId")
    .select(["ordinal", "itemVersionId", "code", "section", "kind", "points", "content"])
    .where("studyId", "=", studyId)
    .orderBy("ordinal")
    .execute();
  return rows.map((row) => ({ ...row, section: row.section as Section }));
}

export async function selectRatings(db: Reader, studyId: string, round: number): Promise<Rating[]> {
  return db
    .selectFrom("cutScoreRating")
    .select(["personId", "itemVersionId", "percent"])
    .where("studyId", "=", studyId)
    .where("round", "=", round)
    .where("supersededAt", "is", null)
    .execute();
}

/** The judge's ratings stand in the place of those before, which are kept. */
export async function replaceRatings(
  trx: Trx,
  key: { readonly studyId: string; readonly round: number; readonly personId: string },
  ratings: readonly { readonly itemVersionId: string; readonly percent: number }[],
  now: Date,
): Promise<void> {
  const ids = ratings.map(({ itemVersionId }) => itemVersionId);
  await trx
    .updateTable("cutScoreRating")
    .set({ supersededAt: now })
    .where("studyId", "=", key.studyId)
    .where("round", "=", key.round)
    .where("personId", "=", key.personId)
    .where("itemVersionId", "=", sql<string>`any(${ids}::uuid[])`)
    .where("supersededAt", "is", null)
    .execute();
  await trx
    .insertInto("cutScoreRating")
    .values(ratings.map((rating) => ({ ...key, ...rating, recordedAt: now, supersededAt: null })))
    .execute();
}

export async function selectRemarks(db: Reader, studyId: string) {
  return db
    .selectFrom("cutScoreRemark")
    .innerJoin("person", "person.id", "personId")
    .select(["cutScoreRemark.id", "itemVersionId", "personId", "fullName", "remark", "recordedAt"])
    .where("studyId", "=", studyId)
    .orderBy("recordedAt")
    .orderBy("cutScoreRemark.id")
    .execute();
}

export async function insertRemark(
  trx: Trx,
  remark: { studyId: string; itemVersionId: string; personId: string; remark: string; recordedAt: Date },
): Promise<void> {
  await trx.insertInto("cutScoreRemark").values(remark).execute();
}
