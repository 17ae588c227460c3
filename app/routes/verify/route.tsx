import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { type Verification, verifyDocument, verifyNumber } from "~/certification/verify-certificate.server";
import { SubmitButton } from "~/components/button";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { pageTitle } from "~/components/page-title";
import { Button } from "~/components/plain-button";
import { PlainFrame } from "~/components/plain-frame";
import { InputField } from "~/components/text-field";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { anybody } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { VerifiedSheet } from "./verified-sheet";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await anybody(args);
  const asked = new URL(args.request.url).searchParams;
  const typed = asked.get("number")?.trim();
  if (typed) throw redirect(paths.verify(encodeURIComponent(typed)));
  const verification: Verification | null = args.params.number
    ? await verifyNumber(portal.db, args.params.number, now)
    : null;
  const data = {
    title: messages[language].title,
    verification,
    typed: args.params.number ?? "",
    tooLarge: asked.get("file") === "too_large",
  };
  return json(data, { headers: { "X-Robots-Tag": "noindex" } });
});

/** A PDF to compare; it is hashed and forgotten. That it is the original stands in the answer alone: an address that says so could be sent around. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, now } = await anybody(args);
  const file = (await readForm(args.request)).get("file");
  if (!(file instanceof File) || file.size === 0) return json({ file: "none" as const }, { status: 400 });
  const number = await verifyDocument(portal.db, new Uint8Array(await file.arrayBuffer()));
  if (!number) return json({ file: "changed" as const });
  return json({ file: "original" as const, verification: await verifyNumber(portal.db, number, now) });
});

export const meta: MetaFunction<typeof loader> = (page) => [...pageTitle(page), { name: "robots", content: "noindex" }];

export default function Verify() {
  const asked = useLoaderData<typeof loader>();
  const compared = useActionData<typeof action>();
  const original = compared?.file === "original";
  const verification = original ? compared.verification : asked.verification;
  const language = useLanguage();
  const words = useMessages(messages);
  return (
    <PlainFrame wide>
      <div className="mx-auto flex max-w-2xl flex-col gap-6">
        <div>
          <h1 className="mb-2">{words.title}</h1>
          <p className="text-muted">{words.intro}</p>
        </div>
        {original && (
          <Notice tone="success" title={words.originalTitle}>
            {words.original}
          </Notice>
        )}
        {(compared?.file === "changed" || asked.tooLarge) && (
          <Notice tone="danger" title={words.changedTitle} urgent>
            {asked.tooLarge ? words.tooLarge : words.changed}
          </Notice>
        )}
        {verification?.outcome === "known" && (
          <VerifiedSheet certificate={verification.certificate} language={language} />
        )}
        {verification?.outcome === "unknown" && (
          <Notice tone="danger" title={words.unknownTitle} urgent>
            {words.unknown(verification.number)}
          </Notice>
        )}
        {verification?.outcome === "mistyped" && (
          <Notice tone="warning" title={words.mistypedTitle} urgent>
            {words[verification.fault]}
          </Notice>
        )}
        <Form method="get" action={paths.verify()} className="card flex flex-col gap-4 p-5">
          <InputField
            field={{ name: "number", required: true, initialValue: asked.typed }}
            label={words.number}
            hint={words.numberHint}
            autoComplete="off"
            spellCheck={false}
          />
          <div>
            <SubmitButton>{words.submit}</SubmitButton>
          </div>
        </Form>
        <Form
          method="post"
          action={paths.verify()}
          reloadDocument
          encType="multipart/form-data"
          className="card flex flex-col gap-3 p-5"
        >
          <label htmlFor="file" className="text-sm font-semibold">
            {words.file}
          </label>
          <p id="file-hint" className="text-sm text-muted">
            {words.fileHint}
          </p>
          <input
            id="file"
            type="file"
            name="file"
            accept="application/pdf,.pdf"
            required
            aria-invalid={compared?.file === "none" || undefined}
            aria-describedby={compared?.file === "none" ? "file-hint file-fault" : "file-hint"}
            className="max-w-full py-1 text-sm file:mr-3 file:cursor-pointer file:rounded file:border file:border-edge file:bg-surface file:px-3 file:py-1.5 file:font-semibold file:text-ink hover:file:bg-sunken coarse:file:py-2.5"
          />
          {compared?.file === "none" && (
            <p id="file-fault" role="alert" className="text-sm font-semibold text-bad">
              {words.noFile}
            </p>
          )}
          <div>
            <Button type="submit">{words.submitFile}</Button>
          </div>
        </Form>
      </div>
    </PlainFrame>
  );
}
