import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton, SubmitButton } from "~/components/button";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { pageTitle } from "~/components/page-title";
import { PlainFrame } from "~/components/plain-frame";
import { InputField } from "~/components/text-field";
import { conflict } from "~/kernel/rejection";
import { passwordFault } from "~/people/password-rule";
import { readLink } from "~/people/read-link.server";
import { setPassword } from "~/people/set-password.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { anybody } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { beginSignIn } from "~/web/sign-in-session.server";
import { messages } from "./messages";

/** The password rule needs to know whose password it is. */
const schemaFor = (person: { fullName: string; email: string }) =>
  z.object({ password: z.string(), again: z.string() }).superRefine(({ password, again }, context) => {
    const fault = passwordFault(password, person);
    if (fault) context.addIssue({ code: "custom", path: ["password"], message: fault });
    if (password !== again) context.addIssue({ code: "custom", path: ["again"], message: "passwords_differ" });
  });

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await anybody(args);
  const person = await readLink(portal.db, args.params.token ?? "", now);
  return { title: messages[language].title, person: person ?? null };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, now } = await anybody(args);
  const token = args.params.token ?? "";
  const form = await readForm(args.request);
  const person = await readLink(portal.db, token, now);
  if (!person) throw conflict("link_used_or_expired");
  return submitted(form, schemaFor(person), async ({ password }) => {
    const { personId } = await setPassword(portal.db, { token, password }, now);
    return redirect(paths.home(), {
      headers: { "Set-Cookie": await beginSignIn(args.context, args.request, personId) },
    });
  });
});

// The portal's referrer policy, same-origin, keeps the token from elsewhere; "no-referrer" would make the form's Origin "null", which is refused.
export const meta = pageTitle;

export default function OneTimeLink() {
  const { person } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const { password, again } = formFields(outcome, "password", "again");
  if (!person) {
    return (
      <PlainFrame>
        <h1 className="mb-4">{words.deadTitle}</h1>
        <p className="mb-6 text-muted">{words.dead}</p>
        <LinkButton look="primary" to={paths.forgotPassword()}>
          {words.renew}
        </LinkButton>
      </PlainFrame>
    );
  }
  return (
    <PlainFrame>
      <h1 className="mb-4">{words.title}</h1>
      <p className="mb-6 text-muted">{words.welcome(person.fullName, person.email)}</p>
      <FormProblem
        outcome={outcome}
        fields={[
          { field: password, label: words.password },
          { field: again, label: words.again },
        ]}
      />
      <Form method="post" reloadDocument className="flex flex-col gap-5" noValidate>
        <input type="hidden" name="username" autoComplete="username" value={person.email} readOnly />
        <InputField
          field={password}
          label={words.password}
          hint={words.hint}
          type="password"
          autoComplete="new-password"
        />
        <InputField field={again} label={words.again} type="password" autoComplete="new-password" />
        <div>
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      </Form>
    </PlainFrame>
  );
}
