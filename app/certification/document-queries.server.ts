import type { Reader } from "~/platform/database/handle";

export interface StoredDocument {
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly frozenAt: Date;
}

export async function selectOptionalDocument(db: Reader, certificateId: string): Promise<StoredDocument | undefined> {
  return db
    .selectFrom("certificateDocument")
    .select(["sha256", "bytes", "frozenAt"])
    .where("certificateId", "=", certificateId)
    .executeTakeFirst();
}

export async function selectOptionalDocumentHash(db: Reader, certificateId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("certificateDocument")
    .select("sha256")
    .where("certificateId", "=", certificateId)
    .executeTakeFirst();
  return row?.sha256;
}

/** The first document of a certificate stays; a second one changes nothing. */
export async function insertDocument(db: Reader, document: StoredDocument & { certificateId: string }): Promise<void> {
  await db
    .insertInto("certificateDocument")
    .values(document)
    .onConflict((conflict) => conflict.column("certificateId").doNothing())
    .execute();
}

/** Certificates whose document a crash between commit and rendering has left out. */
export async function selectWithoutDocument(db: Reader, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("certificate")
    .leftJoin("certificateDocument", "certificateDocument.certificateId", "certificate.id")
    .select("certificate.id")
    .where("certificateDocument.certificateId", "is", null)
    .orderBy("certificate.issuedAt")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

export async function selectOptionalNumberByHash(db: Reader, sha256: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("certificateDocument")
    .innerJoin("certificate", "certificate.id", "certificateDocument.certificateId")
    .select("certificate.number")
    .where("sha256", "=", sha256)
    .executeTakeFirst();
  return row?.number;
}
