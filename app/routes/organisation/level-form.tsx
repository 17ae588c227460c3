import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { SelectField } from "~/components/choice-field";
import { Disclosure } from "~/components/confirm";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { InputField } from "~/components/text-field";
import type { Day } from "~/kernel/calendar";
import { messages } from "./messages";

interface LevelFormProps {
  outcome: FormOutcome | undefined;
  current: { code: string; name: string } | null;
  levels: readonly { code: string; name: string }[];
  today: Day;
}

/** For portal admins: another programme level from a day on. */
export function LevelForm({ outcome, current, levels, today }: LevelFormProps) {
  const words = useMessages(messages);
  const { levelCode, from } = formFields(outcome, "levelCode", "from");
  return (
    <Section title={words.level}>
      <p>{current?.name ?? words.noLevel}</p>
      <Disclosure label={words.changeLevel} open={outcome !== undefined}>
        <Form method="post" className="flex flex-col gap-3" noValidate>
          <p className="text-sm text-muted">{words.levelText}</p>
          <div className="flex flex-wrap items-end gap-4">
            <SelectField
              field={levelCode}
              label={words.levelCode}
              defaultValue={current?.code ?? ""}
              choices={levels.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <InputField field={from} label={words.from} type="date" defaultValue={today} />
            <SubmitButton look="quiet">{words.changeLevel}</SubmitButton>
          </div>
        </Form>
      </Disclosure>
    </Section>
  );
}
