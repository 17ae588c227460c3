import type { ReactNode } from "react";
import { type Column, DataTable } from "~/components/data-table";
import { formatMoney } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import type { Language } from "~/components/messages";
import { SeatsLeft } from "~/components/seats-left";
import { paths } from "~/web/paths";
import type { CalendarEntry } from "./calendar-entry";
import { messages } from "./messages";

/** What is planned from now on, a row a session, the next one first. */
export function UpcomingTable({ entries, empty }: { entries: readonly CalendarEntry[]; empty: ReactNode }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const sessions = [...new Map([...entries].reverse().map((entry) => [entry.sessionId, entry])).values()].reverse();
  return (
    <DataTable
      caption={words.upcoming}
      columns={columns(words, language)}
      rows={sessions}
      rowKey={(entry) => entry.sessionId}
      rowLink={(entry) => paths.trainingSession(entry.sessionId)}
      empty={empty}
    />
  );
}

function columns(words: (typeof messages)["en"], language: Language): Column<CalendarEntry>[] {
  const quiet = (text: string) => <span className="block text-muted">{text}</span>;
  const seats = ({ standing, mine }: CalendarEntry) => (
    <>
      <SeatsLeft standing={standing} />
      {(mine === "enrolled" || mine === "waiting" || mine === "offered") && (
        <span className="mt-1 block font-semibold text-accent">{words[mine]}</span>
      )}
    </>
  );
  return [
    {
      key: "when",
      header: words.begins,
      cell: (entry) => (
        <span className="block min-w-32">
          {formatInstant(entry.startsAt, language, entry.timeZone)}
          {entry.partCount > 1 && quiet(words.parts(entry.partCount))}
          <span className="mt-1 block md:hidden">{seats(entry)}</span>
        </span>
      ),
    },
    {
      key: "course",
      header: words.course,
      rowHeader: true,
      cell: ({ title }) => title,
    },
    {
      key: "language",
      header: words.language,
      wideOnly: true,
      cell: (entry) => (
        <>
          {words.languages[entry.language]}
          {entry.online && quiet(words.online)}
        </>
      ),
    },
    {
      key: "price",
      header: words.price,
      align: "end",
      wideOnly: true,
      cell: ({ price }) => (price ? formatMoney(price.minorUnits, price.currency, language) : words.noCharge),
    },
    {
      key: "seats",
      header: words.seats,
      // On a phone it would stand outside: there it stands with the day.
      wideOnly: true,
      cell: seats,
    },
  ];
}
