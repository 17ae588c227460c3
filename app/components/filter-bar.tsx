import { Form, Link, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { addDays, type Day } from "~/kernel/calendar";
import { formatDay } from "./format";
import { useLanguage, useMessages } from "./language";
import { Button } from "./plain-button";
import { withQuery } from "./query-link";
import { tableMessages } from "./table-messages";

interface FilterBarProps {
  /** The fields: `InputField`, `SelectField` ... with `hideOptional`, named as the loader reads them. */
  children: ReactNode;
  /** Whether any filter is set: then there is a way to lift them all. */
  active: boolean;
  /** What the address keeps although it is no field here, e.g. the order of the table. */
  keep?: readonly string[];
  /** Where lifting all filters leads, when not to the bare address. */
  cleared?: string;
}

/** A form that writes its fields into the address: a filtered list can be linked, reloaded and gone back to. */
export function FilterBar({ children, active, keep = ["sort", "direction", "on"], cleared }: FilterBarProps) {
  const words = useMessages(tableMessages);
  const { pathname, search } = useLocation();
  return (
    <Form
      method="get"
      key={search}
      preventScrollReset
      className="filter mb-4 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <KeptFields search={search} names={keep} />
      {children}
      <Button type="submit">{words.filter}</Button>
      {active && (
        <Link to={cleared ?? pathname} preventScrollReset className="link tap py-1.5 text-sm">
          {words.clearFilters}
        </Link>
      )}
    </Form>
  );
}

/** The parts of the address that a GET form would otherwise drop. */
function KeptFields({ search, names }: { search: string; names: readonly string[] }) {
  const query = new URLSearchParams(search);
  return names.map((name) => {
    const value = query.get(name);
    return value === null ? null : <input key={name} type="hidden" name={name} value={value} />;
  });
}

interface AsOfPickerProps {
  day: Day;
  today: Day;
  /** What else the address must keep. */
  keep?: readonly string[];
  /** Also asks by `?known=` for what was known at the end of an earlier day; the day that is shown, null for what is known now. */
  known?: Day | null;
}

/** "As of": asks the same page for another day, past or future, by `?on=`. Paper says which it was. */
export function AsOfPicker({ day, today, keep = [], known }: AsOfPickerProps) {
  const words = useMessages(tableMessages);
  const language = useLanguage();
  const { search } = useLocation();
  return (
    <>
      <p className="hidden text-sm print:block">
        {words.asOf} {formatDay(day, language)}
        {known && `, ${words.asKnown} ${formatDay(known, language)}`}
      </p>
      <Form
        method="get"
        key={`${day} ${known}`}
        preventScrollReset
        className="filter flex flex-wrap items-center gap-2 text-sm"
      >
        <KeptFields search={search} names={keep} />
        <label className="flex items-center gap-2 font-semibold">
          {words.asOf}
          <input type="date" name="on" defaultValue={day} required className="control font-normal" />
        </label>
        {known !== undefined && (
          <label className="flex items-center gap-2">
            {words.asKnown}
            <input type="date" name="known" defaultValue={known ?? ""} max={addDays(today, -1)} className="control" />
          </label>
        )}
        <Button type="submit">{words.show}</Button>
        {(day !== today || known) && (
          <Link to={withQuery(search, { on: null, known: null })} preventScrollReset className="link tap py-1.5">
            {words.today}
          </Link>
        )}
      </Form>
    </>
  );
}
