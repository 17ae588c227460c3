import { Link } from "@remix-run/react";
import { formatDay, formatMoney } from "~/components/format";
import { formatInstant, formatZone } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { SeatsLeft } from "~/components/seats-left";
import { paths } from "~/web/paths";
import type { CalendarEntry } from "./calendar-entry";
import { messages } from "./messages";

/** The month as a list, day after day: for narrow screens. */
export function MonthList({ entries }: { entries: readonly CalendarEntry[] }) {
  const language = useLanguage();
  const days = [...new Set(entries.map(({ day }) => day))];
  return (
    <ol className="flex flex-col gap-5">
      {days.map((day) => (
        <li key={day}>
          <h3 className="mb-1.5 text-base">{formatDay(day, language, "full")}</h3>
          <ul className="flex flex-col gap-2">
            {entries
              .filter((entry) => entry.day === day)
              .map((entry) => (
                <ListEntry key={entry.partId} entry={entry} />
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function ListEntry({ entry }: { entry: CalendarEntry }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const { startsAt, endsAt, timeZone, title, ordinal, partCount, standing, mine, price } = entry;
  const time = (instant: string) => formatInstant(instant, language, timeZone, "time");
  const facts = [
    partCount > 1 && words.part(ordinal, partCount),
    words.languages[entry.language],
    entry.online && words.online,
    price && words.charged(formatMoney(price.minorUnits, price.currency, language)),
  ].filter((fact) => typeof fact === "string");
  return (
    <li className="card relative p-3 hover:bg-sunken">
      <p className="text-sm text-muted">
        {time(startsAt)}–{time(endsAt)}, {formatZone(startsAt, timeZone, language)}
      </p>
      <p className="font-semibold">
        <Link to={paths.trainingSession(entry.sessionId)} className="text-accent after:absolute after:inset-0">
          {title}
        </Link>
      </p>
      <p className="mb-2 text-sm text-muted">{facts.join(" · ")}</p>
      <SeatsLeft standing={standing} />
      {(mine === "enrolled" || mine === "waiting" || mine === "offered") && (
        <p className="mt-1 text-sm font-semibold">{words[mine]}</p>
      )}
    </li>
  );
}
