import { Link } from "@remix-run/react";
import type { Column } from "~/components/data-table";
import { DecisionBadge } from "~/components/decision-badge";
import { formatDay, formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { standingMessages } from "~/components/standing-messages";
import { StatusBadge } from "~/components/status-badge";
import { ThreeSeats } from "~/components/three-seats";
import type { readOverview } from "~/eligibility/read-overview.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

export type OverviewLine = Awaited<ReturnType<typeof readOverview>>["rows"][number];

/** The columns of the overview; `levels` in the language of the page. */
export function useOverviewColumns(levels: readonly { code: string; name: string }[]): Column<OverviewLine>[] {
  const words = useMessages(messages);
  const { entity } = useMessages(standingMessages);
  const language = useLanguage();
  return [
    { key: "name", header: words.name, cell: ({ name }) => name, rowHeader: true, sortable: true },
    {
      key: "seats",
      header: words.seats,
      cell: ({ seats, status }) => (status === "not_applicable" ? "–" : <ThreeSeats seats={seats} size="sm" />),
    },
    { key: "status", header: words.status, cell: ({ status }) => <StatusBadge status={status} />, sortable: true },
    {
      key: "decision",
      header: words.decision,
      cell: ({ decision, day }) => (decision ? <DecisionBadge decision={decision} day={day} /> : "–"),
      sortable: true,
    },
    {
      key: "count",
      header: words.count,
      cell: ({ count }) => formatNumber(count, language),
      align: "end",
      sortable: true,
      wideOnly: true,
    },
    {
      key: "fallsOn",
      header: words.fallsOn,
      cell: ({ fallsOn }) => (fallsOn ? formatDay(fallsOn, language) : "–"),
      align: "end",
      sortable: true,
      noWrap: true,
    },
    { key: "cause", header: words.cause, cell: (row) => <Causes row={row} />, wideOnly: true },
    {
      key: "level",
      header: words.level,
      cell: ({ levelCode }) => levels.find(({ code }) => code === levelCode)?.name ?? "–",
      sortable: true,
      wideOnly: true,
    },
    {
      key: "contractingEntity",
      header: words.entity,
      cell: ({ contractingEntity }) => entity[contractingEntity],
      sortable: true,
      wideOnly: true,
      noWrap: true,
    },
  ];
}

/** Who causes the fall: the first by name, and how many more. */
function Causes({ row: { id, status, causes } }: { row: OverviewLine }) {
  const words = useMessages(messages);
  const { cause, pastCause } = useMessages(standingMessages);
  const language = useLanguage();
  const [first, ...more] = causes;
  if (!first) return "–";
  return (
    <span className="block min-w-40">
      <Link to={paths.member(id, first.personId)} className="link relative z-1">
        {(status === "not_met" ? pastCause : cause)[first.kind](first.name)}
      </Link>
      {more.length > 0 && ` ${words.more(formatNumber(more.length, language))}`}
    </span>
  );
}
