import { Link } from "@remix-run/react";
import { DataTable } from "~/components/data-table";
import { formatInstant } from "~/components/format-instant";
import { DifferenceList } from "~/components/item-bank/difference-list";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { ItemStatusBadge } from "~/components/item-bank/item-status-badge";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { policy } from "~/kernel/policy";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import type { ItemData } from "./route";

/** Every version, each to be compared with the one before, and what the one shown changed. */
export function VersionList({ data }: { data: ItemData }) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const language = useLanguage();
  const { head, versions, against, difference } = data;
  return (
    <>
      {against !== null && (
        <Section title={words.changes}>
          <p className="mb-2 text-sm text-muted">{words.comparedWith(against)}</p>
          {difference.length > 0 ? <DifferenceList differences={difference} /> : <p>{words.nothingChanged}</p>}
        </Section>
      )}
      <DataTable
        caption={words.versions}
        showCaption
        rows={versions}
        rowKey={(row) => row.version}
        rowLink={(row) => paths.item(head.itemId, { version: row.version })}
        empty={null}
        columns={[
          {
            key: "version",
            header: words.version,
            rowHeader: true,
            cell: (row) => `${words.version} ${row.version}`,
            noWrap: true,
          },
          { key: "status", header: words.status, cell: ({ status }) => <ItemStatusBadge status={status} /> },
          { key: "author", header: words.author, cell: ({ authorName }) => authorName ?? bank.delivered },
          { key: "reviewer", header: words.reviewer, cell: ({ reviewerName }) => reviewerName ?? "–", wideOnly: true },
          {
            key: "when",
            header: words.when,
            align: "end",
            noWrap: true,
            cell: ({ recordedAt }) => formatInstant(recordedAt, language, policy.staffTimeZone),
          },
          {
            key: "compare",
            header: words.comparison,
            wideOnly: true,
            cell: ({ version }) =>
              version > 1 ? (
                <Link
                  to={paths.item(head.itemId, { version, against: version - 1 })}
                  className="link relative z-1"
                  preventScrollReset
                >
                  {words.compare(version - 1)}
                </Link>
              ) : (
                "–"
              ),
          },
        ]}
      />
    </>
  );
}
