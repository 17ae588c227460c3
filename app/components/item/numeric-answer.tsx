import { useMessages } from "~/components/language";
import { fieldNames } from "~/examination/given-answer";
import { itemMessages } from "./item-messages";

interface NumericAnswerProps {
  units: readonly string[];
  value: string | number | null;
  unit: string | null;
}

/** A number with its unit; a unit of which there is only one need not be chosen. */
export function NumericAnswer({ units, value, unit }: NumericAnswerProps) {
  const words = useMessages(itemMessages);
  const [only] = units.length === 1 ? units : [];
  return (
    <fieldset>
      <legend className="sr-only">{words.yourAnswer}</legend>
      <div className="flex flex-wrap items-end gap-3">
        <label className="flex flex-col gap-1 text-sm font-semibold">
          {words.value}
          <input
            name={fieldNames.value}
            inputMode="decimal"
            autoComplete="off"
            size={12}
            defaultValue={value ?? ""}
            aria-describedby="number-hint"
            className="control max-w-40 font-normal tabular-nums"
          />
        </label>
        {only === undefined ? (
          <label className="flex flex-col gap-1 text-sm font-semibold">
            {words.unit}
            <select name={fieldNames.unit} defaultValue={unit ?? ""} className="control font-normal">
              <option value="">{words.chooseUnit}</option>
              {units.map((offered) => (
                <option key={offered}>{offered}</option>
              ))}
            </select>
          </label>
        ) : (
          <>
            <input type="hidden" name={fieldNames.unit} value={only} />
            <span className="py-2">{only}</span>
          </>
        )}
      </div>
      <p id="number-hint" className="mt-2 text-sm text-muted">
        {words.numberHint}
      </p>
    </fieldset>
  );
}
