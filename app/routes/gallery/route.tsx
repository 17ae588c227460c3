import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { useMessages } from "~/components/language";
import { LanguageSwitch } from "~/components/language-switch";
import { MainNavigation, SkipLink, Tabs } from "~/components/navigation";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { anybody } from "~/web/gate.server";
import { Controls } from "./controls";
import { Lists } from "./lists";
import { messages } from "./messages";
import { Signs } from "./signs";

const parts = { signs: Signs, forms: Controls, lists: Lists };

const isView = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name);

/** Only where people build the portal: in production there is no such page. */
export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language } = await anybody(args);
  if (portal.mode === "production") throw notFound();
  const { view = "signs" } = args.params;
  if (!isView(view)) throw notFound();
  return { title: messages[language].title, view };
});

export const meta = pageTitle;

export default function Gallery() {
  const Part = parts[useLoaderData<typeof loader>().view];
  const words = useMessages(messages);
  const views = [
    { to: "/gallery", label: words.signs, end: true },
    { to: "/gallery/forms", label: words.form },
    { to: "/gallery/lists", label: words.lists },
  ];
  return (
    <>
      <SkipLink />
      <header className="flex flex-wrap items-center justify-between gap-2 border-b border-line bg-surface px-4 py-2">
        <MainNavigation label={words.lists} entries={views} />
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1} className="page">
        <PageHeader
          title={words.title}
          breadcrumb={[
            { label: words.lists, to: "/" },
            { label: words.organisation, to: "/organisations" },
          ]}
          action={
            <LinkButton to="." look="primary">
              {words.show}
            </LinkButton>
          }
        >
          <p>{words.intro}</p>
        </PageHeader>
        <Tabs label={words.title} entries={views} />
        <div className="flex flex-col gap-5">
          <Part />
        </div>
      </main>
    </>
  );
}
