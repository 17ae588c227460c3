import { type FormEvent, useRef, useState } from "react";
import { useLanguage } from "~/components/language";
import { calculate, roundedResult } from "./calculate";
import { calculatorMessages } from "./calculator-messages";

interface Line {
  readonly typed: string;
  readonly result: string;
}

const linesKept = 5;

/** A line to type into and the last results; loaded when it is opened first. */
export default function Calculator() {
  const language = useLanguage();
  const words = calculatorMessages[language];
  const field = useRef<HTMLInputElement>(null);
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [fault, setFault] = useState("");

  const workOut = (event: FormEvent) => {
    event.preventDefault();
    const typed = field.current?.value ?? "";
    const calculated = calculate(typed);
    if ("fault" in calculated) {
      setFault(words.faults[calculated.fault]);
      field.current?.focus();
      return;
    }
    const number = String(roundedResult(calculated.value));
    const result = language === "de" ? number.replace(".", ",") : number;
    setFault("");
    setLines((before) => [{ typed, result }, ...before].slice(0, linesKept));
    if (field.current) field.current.value = result;
    field.current?.select();
  };

  return (
    <form onSubmit={workOut} className="mt-2 flex flex-col gap-2" aria-label={words.calculator} noValidate>
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
          aria-describedby="calculation-hint calculation-fault"
        />
        <button type="submit" className="button button-quiet" aria-label={words.workOut}>
          =
        </button>
      </div>
      <p id="calculation-hint" className="text-sm text-muted">
        {words.hint}
      </p>
      <p id="calculation-fault" role="alert" className="text-sm font-semibold text-bad empty:hidden">
        {fault}
      </p>
      <ol role="status" aria-label={words.results} className="text-sm tabular-nums empty:hidden">
        {lines.map(({ typed, result }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the newest is always first
          <li key={index} className={index === 0 ? "font-semibold" : "text-muted"}>
            {typed} = {result}
          </li>
        ))}
      </ol>
    </form>
  );
}
