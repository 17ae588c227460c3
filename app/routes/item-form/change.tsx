import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { formOfItem } from "~/examination/authoring/form-of-item";
import { currentOf } from "~/examination/authoring/item-review";
import { outdatedParts } from "~/examination/authoring/outdated-texts";
import { readOutdatedTexts } from "~/examination/authoring/read-outdated-texts.server";
import { saveItem } from "~/examination/authoring/save-item.server";
import { translatedTexts } from "~/examination/authoring/translated-texts";
import { selectItemHead, selectStoredVersions, selectVersions } from "~/examination/authoring/version-queries.server";
import { selectReferences } from "~/examination/images/image-queries.server";
import { notFound } from "~/kernel/rejection";
import type { Reader } from "~/platform/database/handle";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { Agreement } from "./agreement";
import { agreementMessages } from "./agreement-messages";
import { answerForm, type FormAnswer } from "./answer-form.server";
import { generatorText } from "./generator-text.server";
import { ItemFormPage } from "./item-form-page";
import { keepFiles } from "./keep-files.server";
import { messages } from "./messages";
import { previewsOf } from "./previews.server";

async function currentVersion(db: Reader, itemId: string) {
  const versions = await selectVersions(db, itemId);
  const [stored] = await selectStoredVersions(db, itemId, [currentOf(versions)?.version ?? 0]);
  if (!stored) throw notFound();
  const wasInUse = versions.some(({ status }) => status === "active" || status === "retired");
  return { stored, wasInUse };
}

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language } = await may(args, "item.write");
  const { stored, wasInUse } = await currentVersion(portal.db, idParam(args, "itemId"));
  const { code } = stored.item;
  const form = formOfItem(stored.item);
  return json({
    title: messages[language].changeTitle(code),
    itemId: stored.itemId,
    code,
    form,
    preview: previewsOf(stored.item),
    generator: generatorText(form.generator, language),
    basedOn: stored.version,
    outdated: outdatedParts(translatedTexts(stored.item.content), await readOutdatedTexts(portal.db, stored)),
    agreement: agreementMessages[language],
    wasInUse,
  });
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "item.write");
  const { itemId } = await selectItemHead(portal.db, idParam(args, "itemId"));
  const fields = await keepFiles(portal.db, await readForm(args.request), actor.personId, now);
  const basedOn = Number(fields.get("basedOn"));
  const asked = Number.isInteger(basedOn) && basedOn >= 1 && basedOn < 100_000 ? basedOn : 0;
  const [base] = await selectStoredVersions(portal.db, itemId, [asked]);
  if (!base) throw notFound();
  const agree = fields.get("agree") === "on";
  return answerForm(
    fields,
    { kind: base.item.content.kind, language, base, images: (hashes) => selectReferences(portal.db, hashes), now },
    async (item) => {
      await saveItem(portal.db, { actorId: actor.personId, itemId, basedOn, item, agree }, now);
      return redirect(paths.item(itemId, { done: "saved" }));
    },
    async () => (await currentVersion(portal.db, itemId)).stored,
  );
});

/** A preview changes nothing that the page has loaded. */
export const shouldRevalidate = ({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean =>
  formData?.get("intent") === "preview" ? false : defaultShouldRevalidate;

export const meta = pageTitle;

export default function ChangeItem() {
  const { title, itemId, code, form, preview, generator, basedOn, outdated, agreement, wasInUse } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const bank = useMessages(itemBankMessages);
  const breadcrumb = [
    { label: bank.bank, to: paths.items() },
    { label: code, to: paths.item(itemId) },
  ];
  return (
    <>
      <PageHeader title={title} breadcrumb={breadcrumb}>
        {bank.kinds[form.kind]}
      </PageHeader>
      <ItemFormPage
        form={form}
        preview={preview as FormAnswer["preview"]}
        answer={answer}
        basedOn={answer?.conflict?.version ?? basedOn}
        placeFixed={wasInUse}
        agreement={<Agreement outdated={outdated} generated={form.generator !== ""} words={agreement} />}
        generator={generator}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
