import { addDays, dayIn } from "~/kernel/calendar";
import { type Db, inTransaction, type Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { itemCountOf, secondLevelAdministrator } from "../blueprint";
import { contentFor, parseItemContent } from "../item";
import { keyOf } from "../present-item";
import { type Programme, selectProgramme } from "../programme-queries.server";
import type { Section } from "../section-names";
import { applyCountingSettings } from "./attempt-figures-queries.server";
import { flagsOf, type RaisedFlag } from "./item-flags";
import { type ItemStatistics, itemStatistics, statisticsPolicy } from "./item-statistics";
import { formReliability, type Reliability, type SectionSums, sectionReliability } from "./reliability";
import {
  type PointShares,
  type SectionFigures,
  selectItemSums,
  selectScoreSums,
  selectVersionNames,
  type VersionFigures,
  type VersionName,
} from "./statistics-queries.server";

export interface ItemLine extends Omit<VersionName, "content" | "points"> {
  readonly responses: number;
  /** Of all graded attempts, how many had this version. */
  readonly exposure: number;
  /** Null while the responses are too few. */
  readonly statistics: ItemStatistics | null;
  readonly flags: readonly RaisedFlag[];
  /** What each option of a choice item says. */
  readonly optionTexts: Readonly<Record<string, string>>;
}

interface SectionLine {
  readonly section: Section;
  readonly items: number;
  readonly reliability: Reliability | null;
}

export interface ExamStatistics {
  readonly items: readonly ItemLine[];
  readonly sections: readonly SectionLine[];
  readonly form: Reliability | null;
  /** Graded attempts, and those of them under the programme's present version, which sections and form are about. */
  readonly attempts: number;
  readonly attemptsOfVersion: number;
  readonly programme: Pick<Programme, "version" | "cutScorePercent">;
}

/**
 * The statistics of every version of a certification item that has been sat or is in use, and of sections and form of the programme as it is
 * now. Three statements, however many attempts.
 */
export function readExamStatistics(db: Db, language: Language, now: Date): Promise<ExamStatistics> {
  return inTransaction(db, async (trx) => {
    await applyCountingSettings(trx);
    return statisticsOf(trx, language, now);
  });
}

async function statisticsOf(db: Reader, language: Language, now: Date): Promise<ExamStatistics> {
  const programme = await selectProgramme(db, secondLevelAdministrator.code, now);
  const since = new Date(`${addDays(dayIn("UTC", now), -statisticsPolicy.recentDays)}T00:00:00Z`);
  const { versions, programmes } = await selectItemSums(db, since);
  const names = await selectVersionNames(db);
  const scores = await selectScoreSums(db);
  const attempts = scores.forms.reduce((sum, { persons }) => sum + persons, 0);
  const secondsPerItem = (programme.durationMinutes * 60) / itemCountOf(programme.blueprint);
  const sumsOf = new Map(versions.map((sums) => [sums.itemVersionId, sums]));
  const items = names
    .filter(({ itemVersionId, status }) => status === "active" || sumsOf.has(itemVersionId))
    .map((name) => itemLine(name, sumsOf.get(name.itemVersionId), { attempts, secondsPerItem, language }));
  const form = scores.forms.find(({ programmeVersionId }) => programmeVersionId === programme.versionId);
  const sections = sectionsOf(programme, names, programmes, scores.sections);
  return {
    items,
    sections: sections.map((sums) => ({
      section: sums.section,
      items: sums.items,
      reliability: sectionReliability(sums),
    })),
    form: form ? formReliability({ ...form, sections }) : null,
    attempts,
    attemptsOfVersion: form?.persons ?? 0,
    programme: { version: programme.version, cutScorePercent: programme.cutScorePercent },
  };
}

function itemLine(
  { content, points: _, ...name }: VersionName,
  sums: VersionFigures | undefined,
  about: { attempts: number; secondsPerItem: number; language: Language },
): ItemLine {
  const options = optionsOf(content, about.language);
  const statistics = sums ? itemStatistics(sums, options) : null;
  return {
    ...name,
    responses: sums?.n ?? 0,
    exposure: about.attempts > 0 ? (sums?.n ?? 0) / about.attempts : 0,
    statistics,
    flags: statistics ? flagsOf(statistics, about.secondsPerItem) : [],
    optionTexts: Object.fromEntries(options.map(({ id, text }) => [id, text])),
  };
}

/** Of a generated item the options of one seed: their ids stand for the same misconception with every seed. */
function optionsOf(stored: unknown, language: Language) {
  const content = parseItemContent(stored);
  if (content.kind !== "single_choice" && content.kind !== "multiple_choice") return [];
  const item = contentFor(content, "statistics");
  const key = keyOf(content, "statistics");
  if (item.kind !== "single_choice" && item.kind !== "multiple_choice") return [];
  const keyed = "optionIds" in key ? key.optionIds : [];
  return item.options.map(({ id, text }) => ({
    id,
    keyed: keyed.includes(id),
    text: typeof text === "string" ? text : text[language],
  }));
}

function sectionsOf(
  { versionId, blueprint }: Programme,
  names: readonly VersionName[],
  shares: readonly PointShares[],
  figures: readonly SectionFigures[],
): (SectionSums & { section: Section; weight: number })[] {
  const nameOf = new Map(names.map((name) => [name.itemVersionId, name]));
  return blueprint.sections.flatMap(({ section, items, weight }) => {
    const sums = figures.find((one) => one.programmeVersionId === versionId && one.section === section);
    if (!sums) return [];
    const versions = shares.flatMap((one) => {
      const name = nameOf.get(one.itemVersionId);
      if (one.programmeVersionId !== versionId || name?.section !== section) return [];
      const { points } = name;
      return [{ n: one.n, maxPoints: points, x: one.x * points, xx: one.xx * points ** 2 }];
    });
    return [{ ...sums, section, items, weight, versions }];
  });
}
