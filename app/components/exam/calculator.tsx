import { type KeyboardEvent, useRef, useState } from "react";
import { useLanguage } from "~/components/language";
import { calculate } from "./calculate";
import { calculatorMessages } from "./calculator-messages";
import type { Calculation } from "./calculator-panel";
import { writtenResult } from "./calculator-result";

const calculationsKept = 5;

export interface CalculatorProps {
  calculations: readonly Calculation[];
  onWorkedOut: (calculations: readonly Calculation[]) => void;
}

/** A line to type into and the last results; loaded when it is opened first. No form of its own, because it stands in that of the answer. */
export default function Calculator({ calculations, onWorkedOut }: CalculatorProps) {
  const language = useLanguage();
  const words = calculatorMessages[language];
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState("");

  const workOut = () => {
    const typed = field.current?.value ?? "";
    const calculated = calculate(typed);
    if ("fault" in calculated) {
      setFault(words.faults[calculated.fault]);
      field.current?.focus();
      return;
    }
    const { text, typed: again, rounded } = writtenResult(calculated.value, language);
    setFault("");
    onWorkedOut([{ typed, result: text, rounded }, ...calculations].slice(0, calculationsKept));
    if (field.current) field.current.value = again;
    field.current?.select();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    // Else Enter would press the first button of the answer's form.
    event.preventDefault();
    workOut();
  };

  return (
    <fieldset aria-label={words.calculator} className="mt-2 flex min-w-0 max-w-md flex-col gap-2">
      <label className="text-sm" htmlFor="calculation">
        {words.calculation}
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id="calculation"
          className="control min-w-0 font-mono"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          onKeyDown={pressed}
          aria-describedby="calculation-hint calculation-fault"
        />
        <button type="button" className="button button-quiet" aria-label={words.workOut} onClick={workOut}>
          =
        </button>
      </div>
      <p id="calculation-hint" className="text-sm text-muted">
        {words.hint}
      </p>
      <p id="calculation-fault" role="alert" className="text-sm font-semibold text-bad empty:hidden">
        {fault}
      </p>
      <ol role="status" aria-label={words.results} className="text-sm tabular-nums wrap-anywhere empty:hidden">
        {calculations.map(({ typed, result, rounded }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the newest is always first
          <li key={index} className={index === 0 ? "font-semibold" : "text-muted"}>
            {typed} {rounded ? "≈" : "="} {result}
          </li>
        ))}
      </ol>
      <p className="text-sm text-muted empty:hidden">
        {calculations.some(({ rounded }) => rounded) ? words.rounded : ""}
      </p>
    </fieldset>
  );
}
