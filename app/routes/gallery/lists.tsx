import { type Column, DataTable } from "~/components/data-table";
import { DefinitionList } from "~/components/definition-list";
import { EmptyState } from "~/components/empty-state";
import { LogExhibit, TableExhibit } from "~/components/exhibit";
import { AsOfPicker, FilterBar } from "~/components/filter-bar";
import { formatDay } from "~/components/format";
import { formatInstantRange } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Pagination } from "~/components/pagination";
import { Button } from "~/components/plain-button";
import { Progress } from "~/components/progress";
import { Section } from "~/components/section";
import { type OrganisationStatus, StatusBadge } from "~/components/status-badge";
import { StepList } from "~/components/step-list";
import { InputField } from "~/components/text-field";
import { ThreeSeats } from "~/components/three-seats";
import type { Day } from "~/kernel/calendar";
import { messages } from "./messages";

interface Row {
  name: string;
  status: OrganisationStatus;
  certified: number;
  since: Day;
}

const rows: readonly Row[] = [
  { name: "Nordlicht Systeme GmbH", status: "met", certified: 3, since: "2024-02-01" },
  { name: "Halden & Roe Cloud Ltd", status: "at_risk", certified: 3, since: "2025-06-15" },
  { name: "Meridian Data Inc.", status: "not_met", certified: 1, since: "2025-11-03" },
  {
    name: "Pfirsichblüten Rechenzentrumsbetriebsgesellschaft mbH",
    status: "in_preparation",
    certified: 0,
    since: "2026-08-20",
  },
];

const log = [
  "2026-11-23T08:14:07.112Z web-02 kernel: Out of memory: Killed process 4121 (php-fpm) total-vm:4211340kB, anon-rss:3920112kB, file-rss:0kB",
  "2026-11-23T08:14:07.480Z web-02 systemd[1]: php-fpm.service: Failed with result 'oom-kill'.",
  "2026-11-23T08:14:12.002Z web-02 nginx[811]: upstream prematurely closed connection while reading response header",
];

/** Tables, filters, steps and exhibits. */
export function Lists() {
  const words = useMessages(messages);
  const language = useLanguage();
  const columns: readonly Column<Row>[] = [
    { key: "name", header: words.organisation, cell: (row) => row.name, rowHeader: true, sortable: true },
    { key: "status", header: words.status, cell: (row) => <StatusBadge status={row.status} />, sortable: true },
    {
      key: "certified",
      header: words.certified,
      cell: ({ certified }) => (
        <ThreeSeats size="sm" seats={Array.from({ length: certified }, () => ({ state: "filled" as const }))} />
      ),
    },
    {
      key: "since",
      header: words.from,
      cell: (row) => formatDay(row.since, language),
      align: "end",
      noWrap: true,
      wideOnly: true,
      sortable: true,
    },
  ];
  const empty = (
    <EmptyState title={words.emptyTitle} action={<Button>{words.show}</Button>}>
      {words.emptyText}
    </EmptyState>
  );
  const table = { columns, rowKey: (row: Row) => row.name, empty };
  return (
    <>
      <Section title={words.lists} action={<AsOfPicker day="2026-03-12" today="2026-11-23" />}>
        <FilterBar active>
          <InputField field={{ name: "q" }} label={words.name} type="search" hideOptional />
        </FilterBar>
        <DataTable
          {...table}
          caption={words.organisation}
          rows={rows}
          rowLink={() => "/gallery/lists"}
          sort={{ key: "name", direction: "asc" }}
        />
        <Pagination page={2} perPage={25} total={1234} />
        <div className="mt-4">
          <DataTable {...table} caption={words.lists} rows={[]} />
        </div>
      </Section>
      <div className="grid gap-5 md:grid-cols-2">
        <Section title={words.steps}>
          <StepList
            label={words.steps}
            steps={[
              { state: "done", title: words.step1, detail: formatDay("2026-10-02", language, "full") },
              {
                state: "now",
                title: words.step2,
                detail: words.nameHint,
                action: <Button look="primary">{words.show}</Button>,
              },
              { state: "open", title: words.step3 },
            ]}
          />
        </Section>
        <Section title={words.status}>
          <Progress label={words.progress} value={12} max={40} text={words.progressText} />
          <div className="mt-4">
            <DefinitionList
              entries={[
                { term: words.organisation, value: rows[3]?.name },
                {
                  term: words.start,
                  value: formatInstantRange("2027-03-10T08:00:00Z", "2027-03-10T11:00:00Z", language, "Europe/Berlin"),
                },
                { term: words.status, value: <StatusBadge status="at_risk" /> },
              ]}
            />
          </div>
        </Section>
      </div>
      <Section title={words.evidence}>
        <LogExhibit caption={words.log} lines={log} />
        <LogExhibit
          caption={words.log}
          lines={log}
          wraps
          select={{ name: "lines", values: log.map((_, index) => `${index + 1}`), chosen: ["2"] }}
        />
        <TableExhibit
          caption="vmstat 5"
          columns={["r", "b", "us", "sy", "id", "wa", "st"]}
          rows={[["2", "0", "12", "4", "61", "3", "20"]]}
        />
      </Section>
    </>
  );
}
