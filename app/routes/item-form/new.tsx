import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { itemKinds } from "~/examination/authoring/bank-question";
import { blankForm } from "~/examination/authoring/item-form";
import { createItem } from "~/examination/authoring/save-item.server";
import { selectReferences } from "~/examination/images/image-queries.server";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { answerForm, type FormAnswer } from "./answer-form.server";
import { ItemFormPage } from "./item-form-page";
import { keepFiles } from "./keep-files.server";
import { messages } from "./messages";

const kindAsked = ({ url }: Request) => {
  const asked = new URL(url).searchParams.get("kind");
  return itemKinds.find((kind) => kind === asked);
};

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { language } = await may(args, "item.write");
  const kind = kindAsked(args.request);
  return json({ title: messages[language].newTitle, form: kind ? blankForm(kind) : null });
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "item.write");
  const kind = kindAsked(args.request);
  if (!kind) throw notFound();
  const save = async (item: Parameters<typeof createItem>[1]["item"]) => {
    const { itemId } = await createItem(portal.db, { actorId: actor.personId, item }, now);
    return redirect(paths.item(itemId));
  };
  const fields = await keepFiles(portal.db, await readForm(args.request), actor.personId, now);
  const images = (hashes: readonly string[]) => selectReferences(portal.db, hashes);
  return answerForm(fields, { kind, language, base: null, images, now }, save, async () => null);
});

export const meta = pageTitle;

export default function NewItem() {
  const { title, form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const bank = useMessages(itemBankMessages);
  return (
    <>
      <PageHeader
        title={form ? `${title}: ${bank.kinds[form.kind]}` : title}
        breadcrumb={[{ label: bank.bank, to: paths.items() }]}
      />
      {form ? (
        <ItemFormPage key={form.kind} form={form} preview={null} answer={answer} basedOn={null} placeFixed={false} />
      ) : (
        <KindChoice />
      )}
    </>
  );
}

function KindChoice() {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  return (
    <section aria-labelledby="choose-kind">
      <h2 id="choose-kind" className="mb-3 text-lg">
        {words.chooseKind}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {itemKinds.map((kind) => (
          <li key={kind} className="card relative p-4 hover:bg-sunken">
            <Link to={paths.newItem(kind)} className="font-semibold text-accent after:absolute after:inset-0">
              {bank.kinds[kind]}
            </Link>
            <p className="mt-1 text-sm text-muted">{words.kindHints[kind]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
