import { useMessages } from "~/components/language";
import { fieldNames, type GivenAnswer } from "~/examination/given-answer";
import type { ShownItem } from "~/examination/shown-item";
import { MatchingAnswer, ReportAnswer } from "./assigning-answer";
import { ChoiceAnswer } from "./choice-answer";
import { creditMessages } from "./credit-messages";
import { ItemExhibits } from "./item-exhibits";
import { itemMessages } from "./item-messages";
import { ItemStem } from "./item-stem";
import { NumericAnswer } from "./numeric-answer";
import { OrderingAnswer } from "./ordering-answer";

interface ItemViewProps {
  item: ShownItem;
  /** What the fields start with; an answer of another kind counts as none. */
  answer: GivenAnswer | null;
  /** Tells that the answer changed without an event of the form; without it, changing sends the form. */
  onChange: (() => void) | undefined;
  /** To be read, not answered: the fields are off, while exhibits still scroll by keyboard. */
  readOnly?: boolean;
}

/** Question, exhibits and the fields of the answer, for the form around them. Give it a new `key` for another item. */
export function ItemView({ item, answer, onChange, readOnly = false }: ItemViewProps) {
  const words = useMessages(itemMessages);
  const credit = useMessages(creditMessages);
  const marked = answer?.kind === "mark_evidence" ? answer.lineIds : [];
  const fields = <AnswerFields item={item} answer={answer} onChange={onChange} readOnly={readOnly} />;
  return (
    <>
      <ItemStem html={item.stemHtml} />
      {item.kind === "mark_evidence" && <p className="mt-3 text-sm text-muted">{words.evidence}</p>}
      <ItemExhibits exhibits={item.exhibits} {...(item.kind === "mark_evidence" && !readOnly && { marked })} />
      {readOnly ? (
        <fieldset disabled className="mt-5 min-w-0">
          {fields}
        </fieldset>
      ) : (
        <div className="mt-5">{fields}</div>
      )}
      <p className="mt-3 max-w-[70ch] text-sm text-muted">{credit.rules[item.kind]}</p>
    </>
  );
}

function AnswerFields({ item, answer, onChange, readOnly }: Required<ItemViewProps>) {
  switch (item.kind) {
    case "single_choice": {
      const chosen = answer?.kind === item.kind && answer.optionId !== null ? [answer.optionId] : [];
      return <ChoiceAnswer several={false} options={item.options} chosen={chosen} />;
    }
    case "multiple_choice":
      return (
        <ChoiceAnswer several options={item.options} chosen={answer?.kind === item.kind ? answer.optionIds : []} />
      );
    case "numeric": {
      const { value = null, unit = null } = answer?.kind === item.kind ? answer : {};
      return <NumericAnswer units={item.units} value={value} unit={unit} />;
    }
    case "ordering": {
      const ordered = answer?.kind === item.kind ? answer.entryIds : [];
      return <OrderingAnswer entries={item.entries} ordered={ordered} onChange={onChange} readOnly={readOnly} />;
    }
    case "matching": {
      const chosen = answer?.kind === item.kind ? answer.pairs : {};
      return <MatchingAnswer rows={item.prompts} choices={item.options} chosen={chosen} nameOf={fieldNames.pair} />;
    }
    case "incident_report": {
      const chosen = answer?.kind === item.kind ? answer.placements : {};
      return <ReportAnswer rows={item.evidence} choices={item.fields} chosen={chosen} nameOf={fieldNames.placement} />;
    }
    case "mark_evidence":
      // The lines themselves are the fields.
      return null;
  }
}
