import type { SerializeFrom } from "@remix-run/node";
import type { Column } from "~/components/data-table";
import { formatDay } from "~/components/format";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { ItemStatusBadge, OutdatedBadges } from "~/components/item-bank/item-status-badge";
import type { Language } from "~/components/messages";
import { Badge } from "~/components/status-badge";
import type { BankRow } from "~/examination/authoring/bank-queries.server";
import type { TranslationState } from "~/examination/authoring/outdated-texts";
import { sectionNames } from "~/examination/section-names";
import { parseDay } from "~/kernel/calendar";
import { messages } from "./messages";

/** What a generator makes anew has no question of its own. */
export type ShownRow = SerializeFrom<Omit<BankRow, "stemEn" | "stemDe" | keyof TranslationState>> & {
  readonly question: string;
  readonly outdated: readonly Language[];
};

const questionOf = ({ question, generator }: ShownRow, language: Language): string =>
  generator ? messages[language].generated(generator) : question;

export function bankColumns(language: Language): Column<ShownRow>[] {
  const words = messages[language];
  const bank = itemBankMessages[language];
  return [
    { key: "code", header: words.code, cell: ({ code }) => code, rowHeader: true, sortable: true, noWrap: true },
    { key: "question", wordy: true, header: words.question, cell: (row) => questionOf(row, language) },
    {
      key: "status",
      header: words.status,
      sortable: true,
      cell: (row) => <Standing row={row} language={language} />,
    },
    {
      key: "section",
      header: words.section,
      sortable: true,
      wideOnly: true,
      cell: ({ section }) => sectionNames[language][section],
    },
    { key: "kind", header: words.kind, sortable: true, wideOnly: true, cell: ({ kind }) => bank.kinds[kind] },
    { key: "pool", header: words.pool, wideOnly: true, cell: ({ pool }) => bank.pools[pool] },
    {
      key: "changed",
      header: words.changed,
      sortable: true,
      align: "end",
      noWrap: true,
      wideOnly: true,
      cell: ({ changedAt, authorName }) => <Change at={changedAt} name={authorName} language={language} />,
    },
  ];
}

function Standing({ row, language }: { row: ShownRow; language: Language }) {
  const { status, version, versionInUse, openRemarks } = row;
  return (
    <span className="flex flex-col items-start gap-1">
      <ItemStatusBadge status={status} />
      <OutdatedBadges languages={row.outdated} />
      {openRemarks > 0 && (
        <Badge tone="warn" shape="triangle">
          {messages[language].openRemarks(openRemarks)}
        </Badge>
      )}
      {versionInUse !== null && versionInUse !== version && (
        <span className="text-muted">{messages[language].inUse(versionInUse)}</span>
      )}
    </span>
  );
}

function Change({ at, name, language }: { at: string; name: string | null; language: Language }) {
  const day = parseDay(at.slice(0, 10));
  return (
    <>
      {day && formatDay(day, language)}
      {name && <span className="block text-muted">{messages[language].by(name)}</span>}
    </>
  );
}
