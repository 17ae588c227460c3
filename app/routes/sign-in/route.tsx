import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SubmitButton } from "~/components/button";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { pageTitle } from "~/components/page-title";
import { PlainFrame } from "~/components/plain-frame";
import { plainFrameMessages } from "~/components/plain-frame-messages";
import { InputField } from "~/components/text-field";
import { demoAccounts } from "~/demo/demo-accounts";
import { answering } from "~/web/answering.server";
import { authenticate } from "~/web/authenticate.server";
import { readForm, submitted } from "~/web/form.server";
import { anybody } from "~/web/gate.server";
import { paths, safeReturn } from "~/web/paths";
import { beginSignIn } from "~/web/sign-in-session.server";
import { DemoAccounts } from "./demo-accounts";
import { messages } from "./messages";

const schema = z.object({ email: z.string().trim().min(1).max(254), password: z.string().min(1).max(1_000) });

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language } = await anybody(args);
  if (actor) throw redirect(paths.home());
  return {
    title: `${messages[language].title} – ${plainFrameMessages[language].name}`,
    demo: portal.mode === "demo" ? demoAccounts : null,
  };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal } = await anybody(args);
  const form = await readForm(args.request);
  const next = safeReturn(new URL(args.request.url).searchParams.get("next"));
  return submitted(form, schema, async ({ email, password }) => {
    const personId = await authenticate(portal, args.request, { email, password, address: args.context.address });
    return redirect(next, { headers: { "Set-Cookie": await beginSignIn(args.context, args.request, personId) } });
  });
});

export const meta = pageTitle;

export default function SignIn() {
  const { demo } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const { email, password } = formFields(outcome, "email", "password");
  return (
    <PlainFrame>
      <h1 className="mb-6">{words.title}</h1>
      <FormProblem
        outcome={outcome}
        fields={[
          { field: email, label: words.email },
          { field: password, label: words.password },
        ]}
      />
      <Form method="post" reloadDocument className="flex flex-col gap-5" noValidate>
        <InputField field={email} label={words.email} type="email" autoComplete="username" />
        <InputField field={password} label={words.password} type="password" autoComplete="current-password" />
        <div className="flex flex-wrap items-center justify-between gap-4">
          <SubmitButton>{words.submit}</SubmitButton>
          <Link to={paths.forgotPassword()} className="link tap text-sm">
            {words.forgot}
          </Link>
        </div>
      </Form>
      {demo && <DemoAccounts demo={demo} />}
      <p className="mt-10 text-sm">
        <Link to={paths.verify()} className="link">
          {words.verify}
        </Link>
      </p>
    </PlainFrame>
  );
}
