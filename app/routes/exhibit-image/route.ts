import type { LoaderFunctionArgs } from "@remix-run/node";
import { type StoredImage, selectImages, selectIsBefore } from "~/examination/images/image-queries.server";
import { RecentlyUsed } from "~/kernel/recently-used";
import { notFound } from "~/kernel/rejection";
import { allows } from "~/people/permissions";
import type { Reader } from "~/platform/database/handle";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";

/** At most as many megabytes; a whole exam asks for the same few. */
const recent = new RecentlyUsed<StoredImage>(16);

async function imageNamed(db: Reader, sha256: string): Promise<StoredImage> {
  const image = recent.get(sha256) ?? (await selectImages(db, [sha256]))[0];
  if (!image) throw notFound();
  recent.set(sha256, image);
  return image;
}

/**
 * A picture, for those who work on the bank and for whoever has it before them. The browser keeps it for a day, so that a candidate whose
 * connection drops still sees it. Opened by itself it can do nothing but be shown (security-headers.ts).
 */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor } = await may(args, "account.own");
  const sha256 = args.params.sha256 ?? "";
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw notFound();
  if (!allows(actor, "item_bank.read") && !(await selectIsBefore(portal.db, sha256, actor.personId))) throw notFound();
  const { type, bytes } = await imageNamed(portal.db, sha256);
  return new Response(bytes, {
    headers: {
      "Content-Type": type,
      "Content-Length": String(bytes.length),
      "Content-Disposition": "inline",
      "Cache-Control": "private, max-age=86400, immutable",
      ETag: `"${sha256}"`,
    },
  });
});
