import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData } from "@remix-run/react";
import { z } from "zod";
import { SubmitButton } from "~/components/button";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { pageTitle } from "~/components/page-title";
import { PlainFrame } from "~/components/plain-frame";
import { InputField } from "~/components/text-field";
import { requestPasswordReset } from "~/people/request-password-reset.server";
import { signInLimits } from "~/people/sign-in-limits.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { anybody } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

const schema = z.object({ email: z.email().trim().max(254) });

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { language } = await anybody(args);
  return { title: messages[language].title };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, now } = await anybody(args);
  const form = await readForm(args.request);
  return submitted(form, schema, async ({ email }) => {
    const limits = signInLimits(portal.database.pool);
    await limits.countRequest(email, args.context.address);
    await requestPasswordReset(portal.db, { email }, now, portal.random);
    return json({ sent: true as const });
  });
});

export const meta = pageTitle;

export default function ForgotPassword() {
  const data = useActionData<typeof action>();
  const outcome = formOutcome(data);
  const words = useMessages(messages);
  const { email } = formFields(outcome, "email");
  const sent = data !== undefined && "sent" in data;
  return (
    <PlainFrame>
      <h1 className="mb-4">{sent ? words.sentTitle : words.title}</h1>
      <p className="mb-6 text-muted">{sent ? words.sent : words.intro}</p>
      {!sent && (
        <>
          <FormProblem outcome={outcome} fields={[{ field: email, label: words.email }]} />
          <Form method="post" className="flex flex-col gap-5" noValidate>
            <InputField field={email} label={words.email} type="email" autoComplete="username" />
            <div>
              <SubmitButton>{words.submit}</SubmitButton>
            </div>
          </Form>
        </>
      )}
      <p className="mt-8 text-sm">
        <Link to={paths.signIn()} className="link">
          {words.back}
        </Link>
      </p>
    </PlainFrame>
  );
}
