import writeExcelFile from "write-excel-file/node";
import type { Language } from "~/platform/schema/people-tables";

export type TableCell = string | number | null;

/** A table to be taken away: a head, and rows of as many cells. */
export interface TableFile {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Which columns hold shares of 1: a workbook shows them as per cent. */
  readonly shares?: readonly number[];
}

/** One of several tables in a workbook. */
export interface Sheet extends Omit<TableFile, "name"> {
  /** As its tab is called: Excel takes 31 characters, and none of \ / ? * [ ] : */
  readonly sheet: string;
}

export const tableFormats = ["csv", "xlsx"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A spreadsheet would run text that begins like this as a formula (OWASP, CSV injection); an apostrophe before it keeps it text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A spreadsheet reads CSV by the habits of its country: in Germany 0.35 is text there, or a day, and a comma ends no cell. */
const csvHabits: Readonly<Record<Language, { readonly separator: string; readonly point: string }>> = {
  en: { separator: ",", point: "." },
  de: { separator: ";", point: "," },
};

function quoted(cell: TableCell, language: Language): string {
  const { separator, point } = csvHabits[language];
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", point);
  const text = harmless(cell);
  return /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 but for the separator of the reader's language, with the byte order mark that tells Excel that it is UTF-8. */
export function asCsv({ head, rows }: TableFile, language: Language): string {
  const lines = [head, ...rows].map((row) =>
    row.map((cell) => quoted(cell, language)).join(csvHabits[language].separator),
  );
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** In a workbook a text is a text, whatever it begins with; it is guarded all the same, for who saves it as CSV. */
function sheetData({ head, rows, shares = [] }: Omit<TableFile, "name">) {
  const text = (value: string) => ({ type: String, value: harmless(value) });
  const cell = (value: TableCell, column: number) => {
    if (value === null) return null;
    if (typeof value !== "number") return text(value);
    return { type: Number, value, ...(shares.includes(column) && { format: "0.0%" }) };
  };
  return [head.map((value) => ({ ...text(value), fontWeight: "bold" as const })), ...rows.map((row) => row.map(cell))];
}

const widths = { least: 8, most: 60 } as const;

/** As wide as the longest of what stands in each, within reason: Excel would cut most of the heads off. */
const columnsOf = ({ head, rows }: Omit<TableFile, "name">) =>
  head.map((name, column) => {
    const lengths = rows.map((row) => String(row[column] ?? "").length);
    const longest = lengths.reduce((most, length) => Math.max(most, length), name.length);
    return { width: Math.min(widths.most, Math.max(widths.least, longest + 2)) };
  });

/** The table as a download for a reader of this language, never kept by a cache. */
export async function tableResponse(table: TableFile, format: TableFormat, language: Language): Promise<Response> {
  if (format === "csv") return download(`${table.name}.csv`, "text/csv; charset=utf-8", asCsv(table, language));
  return workbookDownload(
    table.name,
    await writeExcelFile(sheetData(table), { stickyRowsCount: 1, columns: columnsOf(table) }).toBuffer(),
  );
}

/** Several tables as the sheets of one workbook, in this order; never kept by a cache. */
export async function workbookResponse(name: string, sheets: readonly Sheet[]): Promise<Response> {
  const data = sheets.map(({ sheet, ...table }) => ({
    sheet,
    data: sheetData(table),
    stickyRowsCount: 1,
    columns: columnsOf(table),
  }));
  return workbookDownload(name, await writeExcelFile(data).toBuffer());
}

const workbookDownload = (name: string, bytes: Buffer): Response =>
  download(`${name}.xlsx`, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", new Uint8Array(bytes));

function download(filename: string, type: string, body: BodyInit): Response {
  return new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${filename}"`,
      "Cache-Control": "no-store",
    },
  });
}
