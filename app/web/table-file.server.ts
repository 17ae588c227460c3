import writeExcelFile from "write-excel-file/node";

export type TableCell = string | number | null;

/** A table to be taken away: a head, and rows of as many cells. */
export interface TableFile {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

export const tableFormats = ["csv", "xlsx"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** A spreadsheet would run text that begins like this as a formula (OWASP, CSV injection); an apostrophe before it keeps it text. */
const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (cell: TableCell): string => {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** RFC 4180, with the byte order mark that tells Excel that it is UTF-8. */
export const asCsv = ({ head, rows }: TableFile): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;

/** In a workbook a text is a text, whatever it begins with; it is guarded all the same, for who saves it as CSV. */
async function asWorkbook({ head, rows }: TableFile): Promise<Buffer> {
  const text = (value: string) => ({ type: String, value: harmless(value) });
  const cell = (value: TableCell) =>
    value === null ? null : typeof value === "number" ? { type: Number, value } : text(value);
  const heads = head.map((value) => ({ ...text(value), fontWeight: "bold" as const }));
  return writeExcelFile([heads, ...rows.map((row) => row.map(cell))], { stickyRowsCount: 1 }).toBuffer();
}

/** The table as a download, never kept by a cache. */
export async function tableResponse(table: TableFile, format: TableFormat): Promise<Response> {
  const csv = format === "csv";
  const body = csv ? asCsv(table) : new Uint8Array(await asWorkbook(table));
  return new Response(body, {
    headers: {
      "Content-Type": csv
        ? "text/csv; charset=utf-8"
        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="${table.name}.${format}"`,
      "Cache-Control": "no-store",
    },
  });
}
