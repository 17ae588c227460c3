import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SubmitButton } from "~/components/button";
import { Disclosure } from "~/components/confirm";
import { formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useMessages } from "~/components/language";
import { FlashRegion } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { closeCalendarFeed, openCalendarFeed } from "~/training/calendar-feed.server";
import { selectOptionalFeedToken } from "~/training/calendar-feed-queries.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";

const schema = z.object({ intent: z.enum(["create", "withdraw"]) });

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language } = await may(args, "account.own");
  const token = await selectOptionalFeedToken(portal.db, actor.personId);
  const done = new URL(args.request.url).searchParams.get("done");
  return json({
    title: messages[language].title,
    address: token === undefined ? null : portal.baseUrl + paths.calendar(token),
    done: done === (token === undefined ? "withdraw" : "create"),
  });
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "account.own");
  return submitted(await readForm(args.request), schema, async ({ intent }) => {
    if (intent === "create") await openCalendarFeed(portal.db, actor.personId, now, portal.random);
    else await closeCalendarFeed(portal.db, actor.personId, now);
    return redirect(`${paths.myCalendar()}?done=${intent}`);
  });
});

export const meta = pageTitle;

export default function MyCalendar() {
  const { title, address, done } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  return (
    <div className="max-w-2xl">
      <PageHeader title={title}>{words.intro}</PageHeader>
      <FlashRegion flash={done ? { tone: "success", text: address ? words.saved : words.withdrawn } : null} />
      <FormProblem outcome={outcome} fields={[]} />
      <Section title={words.address}>
        <div className="flex flex-col items-start gap-4">
          {address ? (
            <>
              <code className="block w-full rounded border border-line bg-sunken px-3 py-2 text-sm wrap-anywhere select-all">
                {address}
              </code>
              <p>{words.addressHint}</p>
              <p className="text-muted">{words.keep}</p>
              <Disclosure label={words.change}>
                <Form method="post" className="flex flex-col items-start gap-3">
                  <p>{words.renewHint}</p>
                  <div className="flex flex-wrap gap-3">
                    <SubmitButton look="quiet" name="intent" value="create">
                      {words.renew}
                    </SubmitButton>
                    <SubmitButton look="quiet" name="intent" value="withdraw">
                      {words.withdraw}
                    </SubmitButton>
                  </div>
                </Form>
              </Disclosure>
            </>
          ) : (
            <Form method="post" className="flex flex-col items-start gap-4">
              <p>{words.none}</p>
              <SubmitButton name="intent" value="create">
                {words.create}
              </SubmitButton>
            </Form>
          )}
        </div>
      </Section>
    </div>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
