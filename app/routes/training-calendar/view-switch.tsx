import { Link, useLocation } from "@remix-run/react";
import { useMessages } from "~/components/language";
import { withQuery } from "~/components/query-link";
import type { Month } from "~/training/month";
import { messages } from "./messages";

/** The same sessions as a list of what comes, or as a calendar of one month; filters stay. */
export function ViewSwitch({ month, thisMonth }: { month: Month | null; thisMonth: Month }) {
  const words = useMessages(messages);
  const { search } = useLocation();
  const view = (to: Month | null, label: string, current: boolean) => (
    <li>
      <Link
        to={withQuery(search, { month: to })}
        preventScrollReset
        aria-current={current ? "page" : undefined}
        className="tap block border-b-2 border-transparent px-0.5 py-2 -outline-offset-2 text-muted hover:border-edge hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
      >
        {label}
      </Link>
    </li>
  );
  return (
    <nav aria-label={words.views} className="mb-5 border-b border-line">
      <ul className="flex gap-5">
        {view(null, words.upcoming, month === null)}
        {view(month ?? thisMonth, words.calendar, month !== null)}
      </ul>
    </nav>
  );
}
