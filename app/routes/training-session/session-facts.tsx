import { DefinitionList } from "~/components/definition-list";
import { formatMoney } from "~/components/format";
import { formatInstant, formatInstantRange } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { messages } from "./messages";
import type { PageData } from "./page-data";

/** When, where, with whom, for how much. */
export function SessionFacts({ session, taken }: { session: PageData["session"]; taken: number }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const { timeZone, price, taxNote, where } = session;
  const held = [session.onSite && words.onSite, session.online && words.online].filter(Boolean).join(", ");
  const entries = [
    { term: words.when, value: <Parts session={session} /> },
    ...(where?.place ? [{ term: words.place, value: where.place }] : []),
    ...(where?.link
      ? [
          {
            term: words.link,
            value: (
              <a href={where.link} className="link break-all" rel="noreferrer">
                {where.link}
              </a>
            ),
          },
        ]
      : []),
    ...(where === null
      ? [
          {
            term: words.place,
            value: (
              <>
                {held}
                <span className="block text-sm text-muted">{words.whereLater}</span>
              </>
            ),
          },
        ]
      : []),
    { term: words.trainer, value: session.trainerName },
    { term: words.language, value: words.languages[session.language] },
    { term: words.seats, value: words.seatsTaken(taken, session.capacity) },
    { term: words.deadline, value: formatInstant(session.closesAt, language, timeZone) },
    {
      term: words.charge,
      value: price
        ? [words.perSeat(formatMoney(price.minorUnits, price.currency, language)), taxNote].filter(Boolean).join(", ")
        : words.free,
    },
    {
      term: words.contents,
      value: (
        <ul className="list-disc pl-5">
          {session.contents.map((content) => (
            <li key={content}>{content}</li>
          ))}
        </ul>
      ),
    },
  ];
  return <DefinitionList entries={entries} />;
}

function Parts({ session }: { session: PageData["session"] }) {
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <ol className="flex flex-col gap-1.5">
      {session.parts.map(({ id, ordinal, startsAt, endsAt, repeatedHour }) => (
        <li key={id}>
          {session.parts.length > 1 && <span className="block text-sm text-muted">{words.part(ordinal)}</span>}
          <time dateTime={startsAt} className="font-semibold">
            {formatInstantRange(startsAt, endsAt, language, session.timeZone)}
          </time>
          {repeatedHour && <span className="block text-sm text-muted">{words.repeatedHour}</span>}
        </li>
      ))}
    </ol>
  );
}
