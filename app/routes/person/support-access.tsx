import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { CheckboxGroup } from "~/components/choice-field";
import { DefinitionList } from "~/components/definition-list";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { supportAccessMessages } from "~/components/support-access-messages";
import { type ReadinessPoint, readinessPoints } from "~/organisations/support-access";

interface SupportAccessProps {
  attested: readonly {
    readonly point: ReadinessPoint;
    readonly attestedBy: string | null;
    readonly recordedAt: string;
  }[];
  timeZone: string;
  mayAttest: boolean;
}

/** Clause 2.5: what a support employee needs before IONOS can be called, each attested by somebody. */
export function SupportAccess({ attested, timeZone, mayAttest }: SupportAccessProps) {
  const words = useMessages(supportAccessMessages);
  const language = useLanguage();
  const said = (point: ReadinessPoint): string => {
    const found = attested.find((one) => one.point === point);
    return found
      ? words.attested(found.attestedBy ?? "–", formatInstant(found.recordedAt, language, timeZone))
      : words.open;
  };
  return (
    <Section title={words.title}>
      <p className="measure mb-3 text-sm text-muted">{words.text}</p>
      {mayAttest ? (
        <Form method="post" className="flex flex-col items-start gap-3" key={attested.map(({ point }) => point).join()}>
          <CheckboxGroup
            field={{ name: "points" }}
            label={words.setUp}
            hideOptional
            defaultValues={attested.map(({ point }) => point)}
            choices={readinessPoints.map((point) => ({ value: point, label: words.points[point], hint: said(point) }))}
          />
          <SubmitButton look="quiet" name="intent" value="attest">
            {words.save}
          </SubmitButton>
        </Form>
      ) : (
        <DefinitionList entries={readinessPoints.map((point) => ({ term: words.points[point], value: said(point) }))} />
      )}
    </Section>
  );
}
