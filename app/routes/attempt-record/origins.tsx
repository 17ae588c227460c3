import { DataTable } from "~/components/data-table";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { policy } from "~/kernel/policy";
import { messages } from "./messages";

interface Origin {
  readonly address: string;
  readonly browser: string;
  readonly system: string;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
}

/** Addresses and devices from which the attempt was sat. */
export function Origins({ origins, zone }: { origins: readonly Origin[]; zone: string }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const named = (family: string) => (family === "other" ? words.other : family);
  return (
    <Section title={words.where}>
      <DataTable
        caption={words.where}
        rows={origins}
        rowKey={({ address, browser, system }) => `${address} ${browser} ${system}`}
        empty={<p className="text-muted">{words.noOrigins}</p>}
        columns={[
          { key: "address", header: words.address, rowHeader: true, cell: ({ address }) => address },
          { key: "browser", header: words.browser, cell: ({ browser }) => named(browser) },
          { key: "system", header: words.system, cell: ({ system }) => named(system) },
          {
            key: "first",
            header: words.firstSeen,
            cell: ({ firstSeenAt }) => formatInstant(firstSeenAt, language, zone),
          },
          { key: "last", header: words.lastSeen, cell: ({ lastSeenAt }) => formatInstant(lastSeenAt, language, zone) },
        ]}
      />
      <p className="mt-3 text-sm text-muted">{words.kept(policy.integrityDays)}</p>
    </Section>
  );
}
