import { Link, useLocation } from "@remix-run/react";
import { type ReactNode, useId } from "react";
import { useMessages } from "./language";
import { type Sort, sortLink } from "./query-link";
import { ScrollFrame } from "./scroll-frame";
import { tableMessages } from "./table-messages";

export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and dates to be compared stand at the end of their column. */
  readonly align?: "start" | "end";
  /** The loader can sort by it: `?sort=key&direction=asc`. */
  readonly sortable?: boolean;
  /** Names the row (once a table): a `<th scope="row">`. */
  readonly rowHeader?: boolean;
  /** Left out of narrow screens, where the row's own page shows it. */
  readonly wideOnly?: boolean;
  readonly noWrap?: boolean;
  /** Holds sentences: keeps the room to read them where the screen is narrow, and the table is scrolled. */
  readonly wordy?: boolean;
}

interface DataTableProps<Row> {
  /** Says what the rows are; read first by a screen reader. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** Where a row leads; the cell that names it becomes the link, and the whole row can be pressed. Another link in the row needs `relative z-1`. */
  rowLink?: (row: Row) => string;
  sort?: Sort;
  /** Shown instead of the rows when there are none: an `EmptyState`. */
  empty: ReactNode;
}

/** A table to work in: it scrolls inside its own frame, its head stays in sight, its order is in the address. */
export function DataTable<Row>({
  caption,
  showCaption = false,
  columns,
  rows,
  rowKey,
  rowLink,
  sort,
  empty,
}: DataTableProps<Row>) {
  const captionId = useId();
  if (rows.length === 0) return <>{empty}</>;
  const tall = columns.some(({ sortable }) => sortable);
  return (
    <ScrollFrame labelledBy={captionId} className="card max-h-[80vh]">
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption
          id={captionId}
          className={showCaption ? "px-3 pt-3 pb-1 text-left text-base font-semibold" : "sr-only"}
        >
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} tall={tall} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="group relative hover:bg-sunken has-[a:focus-visible]:bg-sunken">
              {columns.map((column) => (
                <BodyCell
                  key={column.key}
                  column={column}
                  row={row}
                  link={column.rowHeader ? rowLink?.(row) : undefined}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollFrame>
  );
}

function cellClass<Row>({ align, wideOnly, noWrap, wordy }: Column<Row>): string {
  return [
    "px-3",
    align === "end" ? "text-right" : "text-left",
    wideOnly ? "hidden md:table-cell" : "",
    noWrap ? "whitespace-nowrap" : "",
    wordy ? "max-md:min-w-48" : "",
  ].join(" ");
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort: Sort | undefined;
  /** Stands beside heads that can be pressed, which are as high as a finger on touch screens. */
  tall: boolean;
}

function HeadCell<Row>({ column, sort, tall }: HeadCellProps<Row>) {
  const { search } = useLocation();
  const words = useMessages(tableMessages);
  const active = sort?.key === column.key ? sort.direction : undefined;
  return (
    <th
      scope="col"
      aria-sort={active && (active === "asc" ? "ascending" : "descending")}
      className={`sticky top-0 z-10 border-b border-edge bg-surface py-1.5 align-bottom font-semibold ${cellClass(column)}`}
    >
      {column.sortable ? (
        <Link
          to={sortLink(search, column.key, sort)}
          preventScrollReset
          title={words.sortBy(column.header)}
          className="tap -mx-1 inline-flex min-h-6 items-center gap-1 px-1 hover:underline"
        >
          {column.header}
          <SortMark direction={active} />
        </Link>
      ) : (
        <span className={`inline-flex min-h-6 items-center ${tall ? "coarse:min-h-11" : ""}`}>{column.header}</span>
      )}
    </th>
  );
}

function SortMark({ direction }: { direction: Sort["direction"] | undefined }) {
  return (
    <svg viewBox="0 0 8 12" className="h-3 w-2 flex-none" aria-hidden="true">
      <path d="M4 0 7.5 5h-7z" className={direction === "asc" ? "fill-ink" : "fill-line"} />
      <path d="M4 12 .5 7h7z" className={direction === "desc" ? "fill-ink" : "fill-line"} />
    </svg>
  );
}

function BodyCell<Row>({ column, row, link }: { column: Column<Row>; row: Row; link: string | undefined }) {
  const className = `border-b border-line py-2 align-baseline coarse:py-3 group-last:border-b-0 ${cellClass(column)}`;
  const content = column.cell(row);
  if (!column.rowHeader) return <td className={className}>{content}</td>;
  return (
    <th scope="row" className={`font-semibold ${column.noWrap ? "" : "min-w-36 wrap-anywhere"} ${className}`}>
      {link ? (
        <Link to={link} className="text-accent underline-offset-4 after:absolute after:inset-0 group-hover:underline">
          {content}
        </Link>
      ) : (
        content
      )}
    </th>
  );
}
