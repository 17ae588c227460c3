import type { Reader } from "~/platform/database/handle";
import { lagOfStamp, type OutdatedTexts, outdatedSince } from "./outdated-texts";
import { translatedTexts } from "./translated-texts";
import { type StoredVersion, selectStoredVersions } from "./version-queries.server";

/** The outdated texts of a version; those of one that kept only a stamp follow from the version in which both languages were last level. */
export async function readOutdatedTexts(db: Reader, stored: StoredVersion): Promise<OutdatedTexts> {
  if (stored.outdatedTexts) return stored.outdatedTexts;
  const lag = lagOfStamp(stored);
  if (!lag) return {};
  const [level] = await selectStoredVersions(db, stored.itemId, [lag.since]);
  const before = level ? translatedTexts(level.item.content) : [];
  return outdatedSince(before, translatedTexts(stored.item.content), lag.language);
}
