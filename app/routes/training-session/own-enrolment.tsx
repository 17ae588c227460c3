import { Form } from "@remix-run/react";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import type { FormOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Section } from "~/components/section";
import { ChargeFields } from "./charge-fields";
import { messages } from "./messages";
import type { PageData } from "./page-data";

/** How the person stands in the session, with what can be done about it. Nothing for those who are not in it and may not enrol themselves. */
export function OwnEnrolment({ data, outcome }: { data: PageData; outcome: FormOutcome | undefined }) {
  const words = useMessages(messages);
  const { mine, maySelfEnrol, begun, session } = data;
  if (mine) {
    return (
      <Section title={words.you}>
        <OwnState mine={mine} session={session} />
        {!begun && <OwnActions mine={mine} />}
      </Section>
    );
  }
  if (!maySelfEnrol) return null;
  return (
    <Section title={words.you}>
      <FormProblem outcome={outcome} fields={[]} />
      <Form method="post" noValidate className="flex flex-col items-start gap-4">
        <p>{words.enrolSelfHint}</p>
        <ChargeFields price={session.price} outcome={outcome} idPrefix="own" />
        <SubmitButton look={data.enrolment ? "quiet" : "primary"} name="intent" value="enrol_self">
          {words.enrolSelf}
        </SubmitButton>
      </Form>
    </Section>
  );
}

type Mine = NonNullable<PageData["mine"]>;

function OwnState({ mine, session }: { mine: Mine; session: PageData["session"] }) {
  const words = useMessages(messages);
  const language = useLanguage();
  if (mine.state === "waiting") return <p>{words.youWaiting(mine.place ?? 1)}</p>;
  if (mine.state === "offered" && mine.offerExpiresAt) {
    return <p>{words.youOffered(formatInstant(mine.offerExpiresAt, language, session.timeZone))}</p>;
  }
  return <p>{words.youEnrolled}</p>;
}

function OwnActions({ mine }: { mine: Mine }) {
  const words = useMessages(messages);
  const id = <input type="hidden" name="enrolmentId" value={mine.enrolmentId} />;
  if (mine.state === "offered") {
    return (
      <Form method="post" className="mt-4 flex flex-wrap gap-3">
        {id}
        <SubmitButton name="intent" value="accept">
          {words.accept}
        </SubmitButton>
        <SubmitButton look="quiet" name="intent" value="withdraw">
          {words.decline}
        </SubmitButton>
      </Form>
    );
  }
  if (mine.state === "waiting") {
    return (
      <Form method="post" className="mt-4">
        {id}
        <SubmitButton look="quiet" name="intent" value="withdraw">
          {words.leaveList}
        </SubmitButton>
      </Form>
    );
  }
  return (
    <div className="mt-4">
      <Confirm label={`${words.withdraw} …`} title={words.withdrawTitleSelf}>
        <p>{words.withdrawFollows}</p>
        <Form method="post">
          {id}
          <SubmitButton look="final" name="intent" value="withdraw">
            {words.withdraw}
          </SubmitButton>
        </Form>
      </Confirm>
    </div>
  );
}
