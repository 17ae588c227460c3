import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
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
  const onlyMine =
    !staff && !enrolment && participants.every(({ enrolmentId }) => enrolmentId === data.mine?.enrolmentId);
  if (onlyMine) return null;
  return (
    <Section title={words.participants}>
      {participants.length === 0 ? (
        <EmptyState title={staff ? words.nobodyTitle : words.nobodyOfYours} />
      ) : (
        <ul className="divide-y divide-line">
          {participants.map((row) => (
            <ParticipantEntry key={row.enrolmentId} row={row} timeZone={session.timeZone} begun={begun} />
          ))}
        </ul>
      )}
      {others && others.enrolled + others.waiting > 0 && (
        <p className="mt-3 text-sm text-muted">{words.others(others.enrolled, others.waiting)}</p>
      )}
      {standstill && <p className="mt-3 text-sm text-muted">{words.standstill[standstill]}</p>}
    </Section>
  );
}

function ParticipantEntry({ row, timeZone, begun }: { row: Row; timeZone: string; begun: boolean }) {
  const words = useMessages(messages);
  const stateWords = useStateWords(timeZone);
  const [tone, shape] = looks[row.state];
  const order = row.purchaseOrder ? `${words.purchaseOrderShort} ${row.purchaseOrder}` : null;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3 first:pt-0">
      <div className="min-w-0 sm:flex-1">
        <p className="font-semibold">{row.personName}</p>
        <p className="text-sm text-muted">{[row.organisationName, order].filter(Boolean).join(" · ")}</p>
      </div>
      <span className="[&>span]:whitespace-normal">
        <Badge tone={tone} shape={shape}>
          {stateWords(row)}
        </Badge>
      </span>
      {row.mayChange && !begun && row.state !== "offer_expired" && <EntryActions row={row} />}
    </li>
  );
}

function useStateWords(timeZone: string): (row: Row) => string {
  const words = useMessages(messages);
  const language = useLanguage();
  return (row) => {
    if (row.state === "waiting") return words.states.waiting(row.place ?? 1);
    if (row.state !== "offered") return words.states[row.state];
    return words.states.offered(formatInstant(row.offerExpiresAt ?? "", language, timeZone));
  };
}

function EntryActions({ row }: { row: Row }) {
  const words = useMessages(messages);
  const id = <input type="hidden" name="enrolmentId" value={row.enrolmentId} />;
  return (
    <div className="flex w-full flex-wrap items-start gap-2 sm:w-auto">
      {row.state === "offered" && (
        <Form method="post">
          {id}
          <SubmitButton look="quiet" name="intent" value="accept">
            {words.accept}
            <span className="sr-only">: {row.personName}</span>
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
