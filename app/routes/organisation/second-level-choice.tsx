import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import { formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { policy } from "~/kernel/policy";
import { messages } from "./messages";

/** Clause 2.2: where the level leaves it to the organisation, opting in and out of second-level support. */
export function SecondLevelChoice({ optedIn }: { optedIn: boolean }) {
  const words = useMessages(messages);
  const minimum = formatNumber(policy.minimumAdministrators, useLanguage());
  return (
    <Section title={optedIn ? words.standing : words.optInTitle}>
      {optedIn ? (
        <Confirm label={words.optOut} title={words.optOutTitle}>
          <p>{words.optOutText}</p>
          <Form method="post">
            <SubmitButton look="final" name="intent" value="opt_out">
              {words.optOutNow}
            </SubmitButton>
          </Form>
        </Confirm>
      ) : (
        <Form method="post" className="flex flex-col items-start gap-3">
          <p className="measure text-muted">{words.optInText(minimum)}</p>
          <SubmitButton look="quiet" name="intent" value="opt_in">
            {words.optIn}
          </SubmitButton>
        </Form>
      )}
    </Section>
  );
}
