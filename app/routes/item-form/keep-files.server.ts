import { rowField } from "~/examination/authoring/item-form";
import { keepImage } from "~/examination/images/keep-image.server";
import type { Db } from "~/platform/database/handle";

const fileField = /^exhibits\.(\d{1,3})\.file$/;

/**
 * Keeps the pictures that came with the form and puts their names in the place of the files, so that a form which is shown again still has
 * them. A file that cannot be one leaves its fault at its row.
 */
export async function keepFiles(db: Db, fields: FormData, actorId: string, now: Date): Promise<FormData> {
  for (const [name, file] of [...fields]) {
    const index = fileField.exec(name)?.[1];
    if (index === undefined || typeof file === "string" || file.size === 0) continue;
    const cell = (of: string) => rowField("exhibits", Number(index), of);
    const kept = await keepImage(db, { actorId, bytes: new Uint8Array(await file.arrayBuffer()) }, now);
    if ("fault" in kept) fields.set(cell("imageFault"), kept.fault);
    else fields.set(cell("image"), kept.sha256);
    if (!fields.get(cell("kind"))) fields.set(cell("kind"), "image");
  }
  return fields;
}
