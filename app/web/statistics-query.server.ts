import { type Section, sections } from "~/examination/section-names";
import { type ItemFlag, itemFlags } from "~/examination/statistics/item-flags";
import { type ItemFilter, type ItemSort, itemSorts, usualSort } from "~/examination/statistics/item-order";

/** `?code=&section=&flag=` of the statistics page and its exports; what is not known filters nothing. */
export function readItemFilter(request: Request): ItemFilter {
  const query = new URL(request.url).searchParams;
  const [section, flag] = [query.get("section"), query.get("flag")];
  return {
    code: query.get("code")?.trim() || undefined,
    section: sections.find((one): one is Section => one === section),
    flag: flag === "any" ? "any" : itemFlags.find((one): one is ItemFlag => one === flag),
  };
}

/** `?sort=&direction=`; the usual order where none, or none that there is, is asked for. */
export function readItemSort(request: Request): ItemSort {
  const query = new URL(request.url).searchParams;
  const key = itemSorts.find((one) => one === query.get("sort"));
  return key ? { key, direction: query.get("direction") === "desc" ? "desc" : "asc" } : usualSort;
}

/** `?version=` of the programme; undefined where none is asked for. */
export function readProgrammeVersion(request: Request): number | undefined {
  const asked = Number(new URL(request.url).searchParams.get("version"));
  return Number.isInteger(asked) && asked > 0 ? asked : undefined;
}

type ExportedTable = "items" | "forms" | "options";

/** `?table=` of the export; items where none, or none that there is, is asked for. */
export function readExportedTable(request: Request): ExportedTable {
  const asked = new URL(request.url).searchParams.get("table");
  return asked === "forms" || asked === "options" ? asked : "items";
}
