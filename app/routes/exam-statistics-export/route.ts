import type { LoaderFunctionArgs } from "@remix-run/node";
import { inOrder } from "~/examination/statistics/item-order";
import { readExamStatistics } from "~/examination/statistics/read-exam-statistics.server";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { readExportedTable, readItemFilter, readItemSort } from "~/web/statistics-query.server";
import { tableFormats, tableResponse, workbookResponse } from "~/web/table-file.server";
import { formsSheet } from "./forms-sheet";
import { itemsSheet } from "./items-sheet";
import { optionsSheet } from "./options-sheet";

/** The statistics as a file: a workbook of all tables, or one of them as CSV, by `?table=`. The page's filter and order hold for items and their options. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "exam_statistics.read");
  const format = tableFormats.find((one) => one === args.params.format);
  if (!format) throw notFound();
  const { items, forms } = await readExamStatistics(portal.db, language, now);
  const shown = inOrder(items, readItemFilter(args.request), readItemSort(args.request));
  const tables = {
    items: () => itemsSheet(shown, language),
    forms: () => formsSheet(forms, language),
    options: () => optionsSheet(shown, language),
  };
  if (format === "xlsx") {
    return workbookResponse("exam-statistics", [tables.items(), tables.forms(), tables.options()]);
  }
  const table = readExportedTable(args.request);
  const name = table === "items" ? "exam-statistics" : `exam-statistics-${table}`;
  return tableResponse({ name, ...tables[table]() }, format, language);
});
