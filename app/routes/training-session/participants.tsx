import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import { type Column, DataTable } from "~/components/data-table";
import { EmptyState } from "~/components/empty-state";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { Badge, type BadgeShape, type BadgeTone } from "~/components/status-badge";
import { messages } from "./messages";
import type { PageData } from "./page-data";

type Row = PageData["participants"][number];

const looks: Record<Row["state"], [BadgeTone, BadgeShape]> = {
  enrolled: ["good", "tick"],
  offered: ["accent", "ring"],
  waiting: ["neutral", "clock"],
  offer_expired: ["neutral", "bar"],
};

/** Who is in the session, as far as the person may see; others are a number. An engineer sees the own entry above and no list. */
export function Participants({ data }: { data: PageData }) {
  const words = useMessages(messages);
  const { participants, others, standstill, session, begun, enrolment } = data;
  const staff = others === null;
  const columns = useColumns(session.timeZone, session.price !== null, begun);
  const onlyMine =
    !staff && !enrolment && participants.every(({ enrolmentId }) => enrolmentId === data.mine?.enrolmentId);
  if (onlyMine) return null;
  return (
    <Section title={words.participants}>
      <DataTable
        caption={words.participants}
        columns={columns}
        rows={participants}
        rowKey={(row) => row.enrolmentId}
        empty={<EmptyState title={staff ? words.nobodyTitle : words.nobodyOfYours} />}
      />
      {others && others.enrolled + others.waiting > 0 && (
        <p className="mt-3 text-sm text-muted">{words.others(others.enrolled, others.waiting)}</p>
      )}
      {standstill && <p className="mt-3 text-sm text-muted">{words.standstill[standstill]}</p>}
    </Section>
  );
}

function useColumns(timeZone: string, charged: boolean, begun: boolean): Column<Row>[] {
  const words = useMessages(messages);
  const language = useLanguage();
  const state = (row: Row): string => {
    if (row.state === "waiting") return words.states.waiting(row.place ?? 1);
    if (row.state !== "offered") return words.states[row.state];
    return words.states.offered(formatInstant(row.offerExpiresAt ?? "", language, timeZone));
  };
  return [
    {
      key: "name",
      header: words.name,
      rowHeader: true,
      cell: (row) => (
        <>
          {row.personName}
          <span className="block text-sm font-normal text-muted">{row.organisationName}</span>
        </>
      ),
    },
    {
      key: "state",
      header: words.state,
      cell: (row) => (
        <span className="[&>span]:whitespace-normal">
          <Badge tone={looks[row.state][0]} shape={looks[row.state][1]}>
            {state(row)}
          </Badge>
        </span>
      ),
    },
    ...(charged
      ? [
          {
            key: "order",
            header: words.purchaseOrderShort,
            cell: (row: Row) => row.purchaseOrder ?? "–",
            wideOnly: true,
          },
        ]
      : []),
    ...(begun
      ? []
      : [
          {
            key: "action",
            header: words.action,
            cell: (row: Row) => (row.mayChange && row.state !== "offer_expired" ? <RowActions row={row} /> : null),
          },
        ]),
  ];
}

function RowActions({ row }: { row: Row }) {
  const words = useMessages(messages);
  const id = <input type="hidden" name="enrolmentId" value={row.enrolmentId} />;
  return (
    <div className="flex flex-col items-start gap-2">
      {row.state === "offered" && (
        <Form method="post">
          {id}
          <SubmitButton look="quiet" name="intent" value="accept">
            {words.accept}
          </SubmitButton>
        </Form>
      )}
      <Confirm label={`${words.withdraw} …`} title={words.withdrawTitle(row.personName)}>
        {row.state !== "waiting" && <p>{words.withdrawFollows}</p>}
        <Form method="post">
          {id}
          <SubmitButton look="final" name="intent" value="withdraw">
            {words.withdraw}
          </SubmitButton>
        </Form>
      </Confirm>
    </div>
  );
}
