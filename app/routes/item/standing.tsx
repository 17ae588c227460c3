import { DefinitionList } from "~/components/definition-list";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { Section } from "~/components/section";
import { messages } from "./messages";
import type { ItemData } from "./route";

/** Which version this is, who wrote and approved it, and which one forms draw. */
export function Standing({ data }: { data: ItemData }) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const { head, version, inUse, versions } = data;
  const own = versions.find((row) => row.version === version);
  return (
    <Section title={words.standing}>
      {head.withdrawnAt && <Notice tone="info">{words.withdrawn}</Notice>}
      <DefinitionList
        entries={[
          { term: words.version, value: words.versionOf(version, versions.length) },
          { term: words.drawn, value: inUse === null ? words.notDrawn : words.drawnVersion(inUse) },
          { term: words.author, value: own?.authorName ?? bank.delivered },
          ...(own?.authorId ? [{ term: words.reviewer, value: own.reviewerName ?? words.nobody }] : []),
          { term: words.origin, value: head.origin === "delivered" ? bank.delivered : words.byStaff },
        ]}
      />
    </Section>
  );
}
