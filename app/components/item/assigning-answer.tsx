import { useMessages } from "~/components/language";
import type { PresentedOption } from "~/examination/presentation";
import { InlineCode, withoutCode } from "./inline-code";
import { itemMessages } from "./item-messages";

interface AssigningAnswerProps {
  instruction: string;
  /** What is offered for nothing. */
  emptyLabel: string;
  rows: readonly PresentedOption[];
  choices: readonly PresentedOption[];
  /** The choice of each row, by their ids. */
  chosen: Readonly<Record<string, string>>;
  nameOf: (rowId: string) => string;
}

/** One choice for each row: matches for prompts, fields of a ticket for pieces of evidence. */
function AssigningAnswer({ instruction, emptyLabel, rows, choices, chosen, nameOf }: AssigningAnswerProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm text-muted">{instruction}</legend>
      <ul className="flex flex-col gap-2">
        {rows.map(({ id, text }) => (
          <li
            key={id}
            className="grid gap-2 rounded border border-edge bg-surface px-3 py-2 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] sm:items-center sm:gap-4"
          >
            <label htmlFor={nameOf(id)} className="min-w-0">
              <InlineCode text={text} />
            </label>
            <select id={nameOf(id)} name={nameOf(id)} defaultValue={chosen[id] ?? ""} className="control">
              <option value="">{emptyLabel}</option>
              {choices.map((choice) => (
                <option key={choice.id} value={choice.id}>
                  {withoutCode(choice.text)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

type Part = Pick<AssigningAnswerProps, "rows" | "choices" | "chosen" | "nameOf">;

export function MatchingAnswer(part: Part) {
  const words = useMessages(itemMessages);
  return <AssigningAnswer instruction={words.match} emptyLabel={words.noMatch} {...part} />;
}

/** The ticket: every piece of evidence goes into a field, or is left out. */
export function ReportAnswer(part: Part) {
  const words = useMessages(itemMessages);
  return <AssigningAnswer instruction={words.report} emptyLabel={words.leftOut} {...part} />;
}
