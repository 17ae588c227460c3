import { Disclosure } from "~/components/confirm";
import { DataTable } from "~/components/data-table";
import { useLanguage, useMessages } from "~/components/language";
import { Badge } from "~/components/status-badge";
import type { SectionCount } from "~/examination/authoring/bank-queries.server";
import { sectionNames } from "~/examination/section-names";
import { messages } from "./messages";

export interface CountRow extends SectionCount {
  /** Items a form draws from the section. */
  readonly needed: number;
}

/** What each section has, beside what a form draws from it. */
export function SectionCounts({ rows }: { rows: readonly CountRow[] }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const short = rows.some(({ certification, needed }) => certification < needed);
  return (
    <div className="mb-4">
      <Disclosure label={words.counts} open={short}>
        <DataTable
          caption={words.counts}
          rows={rows}
          rowKey={({ section }) => section}
          empty={null}
          columns={[
            {
              key: "section",
              header: words.section,
              rowHeader: true,
              cell: ({ section }) => sectionNames[language][section],
            },
            { key: "needed", header: words.needed, align: "end", cell: ({ needed }) => needed },
            {
              key: "certification",
              header: words.certification,
              align: "end",
              cell: ({ certification, needed }) => (
                <>
                  {certification < needed && (
                    <Badge tone="bad" shape="triangle">
                      {words.fewer}
                    </Badge>
                  )}{" "}
                  {certification}
                </>
              ),
            },
            { key: "practice", header: words.practice, align: "end", cell: ({ practice }) => practice },
            { key: "underWay", header: words.underWay, align: "end", cell: ({ underWay }) => underWay },
          ]}
        />
      </Disclosure>
    </div>
  );
}
