import { reviewItem } from "~/examination/authoring/review-item.server";
import { saveItem } from "~/examination/authoring/save-item.server";
import { selectVersions } from "~/examination/authoring/version-queries.server";
import type { Database } from "~/platform/database/handle";
import type { ItemStep } from "~/platform/schema/item-bank-tables";
import { aWrittenItem } from "./items";

/** What staff do with the items of a database that is there when they do it, all at the same instant. */
export const itemWorks = (database: () => Database, now: Date) => ({
  /** The versions, newest first: `2 active`. */
  standing: async (itemId: string) =>
    (await selectVersions(database().db, itemId)).map(({ version, status }) => `${version} ${status}`),
  step: (itemId: string, version: number, step: ItemStep, actorId: string) =>
    reviewItem(database().db, { actorId, itemId, version, step, remark: null }, now),
  save: (itemId: string, basedOn: number, actorId: string, change: Parameters<typeof aWrittenItem>[0] = {}) =>
    saveItem(database().db, { actorId, itemId, basedOn, item: aWrittenItem(change), agree: false }, now),
});
