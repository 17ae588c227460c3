import { Form } from "@remix-run/react";
import { LinkButton, SubmitButton } from "~/components/button";
import { CheckboxField } from "~/components/choice-field";
import type { FieldBinding } from "~/components/form-field";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatDay } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import type { OpenException, StartVerdict } from "~/examination/attempt-policy";
import { currentDeclaration, declarationOf } from "~/examination/declaration";
import { addDays } from "~/kernel/calendar";
import { paths } from "~/web/paths";
import { messages } from "./messages";

/** The verdict as it travels: instants are ISO text. */
type Travelled<Value> = Value extends Date ? string : Value;
type TravelledFacts<Facts> = Facts extends unknown ? { readonly [K in keyof Facts]: Travelled<Facts[K]> } : never;
export type AvailabilityView = TravelledFacts<StartVerdict>;

interface AvailabilityCardProps {
  availability: AvailabilityView;
  /** Whoever may start finds no form: the bank has too few items in use. */
  noForm: boolean;
  /** As `Availability` has it, the instant as ISO text. */
  opensAfterWait: string | null;
  /** The end of the window that is open, or of the one that opens next; null without windows. */
  openUntil: string | null;
  /** Attempts since the last pass, and how many there are until IONOS releases the next one; null before the first and after the last. */
  used: { readonly count: number; readonly most: number } | null;
  /** What staff allow the attempt that would start now. */
  granted: readonly OpenException["kind"][];
  /** When an attempt that starts now would end. */
  endsAt: string;
  /** Minutes that the end of the window takes from that time. */
  minutesCut: number;
  zone: string;
  /** Of whose rules the page tells. */
  programmeVersion: number;
  outcome: FormOutcome | undefined;
}

/** Whether one may start and, if not, what is missing and from when on: the one thing people come to this page for. */
export function AvailabilityCard({
  availability,
  noForm,
  opensAfterWait,
  openUntil,
  used,
  granted,
  endsAt,
  minutesCut,
  zone,
  programmeVersion,
  outcome,
}: AvailabilityCardProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const instant = (at: string) => formatInstant(at, language, zone);
  const windowEnd = openUntil ? [words.windowEnd(instant(openUntil))] : [];
  const attemptsUsed = used ? [words.attemptsUsed(used.count, used.most)] : [];
  switch (availability.verdict) {
    case "may_start":
      if (noForm) return <Card title={words.noForm} texts={[words.noFormText]} />;
      return (
        <Card title={words.mayStart} texts={[words.mayStartText(instant(endsAt)), ...windowEnd, ...attemptsUsed]}>
          {minutesCut > 0 && <p className="font-semibold text-warn">{words.minutesCut(minutesCut)}</p>}
          {granted.includes("release") && <p>{words.released}</p>}
          {granted.includes("outside_window") && <p>{words.outsideWindow}</p>}
          {availability.extraMinutes > 0 && <p>{words.extraMinutes(availability.extraMinutes)}</p>}
          <StartForm programmeVersion={programmeVersion} cutAt={minutesCut > 0 ? endsAt : null} outcome={outcome} />
        </Card>
      );
    case "attempt_active":
      return (
        <Card title={words.active} texts={[words.activeText(instant(availability.deadlineAt))]}>
          <LinkButton look="primary" to={paths.attempt(availability.attemptId)} reloadDocument>
            {words.goOn}
          </LinkButton>
        </Card>
      );
    case "training_missing":
      return (
        <Card title={words.trainingMissing} texts={[words.trainingMissingText]}>
          <LinkButton look="primary" to={paths.training()}>
            {words.toTraining}
          </LinkButton>
        </Card>
      );
    case "window_not_open": {
      const { windowOpensOn, validUntilEnd } = availability;
      const through = formatDay(addDays(validUntilEnd, -1), language, "long");
      return (
        <Card
          title={words.windowNotOpen(formatDay(windowOpensOn, language, "long"))}
          texts={[
            words.windowNotOpenText(through),
            ...(opensAfterWait === "that_day" ? [] : [words.opensAfter(opensAfterWait && instant(opensAfterWait))]),
          ]}
        />
      );
    }
    case "cool_down": {
      const { mayStartAt, failures } = availability;
      const rests = words.coolDownText(failures);
      if (opensAfterWait === null)
        return (
          <Card
            title={words.restsUntil(instant(mayStartAt))}
            texts={[rests, words.opensAfter(null), ...attemptsUsed]}
          />
        );
      // The later of two dates is the one above, and not the wait's.
      const why = opensAfterWait === mayStartAt ? rests : words.windowAfterWait(instant(mayStartAt));
      return <Card title={words.coolDown(instant(opensAfterWait))} texts={[why, ...windowEnd, ...attemptsUsed]} />;
    }
    case "exam_closed":
      return (
        <Card
          title={availability.opensAt ? words.closedUntil(instant(availability.opensAt)) : words.closed}
          texts={[words.closedText, ...windowEnd, ...attemptsUsed]}
        />
      );
    case "release_needed":
      return <Card title={words.releaseNeeded} texts={[words.releaseNeededText(availability.failures)]} />;
    case "no_membership":
      return <Card title={words.noMembership} texts={[words.noMembershipText]} />;
    case "result_pending":
      return <Card title={words.resultPending} texts={[words.resultPendingText]} />;
  }
}

interface CardProps {
  title: string;
  texts: readonly string[];
  children?: React.ReactNode;
}

function Card({ title, texts, children }: CardProps) {
  return (
    <section aria-labelledby="availability" className="card flex flex-col items-start gap-4 p-4 sm:p-5">
      <h2 id="availability">{title}</h2>
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {children}
    </section>
  );
}

interface StartFormProps extends Pick<AvailabilityCardProps, "programmeVersion" | "outcome"> {
  /** The end of the window, where it takes from the time. */
  cutAt: string | null;
}

function StartForm({ programmeVersion, cutAt, outcome }: StartFormProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const fields = formFields(outcome, "rules", "honour");
  // All that can be wrong with a box is that it is not ticked.
  const [rules, honour] = [fields.rules, fields.honour].map((field) => ({
    ...field,
    errors: field.errors?.length ? [`said:${words.pleaseTick}`] : undefined,
  })) as [FieldBinding, FieldBinding];
  const declaration = declarationOf(currentDeclaration, language);
  return (
    <Form method="post" reloadDocument className="flex flex-col gap-4" noValidate>
      <FormProblem
        outcome={outcome}
        fields={[
          { field: rules, label: words.rulesShort },
          { field: honour, label: words.honourShort },
        ]}
      />
      <input type="hidden" name="declaration" value={currentDeclaration} />
      <input type="hidden" name="programme" value={programmeVersion} />
      <input type="hidden" name="cut" value={cutAt ?? ""} />
      <CheckboxField field={rules} label={declaration.rules} />
      <CheckboxField field={honour} label={declaration.honour} />
      <div>
        <SubmitButton pendingLabel={words.starting}>{words.start}</SubmitButton>
      </div>
    </Form>
  );
}
