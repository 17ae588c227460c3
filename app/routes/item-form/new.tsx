import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { itemBankMessages } from "~/components/item-bank/item-bank-messages";
import { useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { itemKinds } from "~/examination/authoring/bank-question";
import { blankForm, type ItemForm } from "~/examination/authoring/item-form";
import { itemOfForm } from "~/examination/authoring/item-of-form";
import { createItem } from "~/examination/authoring/save-item.server";
import { isGeneratorCode } from "~/examination/generators/known-parameters";
import { selectReferences } from "~/examination/images/image-queries.server";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { answerForm, type FormAnswer } from "./answer-form.server";
import { formOfGenerator, type GeneratorChoice, generatorChoice, generatorText } from "./generator-text.server";
import { ItemFormPage } from "./item-form-page";
import { keepFiles } from "./keep-files.server";
import { messages } from "./messages";
import { previewsSoFar } from "./previews.server";

/** The blank form of the kind or of the generator that is asked for; null where neither is. */
function formAsked({ url }: Request): ItemForm | null {
  const { searchParams } = new URL(url);
  const generator = searchParams.get("generator") ?? "";
  if (isGeneratorCode(generator)) return formOfGenerator(generator);
  const kind = itemKinds.find((each) => each === searchParams.get("kind"));
  return kind ? blankForm(kind) : null;
}

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { language } = await may(args, "item.write");
  const form = formAsked(args.request);
  return json({
    title: messages[language].newTitle,
    form,
    preview: form?.generator ? previewsSoFar(itemOfForm(form, null, new Map())) : null,
    generator: generatorText(form?.generator ?? "", language),
    choice: form ? null : generatorChoice(language),
  });
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "item.write");
  const form = formAsked(args.request);
  if (!form) throw notFound();
  const save = async (item: Parameters<typeof createItem>[1]["item"]) => {
    const { itemId } = await createItem(portal.db, { actorId: actor.personId, item }, now);
    return redirect(paths.item(itemId, { done: "saved" }));
  };
  const fields = await keepFiles(portal.db, await readForm(args.request), actor.personId, now);
  fields.set("generator", form.generator);
  const images = (hashes: readonly string[]) => selectReferences(portal.db, hashes);
  return answerForm(fields, { kind: form.kind, language, base: null, images, now }, save, async () => null);
});

export const meta = pageTitle;

export default function NewItem() {
  const { title, form, preview, generator, choice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const bank = useMessages(itemBankMessages);
  return (
    <>
      <PageHeader
        title={form ? `${title}: ${bank.kinds[form.kind]}` : title}
        breadcrumb={[{ label: bank.bank, to: paths.items() }]}
      />
      {form ? (
        <ItemFormPage
          key={form.kind + form.generator}
          form={form}
          preview={preview as FormAnswer["preview"]}
          answer={answer}
          basedOn={null}
          placeFixed={false}
          generator={generator}
        />
      ) : (
        choice && <KindChoice choice={choice} />
      )}
    </>
  );
}

function KindChoice({ choice: { title, hint, generators } }: { choice: GeneratorChoice }) {
  const words = useMessages(messages);
  const bank = useMessages(itemBankMessages);
  return (
    <>
      <Ways
        title={words.chooseKind}
        ways={itemKinds.map((kind) => [paths.newItem(kind), bank.kinds[kind], words.kindHints[kind]])}
      />
      <Ways
        title={title}
        hint={hint}
        ways={generators.map(({ code, kind, name }) => [paths.newGeneratedItem(code), name, bank.kinds[kind]])}
      />
    </>
  );
}

interface WaysProps {
  title: string;
  hint?: string;
  /** Where each leads, what it is called, and what is said of it. */
  ways: (readonly [to: string, name: string, about: string])[];
}

function Ways({ title, hint, ways }: WaysProps) {
  return (
    <section aria-label={title} className="mb-6">
      <h2 className="mb-3 text-lg">{title}</h2>
      {hint && <p className="-mt-2 mb-3 max-w-[70ch] text-muted">{hint}</p>}
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {ways.map(([to, name, about]) => (
          <li key={to} className="card relative p-4 hover:bg-sunken">
            <Link to={to} className="font-semibold text-accent after:absolute after:inset-0">
              {name}
            </Link>
            <p className="mt-1 text-sm text-muted">{about}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
