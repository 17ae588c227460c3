import { Link, useLocation } from "@remix-run/react";
import { formatNumber } from "./format";
import { useLanguage, useMessages } from "./language";
import { withQuery } from "./query-link";
import { tableMessages } from "./table-messages";

interface PaginationProps {
  /** 1 is the first. */
  page: number;
  perPage: number;
  total: number;
}

/** Where in a long list the page stands, and the way back and on (`?page=`). */
export function Pagination({ page, perPage, total }: PaginationProps) {
  const words = useMessages(tableMessages);
  const language = useLanguage();
  const { search } = useLocation();
  const number = (value: number) => formatNumber(value, language);
  const pages = Math.max(1, Math.ceil(total / perPage));
  const first = Math.min(total, (page - 1) * perPage + 1);
  const last = Math.min(total, page * perPage);
  const step = (label: string, to: number, rel: "prev" | "next") =>
    to < 1 || to > pages ? (
      <span className="button button-quiet" aria-disabled="true">
        {label}
      </span>
    ) : (
      <Link to={withQuery(search, { page: to === 1 ? null : to })} rel={rel} className="button button-quiet">
        {label}
      </Link>
    );
  return (
    <nav aria-label={words.pages} className="mt-3 flex flex-wrap items-center justify-between gap-3 text-sm">
      <span className="text-muted tabular-nums">{words.shown(number(first), number(last), number(total))}</span>
      {pages > 1 && (
        <span className="flex items-center gap-3">
          {step(words.previous, page - 1, "prev")}
          <span className="tabular-nums">{words.pageOf(number(page), number(pages))}</span>
          {step(words.next, page + 1, "next")}
        </span>
      )}
    </nav>
  );
}
