import { Link } from "@remix-run/react";
import { formatDay, monthName } from "~/components/format";
import { formatInstant, formatZone } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { SeatsLeft } from "~/components/seats-left";
import { addDays, type Day } from "~/kernel/calendar";
import { type Month, monthOf, weeksOf } from "~/training/month";
import { paths } from "~/web/paths";
import type { CalendarEntry } from "./calendar-entry";
import { messages } from "./messages";

const aMonday: Day = "2024-01-01";

/** The month as a wall calendar: a row a week, a cell a day. */
export function MonthGrid({ month, today, entries }: { month: Month; today: Day; entries: readonly CalendarEntry[] }) {
  const language = useLanguage();
  const [year, number] = month.split("-");
  const weekdays = Array.from({ length: 7 }, (_, index) => addDays(aMonday, index));
  return (
    <table className="card w-full table-fixed border-separate border-spacing-0 overflow-hidden text-sm">
      <caption className="sr-only">
        {monthName(Number(number), language, "long")} {year}
      </caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col" className="border-b border-edge px-2 py-1.5 text-left font-semibold">
              {formatDay(day, language, "full").split(",")[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <DayCell
                key={day}
                day={day}
                inMonth={monthOf(day) === month}
                isToday={day === today}
                entries={entries.filter((entry) => entry.day === day)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps {
  day: Day;
  inMonth: boolean;
  isToday: boolean;
  entries: readonly CalendarEntry[];
}

function DayCell({ day, inMonth, isToday, entries }: DayCellProps) {
  const language = useLanguage();
  const words = useMessages(messages);
  return (
    <td className={`h-28 border-line border-r border-b p-1.5 align-top last:border-r-0 ${inMonth ? "" : "bg-sunken"}`}>
      <time dateTime={day} className={`inline-flex items-center gap-1.5 ${inMonth ? "" : "text-muted"}`}>
        <span className="sr-only">{formatDay(day, language, "long")}</span>
        <span
          aria-hidden="true"
          className={isToday ? "rounded-full bg-accent px-1.5 font-semibold text-on-accent" : "px-1.5"}
        >
          {Number(day.slice(8))}
        </span>
        {isToday && <span className="text-xs text-muted">{words.today}</span>}
      </time>
      <ul className="mt-1 flex flex-col gap-1.5">
        {entries.map((entry) => (
          <GridEntry key={entry.partId} entry={entry} />
        ))}
      </ul>
    </td>
  );
}

function GridEntry({ entry }: { entry: CalendarEntry }) {
  const language = useLanguage();
  const words = useMessages(messages);
  const { startsAt, timeZone, title, ordinal, partCount, standing, mine } = entry;
  const mark = mine === "enrolled" || mine === "waiting" || mine === "offered" ? words[mine] : null;
  return (
    <li>
      <Link
        to={paths.trainingSession(entry.sessionId)}
        className={`block rounded border border-line border-l-4 bg-surface px-2 py-1 hover:bg-sunken ${mark ? "border-l-accent" : "border-l-edge"}`}
      >
        <span className="block text-xs text-muted">
          {formatInstant(startsAt, language, timeZone, "time")} {formatZone(startsAt, timeZone, language)}
        </span>
        <span className={`block font-semibold ${standing.kind === "cancelled" ? "line-through" : ""}`}>{title}</span>
        {partCount > 1 && <span className="block text-xs text-muted">{words.part(ordinal, partCount)}</span>}
        {mark && <span className="block text-xs font-semibold text-accent">{mark}</span>}
        <span className="mt-1 block [&>span]:whitespace-normal [&>span]:text-xs">
          <SeatsLeft standing={standing} />
        </span>
      </Link>
    </li>
  );
}
