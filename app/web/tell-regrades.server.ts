import { formatInstant } from "~/components/format-instant";
import type { ToldRegrade } from "~/components/regrade-in-force";
import { regradeInForceMessages } from "~/components/regrade-in-force-messages";
import { type RegradeInForce, selectRegradesInForce } from "~/examination/regrade/regrade-queries.server";
import { policy } from "~/kernel/policy";
import { type Actor, allows } from "~/people/permissions";
import type { Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { paths } from "./paths";

/** `item` speaks of all versions; the statistics and the form of a new regrade of one version, and of what it means there. */
type Where =
  | { on: "item"; itemId: string }
  | { on: "statistics" | "new_regrade"; itemId: string; itemVersionId: string };

/** What a page about an item says of the regrades in force; nothing to whoever may not read regrades. */
export async function tellRegrades(db: Reader, actor: Actor, language: Language, where: Where): Promise<ToldRegrade[]> {
  if (!allows(actor, "regrade.read")) return [];
  const regrades = await selectRegradesInForce(db, where.itemId);
  return regrades
    .filter(({ itemVersionId }) => where.on === "item" || itemVersionId === where.itemVersionId)
    .map((regrade) => told(regrade, where.on, language));
}

function told(regrade: RegradeInForce, on: Where["on"], language: Language): ToldRegrade {
  const words = regradeInForceMessages[language];
  const sentences = [
    words.since(formatInstant(regrade.appliedAt, language, policy.staffTimeZone)),
    words.treatments[regrade.treatment],
    words.later,
    on === "statistics" && words.figures,
    on === "new_regrade" && words.second,
    on !== "new_regrade" && regrade.drawn && words.still,
  ];
  return {
    title: words.title(regrade.version),
    text: sentences.filter((sentence) => sentence !== false).join(" "),
    open: words.open,
    to: paths.regrade(regrade.id),
  };
}
