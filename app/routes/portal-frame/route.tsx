import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useLocation, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useMessages } from "~/components/language";
import { LanguageSwitch } from "~/components/language-switch";
import { Mark } from "~/components/mark";
import { MainNavigation, PageAnnouncer, SkipLink } from "~/components/navigation";
import { Notice } from "~/components/notice";
import { pageTitle } from "~/components/page-title";
import { InsideMain, ProblemPage } from "~/components/problem-page";
import { selectOptionalJudgedStudy } from "~/examination/cut-score/study-queries.server";
import { selectOptionalNextContactDay } from "~/organisations/contact-queries.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { navigationFor, type Room } from "~/web/navigation";
import { paths } from "~/web/paths";
import { startPage } from "~/web/start-page";
import { AccountMenu } from "./account-menu";
import { frameNotices } from "./frame-notices.server";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "account.own");
  const { personId, memberOf } = actor;
  const newContactsOn = memberOf ? await selectOptionalNextContactDay(portal.db, personId, now) : undefined;
  // No member of an organisation judges.
  const judged = memberOf ? undefined : await selectOptionalJudgedStudy(portal.db, personId);
  return {
    name: actor.fullName,
    navigation: navigationFor(actor, portal.mode, judged?.id),
    start: startPage(actor),
    notices: frameNotices({ newContactsOn, judged }, language),
  };
});

/** The name of the person and the menu change with the sign-in or the language, not with every page. */
export const shouldRevalidate = ({
  formAction,
  defaultShouldRevalidate,
}: {
  formAction?: string;
  defaultShouldRevalidate: boolean;
}) => (formAction === undefined ? false : defaultShouldRevalidate);

export const meta = pageTitle;

export default function PortalFrame() {
  return (
    <Frame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  );
}

type FrameProps = SerializeFrom<typeof loader> & { children: ReactNode };

function Frame({ name, navigation, start, notices, children }: FrameProps) {
  const words = useMessages(messages);
  const onTheWayIn = useLocation().pathname === start;
  const room = ({ key, to }: Room) => ({ to, label: words[key], end: key === "organisation" });
  const entries = navigation.map((entry) =>
    "rooms" in entry ? { label: words[entry.group], entries: entry.rooms.map(room) } : room(entry),
  );
  return (
    <div className="flex flex-1 flex-col">
      <SkipLink />
      <PageAnnouncer />
      <header className="no-print border-b border-line bg-surface">
        <div className="relative mx-auto flex w-full max-w-7xl items-center gap-x-3 px-4 py-2 md:gap-x-6">
          <Link to={paths.home()} className="tap flex items-center gap-2.5 font-semibold" aria-label={words.name}>
            <Mark className="h-6 w-auto" />
            <span className="hidden lg:inline">{words.short}</span>
          </Link>
          <div className="md:flex-1">
            <MainNavigation label={words.main} entries={entries} />
          </div>
          <div className="ml-auto flex items-center md:gap-3">
            <LanguageSwitch />
            <AccountMenu name={name} />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-7xl flex-1 px-4 py-6 outline-none">
        {onTheWayIn &&
          notices.map(({ text, label, to }) => (
            <div key={to} className="no-print mb-5">
              <Notice tone="info">
                {text}{" "}
                <Link to={to} className="link">
                  {label}
                </Link>
              </Notice>
            </div>
          ))}
        <InsideMain.Provider value={true}>{children}</InsideMain.Provider>
      </main>
    </div>
  );
}

/** What a page below does not catch stands in the frame all the same, unless the frame itself could not be filled. */
export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>("routes/portal-frame/route");
  if (!data) return <ProblemPage />;
  return (
    <Frame {...data}>
      <ProblemPage />
    </Frame>
  );
}
