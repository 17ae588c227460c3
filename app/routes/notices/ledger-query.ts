import { noticeKindMessages } from "~/components/notice-kind-messages";
import type { LedgerFilter } from "~/notices/ledger-queries.server";
import type { OutboxState } from "~/platform/schema/notice-tables";
import { messages } from "./messages";

type Kind = keyof (typeof noticeKindMessages)["en"];

export const kinds = Object.keys(noticeKindMessages.en) as Kind[];
export const states = Object.keys(messages.en.states) as OutboxState[];

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | undefined =>
  values.find((value) => value === text);

/** What the address asks for; what it cannot mean counts as not asked. */
export function readLedgerQuery(url: string): LedgerFilter & { page: number } {
  const query = new URL(url).searchParams;
  const page = Number(query.get("page"));
  return {
    template: oneOf(kinds, query.get("kind")),
    state: oneOf(states, query.get("state")),
    recipient: query.get("recipient")?.trim().slice(0, 200) || undefined,
    page: Number.isInteger(page) && page >= 1 && page < 1_000_000 ? page : 1,
  };
}
