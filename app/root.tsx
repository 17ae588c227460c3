import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { DemoStrip } from "./components/demo-strip";
import { isIsland } from "./components/island";
import { LanguageProvider } from "./components/language";
import { useNonce } from "./components/nonce";
import { pageTitle } from "./components/page-title";
import { ProblemPage } from "./components/problem-page";
import { dayIn } from "./kernel/calendar";
import styles from "./styles.css?url";
import { answering } from "./web/answering.server";
import { anybody } from "./web/gate.server";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await anybody(args);
  return {
    language,
    mode: portal.mode,
    movedTo: portal.clock.moved ? dayIn("UTC", now) : null,
    signedIn: actor !== null,
    now: now.toISOString(),
    requestId: args.context.requestId,
  };
});

export const meta = pageTitle;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const error = useRouteError();
  const told = isRouteErrorResponse(error) && error.data?.language === "de" ? "de" : "en";
  const language = useRouteLoaderData<typeof loader>("root")?.language ?? told;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider language={language}>
          <DemoStrip />
          {children}
        </LanguageProvider>
        {useMatches().some(isIsland) ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
