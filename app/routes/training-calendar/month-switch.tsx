import { Link, useLocation } from "@remix-run/react";
import { monthName } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { withQuery } from "~/components/query-link";
import { addMonths, type Month } from "~/training/month";
import { messages } from "./messages";

/** The shown month, and the ways to its neighbours; filters stay. */
export function MonthSwitch({ month, thisMonth }: { month: Month; thisMonth: Month }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const { search } = useLocation();
  const [year, number] = month.split("-");
  const step = (to: Month, label: string, mark: string) => (
    <Link to={withQuery(search, { month: to })} preventScrollReset className="button button-quiet" aria-label={label}>
      <span aria-hidden="true">{mark}</span>
    </Link>
  );
  return (
    <div className="mb-3 flex flex-wrap items-center gap-3">
      <h2 aria-live="polite">
        {monthName(Number(number), language, "long")} {year}
      </h2>
      <nav aria-label={words.months} className="flex flex-wrap items-center gap-2">
        {step(addMonths(month, -1), words.previous, "←")}
        {step(addMonths(month, 1), words.next, "→")}
        {month !== thisMonth && (
          <Link to={withQuery(search, { month: thisMonth })} preventScrollReset className="link tap px-1 text-sm">
            {words.thisMonth}
          </Link>
        )}
      </nav>
    </div>
  );
}
