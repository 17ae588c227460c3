import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import { type FormOutcome, formFields } from "~/components/form-outcome";
import { formatDay, formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { InputField } from "~/components/text-field";
import type { Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { messages } from "./messages";

/** What would follow from the person's leaving today. */
export interface WhatIf {
  readonly countBefore: number;
  readonly countAfter: number;
  readonly fallsBelow: boolean;
  /** The coming fall that leaving would bring, where there is none now or a later one. */
  readonly nextFall: Day | null;
}

interface MembershipChangesProps {
  name: string;
  administrator: boolean;
  today: Day;
  whatIf: WhatIf;
  outcome: FormOutcome | undefined;
}

export function MembershipChanges({ name, administrator, today, whatIf, outcome }: MembershipChangesProps) {
  const words = useMessages(messages);
  const { endsOn } = formFields(outcome, "endsOn");
  return (
    <div className="mt-4 flex flex-wrap items-start gap-3">
      <Form method="post">
        <input type="hidden" name="administrator" value={administrator ? "no" : "yes"} />
        <SubmitButton look="quiet" name="intent" value="set_administrator">
          {administrator ? words.removeAdministrator : words.makeAdministrator}
        </SubmitButton>
      </Form>
      <Confirm label={words.end} title={words.endTitle(name)}>
        <WhatFollows whatIf={whatIf} />
        <Form method="post" className="flex flex-col items-start gap-4" noValidate>
          <InputField field={endsOn} label={words.endsOn} type="date" defaultValue={today} />
          <SubmitButton look="final" name="intent" value="end">
            {words.endNow}
          </SubmitButton>
        </Form>
      </Confirm>
    </div>
  );
}

function WhatFollows({ whatIf: { countBefore, countAfter, fallsBelow, nextFall } }: { whatIf: WhatIf }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const changed = words.after(formatNumber(countAfter, language), formatNumber(policy.minimumAdministrators, language));
  const sentences = [
    countAfter === countBefore ? words.unchanged : changed,
    fallsBelow ? words.below : "",
    nextFall ? words.nextFall(formatDay(nextFall, language, "long")) : "",
    words.keeps,
  ];
  return <p className="measure">{sentences.filter(Boolean).join(" ")}</p>;
}
