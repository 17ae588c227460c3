import { statisticsMessages } from "~/components/statistics-messages";
import { sectionNames } from "~/examination/section-names";
import type { FormStatistics } from "~/examination/statistics/read-exam-statistics.server";
import type { Reliability } from "~/examination/statistics/reliability";
import type { Language } from "~/platform/schema/people-tables";
import type { Sheet, TableCell } from "~/web/table-file.server";
import { cellsOfEstimate, headsOfEstimate, toThousandths } from "./figure-cells";

/** For each version of the programme a row for the whole form and one for each section, as shares of 1. */
export function formsSheet(forms: readonly FormStatistics[], language: Language): Sheet {
  const words = statisticsMessages[language];
  const head = [
    words.programmeVersion,
    words.cutScore,
    words.section,
    words.persons,
    words.itemsInForm,
    words.mean,
    ...headsOfEstimate(words.alpha, language),
    words.error,
  ];
  const rows = forms.flatMap(({ version, cutScorePercent, attempts, sections, ...form }) => {
    const cells = (name: string, items: number, figures: Figures): TableCell[] => [
      version,
      asShare(cutScorePercent),
      name,
      attempts,
      items,
      asShare(figures.meanPercent),
      ...cellsOfEstimate(figures.reliability?.alpha),
      asShare(figures.reliability?.errorPercent ?? null),
    ];
    const items = sections.reduce((sum, section) => sum + section.items, 0);
    return [
      cells(words.formName, items, form),
      ...sections.map((section) => cells(sectionNames[language][section.section], section.items, section)),
    ];
  });
  return { sheet: words.tables.forms, head, rows, shares: [1, 5, 9] };
}

interface Figures {
  readonly meanPercent: number | null;
  readonly reliability: Reliability | null;
}

const asShare = (percent: number | null): number | null => (percent === null ? null : toThousandths(percent / 100));
