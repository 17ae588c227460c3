import type { ComponentProps } from "react";
import { InputField } from "./text-field";

type TimeZoneFieldProps = Pick<ComponentProps<typeof InputField>, "field" | "label" | "hint" | "defaultValue"> & {
  /** IANA names to suggest; from the server, whose list is the one that is asked. */
  zones: readonly string[];
};

/** A time zone, typed or chosen from what is suggested. One on a page. */
export function TimeZoneField({ zones, ...field }: TimeZoneFieldProps) {
  return (
    <>
      <InputField {...field} list="time-zones" spellCheck={false} />
      <datalist id="time-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
