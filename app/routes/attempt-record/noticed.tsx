import { DataTable } from "~/components/data-table";
import { formatDuration } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { policy } from "~/kernel/policy";
import { messages } from "./messages";

interface NoticedProps {
  away: { readonly times: number; readonly unreturned: number; readonly seconds: number };
  pasted: { readonly times: number; readonly characters: number };
  events: readonly {
    readonly clientId: string;
    readonly sequence: number;
    readonly kind: "focus_lost" | "focus_regained" | "pasted";
    readonly ordinal: number;
    readonly characters: number | null;
    readonly happenedAt: string;
  }[];
  /** Nothing more is kept of the attempt. */
  isFull: boolean;
  zone: string;
}

/** What browsers told of focus and pasting: first in words, then each event. */
export function Noticed({ away, pasted, events, isFull, zone }: NoticedProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  return (
    <Section title={words.noticed}>
      <p>{words.away(away.times, away.unreturned, formatDuration(away.seconds, language))}</p>
      <p className="mb-3">{words.pasted(pasted.times, pasted.characters)}</p>
      <DataTable
        caption={words.eventList}
        rows={events}
        rowKey={({ clientId, sequence }) => `${clientId} ${sequence}`}
        empty={null}
        columns={[
          {
            key: "when",
            header: words.when,
            rowHeader: true,
            cell: ({ happenedAt }) => formatInstant(happenedAt, language, zone, "timeWithSeconds"),
          },
          {
            key: "what",
            header: words.event,
            cell: ({ kind, characters }) =>
              characters === null ? words.events[kind] : words.pastedCharacters(characters),
          },
          { key: "question", header: words.question, align: "end", cell: ({ ordinal }) => ordinal },
        ]}
      />
      {isFull && <p className="mt-3 text-sm text-muted">{words.atMost(policy.integrityEventsPerAttempt)}</p>}
    </Section>
  );
}
