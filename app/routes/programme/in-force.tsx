import { LinkButton } from "~/components/button";
import { DataTable } from "~/components/data-table";
import { formatPercent } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { sectionNames } from "~/examination/section-names";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import type { PageVersion } from "./page-version.server";
import { VersionFacts } from "./version-facts";

interface InForceProps {
  version: PageVersion;
  bank: readonly { section: string; fixed: number; generated: number }[];
}

/** What somebody who starts now sits, and what the bank has for it. */
export function InForce({ version, bank }: InForceProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const { sections } = version.blueprint;
  const weights = sections.reduce((sum, { weight }) => sum + weight, 0);
  const inBank = new Map(bank.map((row) => [row.section, row]));
  return (
    <Section
      title={words.inForce(version.version)}
      action={<LinkButton to={paths.formOutlook()}>{words.forms}</LinkButton>}
    >
      <VersionFacts version={version} />
      <div className="mt-4">
        <DataTable
          caption={words.sections}
          rows={sections}
          rowKey={({ section }) => section}
          empty={null}
          columns={[
            {
              key: "section",
              header: words.section,
              rowHeader: true,
              cell: ({ section }) => sectionNames[language][section],
            },
            { key: "items", header: words.parts.items, align: "end", cell: ({ items }) => items },
            { key: "weight", header: words.parts.weight, align: "end", cell: ({ weight }) => weight },
            {
              key: "share",
              header: words.share,
              align: "end",
              cell: ({ weight }) => formatPercent(weight / weights, language),
            },
            {
              key: "minimum",
              header: words.parts.minimum,
              align: "end",
              cell: ({ minimumPercent }) => minimumPercent ?? "–",
            },
            {
              key: "bank",
              header: words.bankItems,
              align: "end",
              cell: ({ section }) => (inBank.get(section)?.fixed ?? 0) + (inBank.get(section)?.generated ?? 0),
            },
            {
              key: "generated",
              header: words.bankGenerated,
              align: "end",
              cell: ({ section }) => inBank.get(section)?.generated ?? 0,
            },
          ]}
        />
      </div>
    </Section>
  );
}
