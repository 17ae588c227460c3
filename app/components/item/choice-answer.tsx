import { useMessages } from "~/components/language";
import { fieldNames } from "~/examination/given-answer";
import type { PresentedOption } from "~/examination/presentation";
import { InlineCode } from "./inline-code";
import { itemMessages } from "./item-messages";

interface ChoiceAnswerProps {
  several: boolean;
  options: readonly PresentedOption[];
  chosen: readonly string[];
}

/** One of the options, or several of them; each a whole row to press. */
export function ChoiceAnswer({ several, options, chosen }: ChoiceAnswerProps) {
  const words = useMessages(itemMessages);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-2 text-sm text-muted">{several ? words.chooseSeveral : words.chooseOne}</legend>
      {options.map(({ id, text }) => (
        <label
          key={id}
          className="flex items-start gap-3 rounded border border-edge bg-surface px-3 py-2.5 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft has-checked:shadow-[inset_3px_0_0_var(--color-accent)]"
        >
          <input
            type={several ? "checkbox" : "radio"}
            name={fieldNames.choice}
            value={id}
            defaultChecked={chosen.includes(id)}
            className="tick"
          />
          <span className="min-w-0">
            <InlineCode text={text} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}
