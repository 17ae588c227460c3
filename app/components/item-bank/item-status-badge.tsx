import { useMessages } from "~/components/language";
import type { Language } from "~/components/messages";
import { Badge, type BadgeShape, type BadgeTone } from "~/components/status-badge";
import type { ItemStatus } from "~/platform/schema/examination-tables";
import { itemBankMessages } from "./item-bank-messages";

const looks: Record<ItemStatus, [BadgeTone, BadgeShape]> = {
  draft: ["neutral", "dashed"],
  in_review: ["accent", "clock"],
  active: ["good", "tick"],
  retired: ["neutral", "bar"],
  discarded: ["neutral", "bar"],
};

/** Where a version of an item stands. */
export function ItemStatusBadge({ status }: { status: ItemStatus }) {
  const [tone, shape] = looks[status];
  return (
    <Badge tone={tone} shape={shape}>
      {useMessages(itemBankMessages).statuses[status]}
    </Badge>
  );
}

/** Says in which languages something is outdated; nothing when nothing is. */
export function OutdatedBadges({ languages }: { languages: readonly Language[] }) {
  const words = useMessages(itemBankMessages);
  return languages.map((language) => (
    <Badge key={language} tone="warn" shape="triangle">
      {words.outdated[language]}
    </Badge>
  ));
}
