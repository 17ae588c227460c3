import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Db, Reader, Trx } from "~/platform/database/handle";
import type { ReadImage } from "./image-bytes";
import type { ImageReference } from "./image-reference";

export interface StoredImage extends ImageReference {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The image under its name. */
export function namedImage({ type, width, height, bytes }: ReadImage): StoredImage {
  return { sha256: createHash("sha256").update(bytes).digest("hex"), type, width, height, bytes };
}

export const referenceOf = ({ sha256, type, width, height }: StoredImage): ImageReference => ({
  sha256,
  type,
  width,
  height,
});

/** Keeps the images; one that is there already stays as it is, and is kept as if it had come only now. */
export async function insertImages(
  db: Reader,
  images: readonly StoredImage[],
  kept: { readonly keptBy: string | null; readonly keptAt: Date },
): Promise<void> {
  if (images.length === 0) return;
  await db
    .insertInto("itemImage")
    .values(images.map((image) => ({ ...image, bytes: Buffer.from(image.bytes), ...kept })))
    .onConflict((conflict) =>
      conflict
        .column("sha256")
        .doUpdateSet({ keptAt: (eb) => eb.ref("excluded.keptAt") })
        .whereRef("itemImage.keptAt", "<", "excluded.keptAt"),
    )
    .execute();
}

const columns = ["sha256", "type", "width", "height"] as const;

/** What is known of these images, by their hash; those that are not there are left out. */
export async function selectReferences(db: Reader, hashes: readonly string[]): Promise<Map<string, ImageReference>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .selectFrom("itemImage")
    .select(columns)
    .where("sha256", "in", [...hashes])
    .execute();
  return new Map(rows.map((row) => [row.sha256, row]));
}

/** The images with their bytes, in the order of their hashes. */
export async function selectImages(db: Reader, hashes: readonly string[]): Promise<StoredImage[]> {
  if (hashes.length === 0) return [];
  const rows = await db
    .selectFrom("itemImage")
    .select([...columns, "bytes"])
    .where("sha256", "in", [...hashes])
    .orderBy("sha256")
    .execute();
  return rows.map((row) => ({ ...row, bytes: new Uint8Array(row.bytes) }));
}

/**
 * Whether one of these shows the image to the person: their exam under way, one of their practice rounds, or a cut score study whose open
 * round they are to rate.
 */
export async function selectIsBefore(db: Reader, sha256: string, personId: string): Promise<boolean> {
  const { before } = await db
    .selectNoFrom(
      sql<boolean>`exists (
        select from item_version_image as shown
        where shown.sha256 = ${sha256} and (
          exists (
            select from attempt_item join attempt on attempt.id = attempt_item.attempt_id
            where attempt.person_id = ${personId} and attempt.finished_at is null and attempt_item.item_version_id = shown.item_version_id)
          or exists (
            select from practice_item join practice_round on practice_round.id = practice_item.round_id
            where practice_round.person_id = ${personId} and practice_item.item_version_id = shown.item_version_id)
          or exists (
            select from cut_score_item
            join cut_score_judge on cut_score_judge.study_id = cut_score_item.study_id
            join cut_score_round on cut_score_round.study_id = cut_score_item.study_id
            join cut_score_study on cut_score_study.id = cut_score_item.study_id
            where cut_score_judge.person_id = ${personId} and cut_score_round.closed_at is null and cut_score_study.closed_at is null
              and cut_score_item.item_version_id = shown.item_version_id)))`.as("before"),
    )
    .executeTakeFirstOrThrow();
  return before;
}

/** Deletes what no version shows and nobody has uploaded since; how many. */
export async function deleteUnusedImagesBefore(db: Db | Trx, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("itemImage")
    .where("keptAt", "<", before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("itemVersionImage").select("sha256").whereRef("itemVersionImage.sha256", "=", "itemImage.sha256"),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(numDeletedRows);
}
