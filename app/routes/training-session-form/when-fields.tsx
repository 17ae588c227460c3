import { SubmitButton } from "~/components/button";
import type { FieldBinding } from "~/components/form-field";
import { useMessages } from "~/components/language";
import { InputField } from "~/components/text-field";
import { TimeZoneField } from "~/components/time-zone-field";
import { messages } from "./messages";

/** The field of that name with what the server said of it. */
export type FieldOf = (name: string) => FieldBinding;

interface WhenFieldsProps {
  field: FieldOf;
  values: Readonly<Record<string, string>>;
  partCount: number;
  timeZones: readonly string[];
}

/** The zone and the dated parts, with a button for one part more that works without JavaScript. */
export function WhenFields({ field, values, partCount, timeZones }: WhenFieldsProps) {
  const words = useMessages(messages);
  return (
    <>
      <TimeZoneField
        field={field("timeZone")}
        label={words.zone}
        hint={words.zoneHint}
        defaultValue={values.timeZone}
        zones={timeZones}
      />
      <input type="hidden" name="partCount" value={partCount} />
      {Array.from({ length: partCount }, (_, index) => index + 1).map((number) => (
        <fieldset key={number} className="min-w-0">
          <legend className="mb-1 font-semibold">{words.part(number)}</legend>
          <div className="flex flex-wrap gap-x-4 gap-y-3">
            <InputField
              field={field(`day${number}`)}
              label={words.day}
              type="date"
              defaultValue={values[`day${number}`]}
              hideOptional
            />
            <InputField
              field={field(`from${number}`)}
              label={words.from}
              type="time"
              defaultValue={values[`from${number}`]}
              hideOptional
            />
            <InputField
              field={field(`to${number}`)}
              label={words.to}
              type="time"
              defaultValue={values[`to${number}`]}
              hideOptional
            />
          </div>
        </fieldset>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton look="quiet" name="intent" value="add_part" formNoValidate>
          {words.addPart}
        </SubmitButton>
        <p className="text-sm text-muted">{words.emptyPart}</p>
      </div>
    </>
  );
}
