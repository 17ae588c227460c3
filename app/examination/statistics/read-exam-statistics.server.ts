import { addDays, dayIn } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import { type Db, inTransaction, type Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { itemCountOf, secondLevelAdministrator } from "../blueprint";
import { parseItemContent } from "../item";
import { type Programme, selectProgrammesUntil } from "../programme-queries.server";
import type { Section } from "../section-names";
import { applyCountingSettings } from "./attempt-figures-queries.server";
import { selectGeneratedCounts } from "./generated-count-queries.server";
import { type GeneratedCount, generatedOptions } from "./generated-options";
import { flagsOf, type RaisedFlag } from "./item-flags";
import { type ItemStatistics, itemStatistics, statisticsPolicy } from "./item-statistics";
import { formReliability, type Reliability, type SectionSums, sectionReliability } from "./reliability";
import {
  type FormFigures,
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
  /** What each option of a choice item says; of a generated one, what it stands for. */
  readonly optionTexts: Readonly<Record<string, string>>;
  /** Of a generated choice item: over how many of the latest responses its options were counted, and when (ISO 8601). */
  readonly counted: { readonly responses: number; readonly at: string } | null;
}

interface SectionLine {
  readonly section: Section;
  readonly items: number;
  /** Mean share of the points, in per cent; null while the attempts are too few. */
  readonly meanPercent: number | null;
  readonly reliability: Reliability | null;
}

/** The form as it was sat under one version of the programme. A version with another cut score is one of its own, with the attempts that were sat under it. */
export interface FormStatistics {
  readonly version: number;
  readonly cutScorePercent: number;
  /** Graded attempts. */
  readonly attempts: number;
  readonly meanPercent: number | null;
  readonly reliability: Reliability | null;
  readonly sections: readonly SectionLine[];
}

export interface ExamStatistics {
  readonly items: readonly ItemLine[];
  /** Of every version of the programme so far, the newest first. */
  readonly forms: readonly FormStatistics[];
  /** Graded attempts under all of them. */
  readonly attempts: number;
}

/**
 * The statistics of every version of a certification item that has been sat or is in use, and of sections and form under every
 * version of the programme. Five statements, however many attempts.
 */
export function readExamStatistics(db: Db, language: Language, now: Date): Promise<ExamStatistics> {
  return inTransaction(db, async (trx) => {
    await applyCountingSettings(trx);
    return statisticsOf(trx, language, now);
  });
}

async function statisticsOf(db: Reader, language: Language, now: Date): Promise<ExamStatistics> {
  const programmes = await selectProgrammesUntil(db, secondLevelAdministrator.code, now);
  const [present] = programmes;
  if (!present) throw notFound();
  const since = new Date(`${addDays(dayIn("UTC", now), -statisticsPolicy.recentDays)}T00:00:00Z`);
  const sums = await selectItemSums(db, since);
  const names = await selectVersionNames(db);
  const scores = await selectScoreSums(db);
  const counts = await selectGeneratedCounts(db);
  const attempts = scores.forms.reduce((sum, { persons }) => sum + persons, 0);
  const secondsPerItem = (present.durationMinutes * 60) / itemCountOf(present.blueprint);
  const sumsOf = new Map(sums.versions.map((version) => [version.itemVersionId, version]));
  const items = names
    .filter(({ itemVersionId, status }) => status === "active" || sumsOf.has(itemVersionId))
    .map((name) => {
      const { itemVersionId } = name;
      const figures = { sums: sumsOf.get(itemVersionId), count: counts.get(itemVersionId) };
      return itemLine(name, figures, { attempts, secondsPerItem, language });
    });
  const forms = programmes.map((programme) => {
    const form = scores.forms.find(({ programmeVersionId }) => programmeVersionId === programme.versionId);
    return formLine(programme, form, sectionsOf(programme, names, sums.programmes, scores.sections));
  });
  return { items, forms, attempts };
}

/** The mean of so many, as with every other figure only where they are enough. */
const meanOf = (sum: number, persons: number): number | null =>
  persons < statisticsPolicy.fewestResponses ? null : sum / persons;

function formLine(
  { version, cutScorePercent }: Programme,
  form: FormFigures | undefined,
  sections: readonly (SectionSums & { section: Section; weight: number })[],
): FormStatistics {
  return {
    version,
    cutScorePercent,
    attempts: form?.persons ?? 0,
    meanPercent: form ? meanOf(form.score, form.persons) : null,
    reliability: form ? formReliability({ ...form, sections }) : null,
    sections: sections.map((sums) => ({
      section: sums.section,
      items: sums.items,
      meanPercent: meanOf(100 * sums.share, sums.persons),
      reliability: sectionReliability(sums),
    })),
  };
}

function itemLine(
  { content, points: _, ...name }: VersionName,
  { sums, count }: { sums: VersionFigures | undefined; count: (GeneratedCount & { countedAt: Date }) | undefined },
  about: { attempts: number; secondsPerItem: number; language: Language },
): ItemLine {
  const options = optionsOf(content, about.language);
  const generated = count && generatedOptions(count, about.language);
  const ofAll = sums ? itemStatistics(sums, options) : null;
  const statistics = ofAll && generated ? { ...ofAll, options: generated.options } : ofAll;
  return {
    ...name,
    responses: sums?.n ?? 0,
    exposure: about.attempts > 0 ? (sums?.n ?? 0) / about.attempts : 0,
    statistics,
    flags: statistics ? flagsOf(statistics, about.secondsPerItem) : [],
    optionTexts: generated?.texts ?? Object.fromEntries(options.map(({ id, text }) => [id, text])),
    counted: count ? { responses: count.responses, at: count.countedAt.toISOString() } : null,
  };
}

/** None of a generated item, where everybody chooses among others: what they stand for is counted by a job. */
function optionsOf(stored: unknown, language: Language) {
  const content = parseItemContent(stored);
  if ("generator" in content) return [];
  if (content.kind !== "single_choice" && content.kind !== "multiple_choice") return [];
  const { optionIds } = content.key;
  return content.options.map(({ id, text }) => ({
    id,
    keyed: optionIds.includes(id),
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
