import { itemDifference } from "~/examination/authoring/item-difference";
import { authorsOfWork, currentOf } from "~/examination/authoring/item-review";
import { itemTexts } from "~/examination/authoring/item-texts";
import { toldKey } from "~/examination/authoring/key-lines";
import { outdatedParts } from "~/examination/authoring/outdated-texts";
import { previewItem } from "~/examination/authoring/preview-item.server";
import { readOutdatedTexts } from "~/examination/authoring/read-outdated-texts.server";
import { selectRemarks } from "~/examination/authoring/remark-queries.server";
import { translatedTexts } from "~/examination/authoring/translated-texts";
import {
  type ItemHead,
  selectHappenings,
  selectItemHead,
  selectStoredVersions,
  selectVersions,
  type VersionSummary,
} from "~/examination/authoring/version-queries.server";
import type { WrittenItem } from "~/examination/authoring/written-item";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { readDrawFault } from "~/examination/draw-fault.server";
import { contentFor } from "~/examination/item";
import { selectProgramme } from "~/examination/programme-queries.server";
import { renderWords } from "~/examination/render-item.server";
import { notFound } from "~/kernel/rejection";
import type { Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";

export interface ItemQuestion {
  /** Undefined: the one that the item stands at. */
  readonly version: number | undefined;
  /** The version it is compared with; undefined: the one in use, or the one it was written on. */
  readonly against: number | undefined;
  readonly language: Language;
  /** The how-manyth example of a generated item. */
  readonly example: number;
}

const number = (value: string | null): number | undefined =>
  value !== null && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : undefined;

/** What the address asks for; anything it cannot mean counts as not asked. */
export function readItemQuestion(url: string, own: Language): ItemQuestion {
  const query = new URL(url).searchParams;
  const asked = query.get("in");
  return {
    version: number(query.get("version")),
    against: number(query.get("against")),
    language: asked === "en" || asked === "de" ? asked : own,
    example: number(query.get("example")) ?? 1,
  };
}

function answerOf({ content }: WrittenItem, seed: string, language: Language) {
  const fixed = contentFor(content, seed);
  return { key: toldKey(fixed, language), rationaleHtml: renderWords(fixed.rationale[language]) };
}

/** The versions as things that happened; those that are delivered nobody has saved. */
const savedBy = (versions: readonly VersionSummary[]) =>
  versions.flatMap(({ version, authorName, recordedAt }) =>
    authorName === null ? [] : { version, kind: "saved" as const, personName: authorName, words: null, at: recordedAt },
  );

/** Whether no form could be drawn any more without the item. */
export async function isIndispensable(db: Reader, { pool, itemId }: ItemHead, now: Date): Promise<boolean> {
  if (pool !== "certification") return false;
  const { blueprint } = await selectProgramme(db, secondLevelAdministrator.code, now);
  return (await readDrawFault(db, blueprint, itemId)) !== null;
}

/** All that the page of an item shows; `not_found` for an item or version that does not exist. */
export async function loadItem(db: Reader, itemId: string, question: ItemQuestion, readerId: string) {
  const { language, example } = question;
  const head = await selectItemHead(db, itemId);
  const versions = await selectVersions(db, itemId);
  const latest = currentOf(versions)?.version ?? 0;
  const version = question.version ?? latest;
  const inUse = versions.find(({ status }) => status === "active")?.version ?? null;
  const writtenOn = currentOf(versions.filter((row) => row.version < version))?.version ?? 0;
  const against = question.against ?? (inUse !== null && inUse < version ? inUse : writtenOn);
  const stored = await selectStoredVersions(db, itemId, [version, against]);
  const shown = stored.find((row) => row.version === version);
  const other = stored.find((row) => row.version === against);
  if (!shown) throw notFound();
  const { item, status } = shown;
  const texts = itemTexts(item);
  const translated = translatedTexts(item.content);
  const outdated = await readOutdatedTexts(db, shown);
  const seed = `example-${example}`;
  return {
    head,
    version,
    latest,
    inUse,
    status,
    outdated: outdatedParts(translated, outdated),
    /** Some of them have no words of their own yet, or need none. */
    readsAlike: translated.some(({ id, en, de }) => outdated[id] !== undefined && en === de),
    generated: "generator" in item.content,
    preview: previewItem(item, seed, language),
    answer: answerOf(item, seed, language),
    texts: texts.filter(({ en, de }) => en !== "" || de !== ""),
    against: other ? against : null,
    difference: other ? itemDifference(itemTexts(other.item), texts) : [],
    versions,
    happenings: [...(await selectHappenings(db, itemId)), ...savedBy(versions)].sort(
      (one, other) => other.at.getTime() - one.at.getTime(),
    ),
    remarks: await selectRemarks(db, itemId),
    ownWork: authorsOfWork(versions, version).includes(readerId),
  };
}
