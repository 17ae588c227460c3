import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { type Choice, SelectField } from "~/components/choice-field";
import type { FormOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatInstantRange } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { InputField } from "~/components/text-field";
import { mostParts } from "~/training/session-plan";
import { messages } from "./messages";
import { WhenFields } from "./when-fields";

interface SessionFormProps {
  outcome: FormOutcome | undefined;
  /** What the fields start with. */
  values: Readonly<Record<string, string>>;
  trainers: readonly Choice[];
  timeZones: readonly string[];
  /** Only for a new session: course and charge stay once people may have accepted them. */
  courses?: readonly Choice[];
  back: string;
}

const optionalFields = new Set(["place", "link", "price", "taxNote"]);

/** All that makes a training session; new without `revision` among its values, else a change. */
export function SessionForm({ outcome, values, trainers, timeZones, courses, back }: SessionFormProps) {
  const words = useMessages(messages);
  // It comes back from the browser: whatever stands there, the page stays as small as a form can be.
  const asked = Number.parseInt(String(outcome?.initialValue.partCount ?? values.partCount), 10) || 1;
  const partCount = Math.min(mostParts, Math.max(1, asked));
  const field = (name: string) => ({
    name,
    required: !optionalFields.has(name) && !/^(day|from|to)([2-9]|\d\d)$/.test(name),
    errors: outcome?.errors[name],
    initialValue: outcome?.initialValue[name],
  });
  const parts = Array.from({ length: partCount }, (_, index) => index + 1).flatMap((number) => [
    { field: field(`day${number}`), label: `${words.part(number)}: ${words.day}` },
    { field: field(`from${number}`), label: `${words.part(number)}: ${words.from}` },
    { field: field(`to${number}`), label: `${words.part(number)}: ${words.to}` },
  ]);
  const others = (
    [
      "courseCode",
      "trainerId",
      "language",
      "timeZone",
      "place",
      "link",
      "capacity",
      "closesDay",
      "closesTime",
      "price",
    ] as const
  ).map((name) => ({ field: field(name), label: labelOf(name, words) }));
  return (
    <>
      <FormProblem outcome={outcome} fields={[...others.slice(0, 4), ...parts, ...others.slice(4)]} />
      <TrainerClash outcome={outcome} />
      <Form method="post" noValidate className="flex max-w-3xl flex-col gap-5">
        {/* What the enter key presses: without it that would be the first button in sight, "add a part". */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
        {values.revision && <input type="hidden" name="revision" value={values.revision} />}
        <Section title={words.whatAndWho}>
          <div className="flex flex-col gap-4">
            {courses && <SelectField field={field("courseCode")} label={words.course} choices={courses} />}
            <SelectField
              field={field("trainerId")}
              label={words.trainer}
              choices={trainers}
              defaultValue={values.trainerId}
            />
            <SelectField
              field={field("language")}
              label={words.language}
              choices={(["en", "de"] as const).map((value) => ({ value, label: words.languages[value] }))}
              defaultValue={values.language}
            />
          </div>
        </Section>
        <Section title={words.when}>
          <div className="flex flex-col gap-4">
            <WhenFields field={field} values={values} partCount={partCount} timeZones={timeZones} />
          </div>
        </Section>
        <Section title={words.where}>
          <div className="flex flex-col gap-4">
            <InputField field={field("place")} label={words.place} hint={words.placeHint} defaultValue={values.place} />
            <InputField
              field={field("link")}
              label={words.link}
              hint={words.linkHint}
              type="url"
              defaultValue={values.link}
            />
          </div>
        </Section>
        <Section title={words.seats}>
          <div className="flex flex-wrap gap-x-4 gap-y-4">
            <InputField
              field={field("capacity")}
              label={words.capacity}
              type="number"
              min={1}
              max={500}
              defaultValue={values.capacity}
            />
            <InputField
              field={field("closesDay")}
              label={words.closesDay}
              type="date"
              defaultValue={values.closesDay}
            />
            <InputField
              field={field("closesTime")}
              label={words.closesTime}
              type="time"
              defaultValue={values.closesTime}
            />
          </div>
        </Section>
        {courses && (
          <Section title={words.charge}>
            <div className="flex flex-col gap-4">
              <InputField
                field={field("price")}
                label={words.price}
                hint={words.priceHint}
                inputMode="decimal"
                size={10}
              />
              <SelectField
                field={field("currency")}
                label={words.currency}
                choices={["EUR", "USD", "GBP"].map((value) => ({ value, label: value }))}
                defaultValue="EUR"
              />
              <InputField field={field("taxNote")} label={words.taxNote} hint={words.taxNoteHint} />
            </div>
          </Section>
        )}
        {!courses && <p className="text-sm text-muted">{words.saveHint}</p>}
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{courses ? words.schedule : words.save}</SubmitButton>
          <LinkButton to={back}>{words.cancel}</LinkButton>
        </div>
      </Form>
    </>
  );
}

type Words = (typeof messages)["en"];

function labelOf(name: string, words: Words): string {
  if (name === "courseCode") return words.course;
  if (name === "trainerId") return words.trainer;
  if (name === "timeZone") return words.zone;
  const label = words[name as keyof Words];
  return typeof label === "string" ? label : name;
}

/** When the trainer is elsewhere, below the sentence that says so. */
function TrainerClash({ outcome }: { outcome: FormOutcome | undefined }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const { code, facts } = outcome?.rejection ?? { code: null, facts: {} };
  const { startsAt, endsAt, timeZone } = facts as Record<string, string | undefined>;
  if (code !== "trainer_booked" || !startsAt || !endsAt || !timeZone) return null;
  return <p className="mb-5 font-semibold">{words.clash(formatInstantRange(startsAt, endsAt, language, timeZone))}</p>;
}
