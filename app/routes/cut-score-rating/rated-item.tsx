import { Disclosure } from "~/components/confirm";
import type { FieldBinding } from "~/components/form-field";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { ItemStem } from "~/components/item/item-stem";
import { ItemView } from "~/components/item/item-view";
import { useMessages } from "~/components/language";
import { InputField } from "~/components/text-field";
import { keptField, ratingField } from "~/examination/cut-score/rating-field";
import type { BallotItem } from "~/examination/cut-score/read-ballot.server";
import { hasPartialCredit } from "~/examination/grade-item";
import type { ShownItem } from "~/examination/shown-item";
import { messages } from "./messages";
import type { FieldState } from "./rating-keeper";

/** What stands in the field of an item at first: whoever stays with what they said has nothing to type. */
export const startOf = ({ percent, before }: Pick<BallotItem, "percent" | "before">): number | null =>
  percent ?? before?.own ?? null;

export function fieldOf(outcome: FormOutcome | undefined, itemVersionId: string): FieldBinding {
  const name = ratingField(itemVersionId);
  const fields: Record<string, FieldBinding> = formFields(outcome, `${name}?`);
  return fields[name] ?? { name };
}

const anchorOf = ({ itemVersionId }: BallotItem): string => `item-${itemVersionId}`;

/** An item to be read again between two rounds. */
export function DiscussedItem({ item }: { item: BallotItem }) {
  const words = useMessages(messages);
  return (
    <section id={anchorOf(item)} aria-label={item.code} className="card w-full p-4">
      <h2 className="mb-2 text-base">{item.code}</h2>
      <Question item={item} />
      {item.percent !== null && <p className="mt-2 text-muted">{words.own(item.percent)}</p>}
    </section>
  );
}

function Question({ item }: { item: BallotItem }) {
  const words = useMessages(messages);
  return (
    <>
      <ItemView item={item.shown as ShownItem} answer={null} onChange={() => undefined} readOnly />
      <Disclosure label={words.key}>
        <ItemStem html={item.rationale} size="text-base" />
      </Disclosure>
    </>
  );
}

interface RatedItemProps {
  item: BallotItem;
  /** The address names this one. */
  isAsked: boolean;
  /** Undefined where nothing is said of the item in this round. */
  state: FieldState | undefined;
  outcome: FormOutcome | undefined;
}

/** An item with the field for its estimate. */
export function RatedItem({ item, isAsked, state, outcome }: RatedItemProps) {
  const words = useMessages(messages);
  const field = fieldOf(outcome, item.itemVersionId);
  const partial = hasPartialCredit(item.shown.kind);
  const start = startOf(item);
  return (
    <section id={anchorOf(item)} aria-label={item.code} className="card p-4">
      <h2 className="mb-2 text-base">{item.code}</h2>
      <Disclosure label={words.show} open={isAsked || item.percent === null}>
        <Question item={item} />
      </Disclosure>
      {item.before && <p className="mt-2 text-muted">{words.before(item.before.own, Math.round(item.before.mean))}</p>}
      <div className="mt-3">
        <InputField
          field={field}
          label={partial ? words.pointsPercent : words.percent}
          hint={partial ? words.pointsPercentHint : words.percentHint}
          hideOptional
          type="number"
          min={0}
          max={100}
          size={5}
          {...(start !== null && { defaultValue: String(start) })}
        />
        {item.percent !== null && <input type="hidden" name={keptField(item.itemVersionId)} value={item.percent} />}
        <p
          className={`mt-1 min-h-5 text-sm ${state === "kept" || state === "waiting" || state === "emptied" ? "text-muted" : "text-bad"}`}
        >
          {state && words.states[state]}
        </p>
      </div>
    </section>
  );
}
