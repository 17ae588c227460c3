import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import { formatDay, formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { type Step, StepList } from "~/components/step-list";
import type { readSecondLevel } from "~/eligibility/read-second-level.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

type Facts = NonNullable<Awaited<ReturnType<typeof readSecondLevel>>["progress"]>;

interface ProgressProps {
  progress: Facts;
  organisationId: string;
  can: { readonly addPeople: boolean; readonly optOut: boolean };
}

/** From the approval to the number that is needed, beside the plan; and the way out. */
export function Progress({ progress, organisationId, can }: ProgressProps) {
  const words = useMessages(messages);
  return (
    <Section title={words.progress}>
      {progress.plan && (
        <div className="mb-4">
          <h3 className="text-sm text-muted">{words.plan}</h3>
          <p className="measure whitespace-pre-line">{progress.plan}</p>
        </div>
      )}
      <StepList label={words.progress} steps={useSteps(progress, organisationId, can.addPeople)} />
      {can.optOut && (
        <div className="mt-5">
          <Confirm label={words.optOut} title={words.optOutTitle}>
            <p>{words.optOutText}</p>
            <Form method="post">
              <input type="hidden" name="sure" value="yes" />
              <SubmitButton look="final" name="intent" value="opt_out">
                {words.optOutNow}
              </SubmitButton>
            </Form>
          </Confirm>
        </div>
      )}
    </Section>
  );
}

function useSteps(progress: Facts, organisationId: string, canAdd: boolean): Step[] {
  const words = useMessages(messages);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { from, named, inTraining, certified, needed, metSince } = progress;
  const enoughNamed = named >= needed;
  const enough = certified >= needed;
  return [
    { state: "done", title: words.approvedStep(formatDay(from, language, "long")) },
    {
      state: enoughNamed ? "done" : "now",
      title: words.namedStep(number(needed)),
      detail: words.namedSoFar(number(named)),
      action: !enoughNamed && canAdd && <LinkButton to={paths.newPerson(organisationId)}>{words.name}</LinkButton>,
    },
    {
      state: enough ? "done" : enoughNamed ? "now" : "open",
      title: words.certifiedStep(number(needed)),
      detail: words.certifiedSoFar(number(certified), number(inTraining)),
      action: !enough && <LinkButton to={paths.organisation(organisationId)}>{words.toTasks}</LinkButton>,
    },
    {
      state: metSince ? "done" : "open",
      title: words.metStep,
      detail: metSince && words.metSince(formatDay(metSince, language, "long")),
    },
  ];
}
