import type { Db } from "~/platform/database/handle";
import type { ImageFault } from "./image-bytes";
import { insertImages, namedImage, referenceOf } from "./image-queries.server";
import type { ImageReference } from "./image-reference";
import { readImage } from "./read-image";

/**
 * Keeps a picture that an author uploads, so that a form with a fault elsewhere need not be given it again. Until a version shows it, nobody
 * but the authors can fetch it, and housekeeping deletes it after a while.
 * @returns its name, the same for the same picture, or why it is refused
 */
export async function keepImage(
  db: Db,
  { actorId, bytes }: { readonly actorId: string; readonly bytes: Uint8Array },
  now: Date,
): Promise<ImageReference | { readonly fault: ImageFault }> {
  const read = readImage(bytes);
  if ("fault" in read) return read;
  const image = namedImage(read);
  await insertImages(db, [image], { keptBy: actorId, keptAt: now });
  return referenceOf(image);
}
