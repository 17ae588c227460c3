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
import { Document, documentLinks } from "./components/document";
import { isIsland } from "./components/island";
import { useNonce } from "./components/nonce";
import { pageTitle } from "./components/page-title";
import { ProblemPage } from "./components/problem-page";
import { answering } from "./web/answering.server";
import { anybody } from "./web/gate.server";
import { kindOf } from "./web/portal-kind.server";

export const links: LinksFunction = () => documentLinks;

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await anybody(args);
  return {
    language,
    ...kindOf(portal, now),
    signedIn: actor !== null,
    now: now.toISOString(),
    requestId: args.context.requestId,
  };
});

export const meta = pageTitle;

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce();
  const error = useRouteError();
  const told = isRouteErrorResponse(error) && error.data?.language === "de" ? "de" : pageLanguage();
  const root = useRouteLoaderData<typeof loader>("root");
  const scripts = useMatches().some(isIsland) ? null : (
    <>
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
  const head = (
    <>
      <Meta />
      <Links />
    </>
  );
  return (
    <Document language={root?.language ?? told} kind={root} head={head} scripts={scripts}>
      {children}
    </Document>
  );
}

/** In a browser that has lost the connection, the language of the page that stood there before. */
const pageLanguage = () => (typeof document !== "undefined" && document.documentElement.lang === "de" ? "de" : "en");

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
