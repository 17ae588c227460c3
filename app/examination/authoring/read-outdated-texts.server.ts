import type { Reader } from "~/platform/database/handle";
import { lagOfStamp, type OutdatedTexts, outdatedSince } from "./outdated-texts";
import { translatedTexts } from "./translated-texts";
import { type StoredVersion, selectEarlierVersions } from "./version-queries.server";

/** The outdated texts of a version; those of one that kept only a stamp follow from the version in which both languages were last level. */
export async function readOutdatedTexts(db: Reader, stored: StoredVersion): Promise<OutdatedTexts> {
  return (await readOutdatedOfEach(db, [stored])).get(stored.itemId) ?? {};
}

/** The same of several items, one version of each. */
export async function readOutdatedOfEach(
  db: Reader,
  versions: readonly StoredVersion[],
): Promise<Map<string, OutdatedTexts>> {
  const stamped = versions.flatMap((stored) => {
    const lag = stored.outdatedTexts ? null : lagOfStamp(stored);
    return lag ? [{ itemId: stored.itemId, version: lag.since }] : [];
  });
  const levels = new Map((await selectEarlierVersions(db, stamped)).map((level) => [level.itemId, level]));
  return new Map(versions.map((stored) => [stored.itemId, outdatedOf(stored, levels.get(stored.itemId))]));
}

/** `level`: the version in which both languages were last level. */
function outdatedOf(stored: StoredVersion, level: StoredVersion | undefined): OutdatedTexts {
  if (stored.outdatedTexts) return stored.outdatedTexts;
  const lag = lagOfStamp(stored);
  if (!lag) return {};
  const before = level ? translatedTexts(level.item.content) : [];
  return outdatedSince(before, translatedTexts(stored.item.content), lag.language);
}
