import { Link, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { createContext, useContext } from "react";
import { useLanguage, useMessages } from "./language";
import { PlainFrame } from "./plain-frame";
import { problemMessages } from "./problem-messages";
import { problemOf } from "./problem-of";

/** Whether the page stands in a frame of its own, with its `<main>`: there may be only one. */
export const InsideMain = createContext(false);

/** What went wrong and the way on, for every error boundary. Says nothing that is not for everybody to know. */
export function ProblemPage() {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  const language = useLanguage();
  const words = useMessages(problemMessages);
  const root = useRouteLoaderData("root") as { requestId?: string } | undefined;
  const { status, title, text, requestId = root?.requestId } = problemOf(error, language);
  const page = (
    <div className="mx-auto flex max-w-prose flex-col gap-4 py-10">
      {status !== null && <p className="font-semibold text-muted tabular-nums">{status}</p>}
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="flex flex-wrap gap-3">
        <Link to="/" className="button button-primary">
          {words.home}
        </Link>
        {(status === null || status >= 500) && (
          <a href={pathname + search} className="button button-quiet">
            {words.retry}
          </a>
        )}
      </p>
      {requestId && status !== null && (
        <p className="text-sm text-muted">
          {words.request}: <code>{requestId}</code>
        </p>
      )}
    </div>
  );
  return useContext(InsideMain) ? page : <PlainFrame wide>{page}</PlainFrame>;
}
