import { notFound } from "~/kernel/rejection";
import type { Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";

export async function selectProgrammeNames(db: Reader, code: string): Promise<Record<Language, string>> {
  const row = await db
    .selectFrom("certificationProgramme")
    .select(["nameEn", "nameDe"])
    .where("code", "=", code)
    .executeTakeFirst();
  if (!row) throw notFound();
  return { en: row.nameEn, de: row.nameDe };
}
