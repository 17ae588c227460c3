import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { CheckboxGroup, SelectField } from "~/components/choice-field";
import type { FormOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatDay } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Button } from "~/components/plain-button";
import { Section } from "~/components/section";
import { ChargeFields } from "./charge-fields";
import { messages } from "./messages";
import type { PageData } from "./page-data";

type Enrolment = NonNullable<PageData["enrolment"]>;

/** Several people of one organisation at once. Nothing for those who may enrol nobody, a reason when enrolment is not open. */
export function EnrolPeople({ data, outcome }: { data: PageData; outcome: FormOutcome | undefined }) {
  const words = useMessages(messages);
  const { enrolment, session } = data;
  const problem = <FormProblem outcome={outcome} fields={[]} />;
  if (!enrolment) return outcome ? problem : null;
  return (
    <Section title={words.enrolPeople}>
      {enrolment.organisations.length > 1 && <OrganisationChoice enrolment={enrolment} />}
      {enrolment.organisationId === null ? (
        problem
      ) : (
        <PeopleForm key={enrolment.organisationId} enrolment={enrolment} session={session} outcome={outcome} />
      )}
    </Section>
  );
}

function OrganisationChoice({ enrolment }: { enrolment: Enrolment }) {
  const words = useMessages(messages);
  return (
    <Form method="get" preventScrollReset className="mb-4 flex flex-wrap items-end gap-3">
      <SelectField
        field={{ name: "organisation", required: true }}
        label={words.organisation}
        choices={enrolment.organisations}
        defaultValue={enrolment.organisationId ?? ""}
      />
      <Button type="submit">{words.showPeople}</Button>
    </Form>
  );
}

interface PeopleFormProps {
  enrolment: Enrolment;
  session: PageData["session"];
  outcome: FormOutcome | undefined;
}

function PeopleForm({ enrolment, session, outcome }: PeopleFormProps) {
  const words = useMessages(messages);
  const hint = useHint(session.timeZone);
  const { candidates, chosenIds, organisationId } = enrolment;
  const field = {
    name: "personIds",
    required: true,
    errors: outcome?.errors.personIds,
    initialValue: outcome?.initialValue.personIds,
  };
  if (candidates.every(({ state }) => state !== null)) return <p className="text-muted">{words.nobodyLeft}</p>;
  return (
    <>
      <FormProblem outcome={outcome} fields={[{ field, label: words.choosePeople }]} />
      <Form method="post" noValidate className="flex flex-col items-start gap-4">
        <input type="hidden" name="organisationId" value={organisationId ?? ""} />
        <CheckboxGroup
          field={field}
          label={words.choosePeople}
          hint={words.order}
          defaultValues={chosenIds}
          choices={candidates.map((candidate) => ({
            value: candidate.personId,
            label: candidate.fullName,
            hint: hint(candidate),
            disabled: candidate.state !== null,
          }))}
        />
        <ChargeFields price={session.price} outcome={outcome} idPrefix="people" />
        <SubmitButton name="intent" value="enrol">
          {words.enrolSubmit}
        </SubmitButton>
      </Form>
    </>
  );
}

/** What speaks for or against somebody: in already, at another training then, certified until when. */
function useHint(timeZone: string) {
  const words = useMessages(messages);
  const language = useLanguage();
  const states = { enrolled: words.isEnrolled, waiting: words.isWaiting, offered: words.isOffered };
  return ({ state, clash, certifiedThrough }: Enrolment["candidates"][number]): string | undefined => {
    const hints = [
      state && states[state],
      clash && words.clash(clash.title, formatInstant(clash.startsAt, language, timeZone)),
      certifiedThrough && words.certifiedThrough(formatDay(certifiedThrough, language)),
    ].filter(Boolean);
    return hints.length > 0 ? hints.join(" · ") : undefined;
  };
}
