import type { LoaderFunctionArgs } from "@remix-run/node";
import { selectCodes } from "~/examination/authoring/bank-queries.server";
import { itemFile, itemFileFormats } from "~/examination/authoring/exchange/item-file.server";
import { withTranslation } from "~/examination/authoring/exchange/translation-in-files";
import { hashesIn } from "~/examination/authoring/item-images";
import { readBankQuestion } from "~/examination/authoring/read-bank-question";
import { readOutdatedOfEach } from "~/examination/authoring/read-outdated-texts.server";
import { selectLatestByCode } from "~/examination/authoring/version-queries.server";
import { selectImages } from "~/examination/images/image-queries.server";
import { dayIn } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";

/** The items that the list shows, in their latest versions, as a file. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, now } = await may(args, "item_bank.read");
  const query = new URL(args.request.url).searchParams;
  const format = itemFileFormats.find((each) => each === (query.get("format") ?? "json"));
  if (!format) throw notFound();
  const codes = await selectCodes(portal.db, readBankQuestion(query));
  const latest = await selectLatestByCode(portal.db, codes);
  const stored = codes.flatMap((code) => latest.get(code) ?? []);
  const outdated = await readOutdatedOfEach(portal.db, stored);
  const items = stored.map(({ itemId, item }) => withTranslation(item, outdated.get(itemId) ?? {}));
  const images = await selectImages(portal.db, hashesIn(items));
  const { bytes, type, extension } = itemFile(items, format, images);
  const name = `items-${dayIn("UTC", now)}.${extension}`;
  return new Response(bytes, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "no-store",
    },
  });
});
