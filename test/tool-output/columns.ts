/** Reads tools that print columns under a header: vmstat, mpstat, sar, iostat, df. */

export type Row = Readonly<Record<string, string>>;

const cellsOf = (line: string): string[] => line.trim().split(/\s+/);

/** Rows under the first header that holds `column`, each with as many cells as the header; throws where a line has others. */
function rowsUnder(lines: readonly string[], column: string, headerOf = cellsOf): Row[] {
  const at = lines.findIndex((line) => headerOf(line).includes(column));
  if (at < 0) throw new Error(`no header with ${column}`);
  const header = headerOf(lines[at] ?? "");
  return lines
    .slice(at + 1)
    .filter((line) => line.trim() !== "" && !headerOf(line).includes(column))
    .map((line) => {
      const cells = cellsOf(line);
      if (cells.length !== header.length) throw new Error(`${cells.length} cells under ${header.length}: ${line}`);
      return Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""]));
    });
}

const timed = (line: string): string[] => ["stamp", ...cellsOf(line).slice(1)];

export const readVmstat = (lines: readonly string[]): Row[] => rowsUnder(lines, "swpd");

/** `stamp` is the time, or `Average:`. */
export const readMpstat = (lines: readonly string[]): Row[] => rowsUnder(lines, "%steal", timed);
export const readSar = (lines: readonly string[]): Row[] => rowsUnder(lines, "rxpck/s", timed);
export const readIostat = (lines: readonly string[]): Row[] => rowsUnder(lines, "aqu-sz");

const mounted = (line: string): string[] => cellsOf(line.replace("Mounted on", "Mounted"));
export const readDf = (lines: readonly string[]): Row[] => rowsUnder(lines, "Mounted", mounted);

/** The cell as a number; a share without its sign. */
export function numberIn(row: Row, column: string): number {
  const value = Number(row[column]?.replace("%", ""));
  if (Number.isNaN(value)) throw new Error(`${column} is ${row[column]}`);
  return value;
}
