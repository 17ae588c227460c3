import { Form, Link } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { RadioGroup } from "~/components/choice-field";
import { Disclosure } from "~/components/confirm";
import { DataTable } from "~/components/data-table";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatDay, formatNumber } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { InputField, TextAreaField } from "~/components/text-field";
import { policy } from "~/kernel/policy";
import { paths } from "~/web/paths";
import type { ExamExceptions } from "./exam-exceptions.server";
import { exceptionMessages } from "./exception-messages";
import { exceptionName, type GrantedException, WithdrawExceptionForm } from "./withdraw-exception";

const kinds = ["release", "outside_window", "extra_time"] as const;

/** What would let the person go on as things stand. */
const fittingKind = (verdict: ExamExceptions["verdict"]): (typeof kinds)[number] => {
  if (verdict === "cool_down" || verdict === "release_needed") return "release";
  return verdict === "window_not_open" ? "outside_window" : "extra_time";
};

interface ExceptionsProps {
  exam: ExamExceptions;
  mayGrant: boolean;
  mayWithdraw: boolean;
  /** How attempts were sat. */
  mayReadRecords: boolean;
  outcome: FormOutcome | undefined;
}

/** For IONOS: where the person stands with the examination, what was granted beyond its rules, and the forms to grant more and to take back what is unused. */
export function Exceptions({ exam, mayGrant, mayWithdraw, mayReadRecords, outcome }: ExceptionsProps) {
  const words = useMessages(exceptionMessages);
  const of = (intent: string) => (outcome?.initialValue.intent === intent ? outcome : undefined);
  const [granting, withdrawing] = [of("grant_exception"), of("withdraw_exception")];
  const unused = exam.granted.filter(({ usedByOrdinal, withdrawn }) => usedByOrdinal === null && !withdrawn);
  return (
    <Section title={words.title}>
      <div className="flex flex-col gap-4">
        <StandsNow exam={exam} />
        {mayGrant && (
          // Closed and empty once granted: pressed again it would grant another.
          <Disclosure key={`grant ${exam.granted.length}`} label={words.grant} open={granting !== undefined}>
            <GrantForm verdict={exam.verdict} outcome={granting} />
          </Disclosure>
        )}
        <Granted exam={exam} />
        {mayWithdraw && (unused.length > 0 || withdrawing) && (
          <Disclosure key={`withdraw ${unused.length}`} label={words.withdraw} open={withdrawing !== undefined}>
            <WithdrawExceptionForm unused={unused} zone={exam.zone} outcome={withdrawing} />
          </Disclosure>
        )}
        {mayReadRecords && <Records exam={exam} />}
      </div>
    </Section>
  );
}

function StandsNow({ exam: { verdict, endsAt, possible, zone } }: { exam: ExamExceptions }) {
  const words = useMessages(exceptionMessages);
  const language = useLanguage();
  const possibleWords = ({ from, fromDay, waitsUntil, renewalOn }: NonNullable<ExamExceptions["possible"]>) => {
    if (fromDay) return [words.from(formatDay(fromDay, language, "long"))];
    if (from) return [words.from(formatInstant(from, language, zone))];
    return [
      waitsUntil && words.waitEnds(formatInstant(waitsUntil, language, zone)),
      renewalOn && words.renewalOpens(formatDay(renewalOn, language, "long")),
      words.noWindow,
    ];
  };
  const sentences = [
    words.standing[verdict],
    endsAt && words.until(formatInstant(endsAt, language, zone)),
    ...(possible ? possibleWords(possible) : []),
  ];
  return <p>{sentences.filter(Boolean).join(" ")}</p>;
}

function GrantForm({ verdict, outcome }: Pick<ExceptionsProps, "outcome"> & Pick<ExamExceptions, "verdict">) {
  const words = useMessages(exceptionMessages);
  const language = useLanguage();
  const { kind, extraMinutes, reason } = formFields(outcome, "kind", "extraMinutes", "reason");
  const hintOf = (one: (typeof kinds)[number]) =>
    one === "extra_time" && verdict === "attempt_active" ? words.hints.extraTimeNow : words.hints[one];
  return (
    <Form method="post" className="group measure flex flex-col gap-4" noValidate>
      <FormProblem
        outcome={outcome}
        fields={[
          { field: kind, label: words.kind },
          { field: extraMinutes, label: words.extraMinutes },
          { field: reason, label: words.reason },
        ]}
      />
      <input type="hidden" name="intent" value="grant_exception" />
      <RadioGroup
        field={kind}
        label={words.kind}
        defaultValue={fittingKind(verdict)}
        choices={kinds.map((value) => ({ value, label: words.kinds[value], hint: hintOf(value) }))}
      />
      <div className="hidden group-has-[input[value=extra\_time]:checked]:block">
        <InputField
          field={extraMinutes}
          label={words.extraMinutes}
          hint={words.extraMinutesHint(formatNumber(policy.longestExtraMinutes, language))}
          type="number"
          inputMode="numeric"
          min={1}
          max={policy.longestExtraMinutes}
        />
      </div>
      <TextAreaField field={reason} label={words.reason} hint={words.reasonHint} rows={3} />
      <div>
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </Form>
  );
}

/** The way to how each attempt was sat. */
function Records({ exam: { attempts, zone } }: { exam: ExamExceptions }) {
  const words = useMessages(exceptionMessages);
  const language = useLanguage();
  if (attempts.length === 0) return null;
  return (
    <nav aria-label={words.records}>
      <h3 className="mb-1 text-base">{words.records}</h3>
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {attempts.map(({ id, ordinal, startedAt }) => (
          <li key={id}>
            <Link to={paths.attemptRecord(id)} className="link tap">
              {words.record(ordinal, formatInstant(startedAt, language, zone, "stamp"))}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Granted({ exam: { granted, zone } }: { exam: ExamExceptions }) {
  const words = useMessages(exceptionMessages);
  const language = useLanguage();
  return (
    <DataTable
      caption={words.list}
      showCaption
      rows={granted}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{words.none}</p>}
      columns={[
        {
          key: "kind",
          header: words.kind,
          rowHeader: true,
          cell: (exception) => exceptionName(words, exception),
        },
        {
          key: "reason",
          wordy: true,
          header: words.reason,
          cell: ({ reason }) => <span className="block min-w-44 wrap-break-word">{reason}</span>,
        },
        { key: "when", header: words.when, cell: ({ recordedAt }) => formatInstant(recordedAt, language, zone) },
        { key: "by", header: words.by, cell: ({ recordedByName }) => recordedByName },
        {
          key: "use",
          header: words.use,
          cell: (exception) => <Use exception={exception} zone={zone} />,
        },
      ]}
    />
  );
}

function Use({ exception: { usedByOrdinal, withdrawn }, zone }: { exception: GrantedException; zone: string }) {
  const words = useMessages(exceptionMessages);
  const language = useLanguage();
  if (usedByOrdinal !== null) return words.usedBy(usedByOrdinal);
  if (!withdrawn) return words.open;
  return (
    <span className="block min-w-44 wrap-break-word">
      {words.withdrawnBy(withdrawn.byName, formatInstant(withdrawn.at, language, zone))}
      <span className="block text-muted text-sm">{withdrawn.reason}</span>
    </span>
  );
}
