import { Form, Link, useLocation } from "@remix-run/react";
import { CheckboxField, SelectField } from "~/components/choice-field";
import { formatDay } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Button } from "~/components/plain-button";
import { InputField } from "~/components/text-field";
import type { PersonCertification } from "~/eligibility/person-certification";
import type { Supposition } from "~/eligibility/what-if";
import { type Day, lastDay } from "~/kernel/calendar";
import { messages } from "./messages";
import { mostJoining } from "./read-changes";

interface SuppositionFormProps {
  people: readonly {
    readonly personId: string;
    readonly name: string;
    readonly certification: PersonCertification | null;
  }[];
  supposition: Supposition;
  today: Day;
}

/** Writes the supposed changes into the address, so that they can be linked, reloaded and gone back to. */
export function SuppositionForm({ people, supposition, today }: SuppositionFormProps) {
  const words = useMessages(messages);
  const { pathname, search } = useLocation();
  const { leaving, leavingOn, notRenewing, joining, renewals } = supposition;
  const numbers = Array.from({ length: mostJoining }, (_, index) => String(index + 1));
  return (
    <Form method="get" key={search} preventScrollReset className="flex flex-col items-start gap-4">
      {people.length === 0 ? (
        <p className="text-muted">{words.nobody}</p>
      ) : (
        <table className="text-left text-sm">
          <caption className="sr-only">{words.people}</caption>
          <tbody>
            {people.map((person) => (
              <PersonRow key={person.personId} person={person} leaving={leaving} notRenewing={notRenewing} />
            ))}
          </tbody>
        </table>
      )}
      <div className="flex flex-wrap items-end gap-4">
        <InputField
          field={{ name: "leaveOn" }}
          label={words.leavingOn}
          type="date"
          min={today}
          defaultValue={leavingOn}
          hideOptional
        />
        <SelectField
          field={{ name: "join" }}
          label={words.joining}
          emptyLabel="0"
          choices={numbers.map((value) => ({ value, label: value }))}
          defaultValue={joining.length > 0 ? String(joining.length) : ""}
          hideOptional
        />
        <InputField
          field={{ name: "joinOn" }}
          label={words.joiningOn}
          type="date"
          min={today}
          defaultValue={joining[0] ?? today}
          hideOptional
        />
      </div>
      <CheckboxField
        field={{ name: "renewals" }}
        label={words.renewals}
        hint={words.renewalsHint}
        defaultChecked={renewals}
      />
      <div className="flex flex-wrap items-center gap-4">
        <Button look="primary" type="submit">
          {words.show}
        </Button>
        {search !== "" && (
          <Link to={pathname} preventScrollReset className="link tap">
            {words.clear}
          </Link>
        )}
      </div>
    </Form>
  );
}

type RowProps = Pick<Supposition, "leaving" | "notRenewing"> & { person: SuppositionFormProps["people"][number] };

/** A person with the two things that may be supposed; on phones one below the other. */
function PersonRow({ person: { personId, name, certification }, leaving, notRenewing }: RowProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const until =
    certification && "until" in certification ? formatDay(lastDay({ end: certification.until }), language) : null;
  const choices = [
    { field: "leave", label: words.leaves, chosen: leaving.includes(personId) },
    ...(until ? [{ field: "fail", label: words.notRenewing, chosen: notRenewing.includes(personId) }] : []),
  ];
  return (
    <tr className="max-sm:flex max-sm:flex-col max-sm:py-2">
      <th scope="row" className="py-1 pr-6 font-semibold">
        {name}
      </th>
      <td className="py-1 pr-6 whitespace-nowrap text-muted max-sm:empty:hidden">
        {until && `${words.certified} ${until}`}
      </td>
      {choices.map(({ field, label, chosen }) => (
        <td key={field} className="py-1 pr-6">
          <label className="flex items-center gap-2 coarse:min-h-11">
            <input type="checkbox" name={field} value={personId} defaultChecked={chosen} className="tick" />
            <span>
              <span className="sr-only">{name} </span>
              {label}
            </span>
          </label>
        </td>
      ))}
    </tr>
  );
}
