import { recordEvents } from "~/audit/record-events.server";
import { conflict, notFound } from "~/kernel/rejection";
import { type Db, inTransaction, type Trx } from "~/platform/database/handle";
import type { ItemStep } from "~/platform/schema/item-bank-tables";
import type { Language } from "~/platform/schema/people-tables";
import { retireActiveVersion, updateItem } from "../item-queries.server";
import { authorsOfWork, currentOf, statusAfter, stepRefusal, workUpTo } from "./item-review";
import { type OutdatedTexts, outdatedLanguages } from "./outdated-texts";
import { readOutdatedTexts } from "./read-outdated-texts.server";
import { countOpenRemarks } from "./remark-queries.server";
import { lockItem, selectStoredVersions, selectVersions } from "./version-queries.server";
import { insertStep, updateVersionsStatus } from "./write-queries.server";

export interface ReviewItem {
  readonly actorId: string;
  readonly itemId: string;
  readonly version: number;
  readonly step: ItemStep;
  readonly remark: string | null;
  /** Said by who approves: the open remarks need not hold it up. */
  readonly despiteRemarks?: boolean;
  /** Said by who approves, where texts were not changed with the other language's: they say the same all the same, or may go as they are. */
  readonly outdatedTexts?: "confirmed" | "left" | undefined;
}

/**
 * Moves a version on its way: into review, back to its authors, into use, out of use. Approved, it is what forms draw from now on, and the
 * version before it is retired; attempts keep the versions they have. Outdated texts that are `confirmed` are none any more; those `left` stay. A draft is discarded with those it was written on since the item was
 * last in use, so that the item stands as it did then; the record keeps them. Throws `changed_meanwhile` when the version stands elsewhere by now or
 * has been overtaken by a later one, `item_review_by_author`, `item_translation_outdated` with the `language` that is behind or `both`,
 * `item_remarks_open` with their `count` and, where texts are outdated as well, that `language`, `not_found`.
 */
export async function reviewItem(db: Db, command: ReviewItem, now: Date): Promise<void> {
  const { actorId, itemId, version, step, remark, despiteRemarks = false, outdatedTexts } = command;
  await inTransaction(db, async (trx) => {
    const { code, enemyGroup } = await lockItem(trx, itemId);
    const versions = await selectVersions(trx, itemId);
    const own = versions.find((row) => row.version === version);
    if (!own) throw notFound();
    const standing = {
      status: own.status,
      isLatest: currentOf(versions) === own,
      workedOnBy: authorsOfWork(versions, version),
    };
    const refusal = stepRefusal(step, standing, actorId);
    if (refusal) throw conflict(refusal === "own_work" ? "item_review_by_author" : "changed_meanwhile");
    const openRemarks = step === "approved" ? await countOpenRemarks(trx, itemId) : 0;
    const outdated = step === "approved" ? await readOutdated(trx, itemId, version) : null;
    const unread = outdated && !outdatedTexts && { language: outdated.language };
    if (openRemarks > 0 && !despiteRemarks) throw conflict("item_remarks_open", { count: openRemarks, ...unread });
    if (outdated && !outdatedTexts) throw conflict("item_translation_outdated", { language: outdated.language });
    if (step === "approved") {
      await retireActiveVersion(trx, itemId);
      await updateItem(trx, itemId, { enemyGroup, withdrawnAt: null });
    }
    const reviewer = step === "approved" ? { reviewerId: actorId } : {};
    const moved = step === "discarded" ? workUpTo(versions, version) : [own];
    const movedIds = moved.map(({ versionId }) => versionId);
    const level = outdated && outdatedTexts === "confirmed" ? { outdatedTexts: "{}" } : {};
    await updateVersionsStatus(trx, movedIds, { status: statusAfter[step], ...reviewer, ...level });
    await insertStep(trx, { itemVersionId: own.versionId, step, personId: actorId, remark, recordedAt: now });
    const subject = { subjectType: "item", subjectId: itemId };
    const before = { code, version, status: own.status };
    const outdatedAfter = outdated && toldOf(outdated, outdatedTexts === "confirmed");
    const despite = { ...(openRemarks > 0 && { openRemarks }), ...outdatedAfter };
    const all = moved.length > 1 && { versions: moved.map((row) => row.version).reverse() };
    const after = { code, version, status: statusAfter[step], ...despite, ...all };
    await recordEvents(trx, [{ actorId, action: `item.${step}`, ...subject, before, after, reason: remark }], now);
  });
}

/** For the trail: what is in use although it is outdated, or what is so no more by the reviewer's word. */
const toldOf = ({ language, texts }: Outdated, isConfirmed: boolean) =>
  isConfirmed
    ? { confirmedTranslation: language, confirmedTexts: texts }
    : { outdatedTranslation: language, outdatedTexts: texts };

interface Outdated {
  readonly language: Language | "both";
  readonly texts: OutdatedTexts;
}

/** What of the version is outdated; null when nothing is. */
async function readOutdated(trx: Trx, itemId: string, version: number): Promise<Outdated | null> {
  const [stored] = await selectStoredVersions(trx, itemId, [version]);
  if (!stored) throw notFound();
  const texts = await readOutdatedTexts(trx, stored);
  const [language, other] = outdatedLanguages({ ...stored, outdatedTexts: texts });
  return language ? { language: other ? "both" : language, texts } : null;
}
