import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { SubmitButton } from "~/components/button";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { TextAreaField } from "~/components/text-field";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { answerImport, type ImportAnswer } from "./answer-import.server";
import { ForeignPackage } from "./foreign-package";
import { ImportReport } from "./import-report";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { language } = await may(args, "item.write");
  const asked = new URL(args.request.url).searchParams;
  const written = Number(asked.get("written") ?? Number.NaN);
  return json({
    title: messages[language].title,
    written: Number.isInteger(written) && written >= 0 ? written : null,
    tooLarge: asked.get("file") === "too_large",
  });
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "item.write");
  return answerImport(await readForm(args.request), { portal, actorId: actor.personId, now, language });
});

export const meta = pageTitle;

export default function ImportItems() {
  const { title, written, tooLarge } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as ImportAnswer | undefined;
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  const told = useRef<HTMLDivElement>(null);

  // The button stands below what it brings about.
  useEffect(() => {
    if (answer || tooLarge || written !== null) told.current?.focus();
  }, [answer, tooLarge, written]);

  return (
    <>
      <PageHeader title={title} breadcrumb={[{ label: bank.bank, to: paths.items() }]}>
        {words.intro}
      </PageHeader>
      <div className="flex flex-col gap-5">
        <div id="answer" ref={told} tabIndex={-1} className="empty:hidden">
          {(answer?.noFile || (tooLarge && !answer)) && (
            <Notice tone="danger" urgent>
              {answer ? words.noFile : words.tooLarge}
            </Notice>
          )}
          {written !== null && !answer && (
            <Notice tone="success">
              {words.written(written)}{" "}
              <Link to={`${paths.items()}?status=draft`} className="link">
                {words.toDrafts}
              </Link>
            </Notice>
          )}
          {answer && <ImportReport answer={answer} />}
        </div>
        <Form
          method="post"
          action="#answer"
          encType="multipart/form-data"
          className="card flex flex-col items-start gap-4 p-4 sm:p-5"
        >
          <label className="flex flex-col gap-1 text-sm font-semibold">
            {words.file}
            <input type="file" name="file" accept=".json,.yaml,.yml,.zip,.xml" className="control font-normal" />
          </label>
          <ForeignPackage answer={answer} />
          <div className="w-full [&_textarea]:font-mono [&_textarea]:text-sm">
            <TextAreaField
              field={{ name: "text" }}
              label={words.text}
              rows={8}
              hideOptional
              spellCheck={false}
              defaultValue={answer?.text}
            />
          </div>
          <SubmitButton look={answer?.plan ? "quiet" : "primary"}>{words.check}</SubmitButton>
        </Form>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
