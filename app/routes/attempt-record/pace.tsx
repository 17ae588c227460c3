import { DataTable } from "~/components/data-table";
import { formatDuration } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { type Section as ItemSection, sectionNames } from "~/examination/section-names";
import { messages } from "./messages";

interface PaceProps {
  pace: {
    readonly items: number;
    readonly medianSeconds: number | null;
    readonly shortestSeconds: number | null;
    readonly places: readonly {
      readonly ordinal: number;
      readonly section: ItemSection;
      readonly answeredAt: string;
      readonly seconds: number;
    }[];
  };
  zone: string;
}

/** When each question was answered last, in that order, and how long it took. */
export function Pace({ pace: { items, medianSeconds, shortestSeconds, places }, zone }: PaceProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const duration = (seconds: number) => formatDuration(seconds, language);
  return (
    <Section title={words.pace}>
      {medianSeconds === null || shortestSeconds === null ? (
        <p className="text-muted">{words.noPace}</p>
      ) : (
        <>
          <p className="mb-3">
            {words.paceText(places.length, items, duration(medianSeconds), duration(shortestSeconds))}
          </p>
          <DataTable
            caption={words.pace}
            rows={places}
            rowKey={({ ordinal }) => ordinal}
            empty={null}
            columns={[
              {
                key: "question",
                header: words.question,
                rowHeader: true,
                noWrap: true,
                cell: ({ ordinal }) => ordinal,
              },
              { key: "section", header: words.section, cell: ({ section }) => sectionNames[language][section] },
              {
                key: "answered",
                header: words.answeredAt,
                cell: ({ answeredAt }) => formatInstant(answeredAt, language, zone, "timeWithSeconds"),
              },
              { key: "took", header: words.took, align: "end", cell: ({ seconds }) => duration(seconds) },
            ]}
          />
          <p className="mt-3 text-sm text-muted">{words.tookHint}</p>
        </>
      )}
    </Section>
  );
}
