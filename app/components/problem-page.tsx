import { isRouteErrorResponse, Link, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { createContext, useContext } from "react";
import type { RejectionCode, RejectionFacts } from "~/kernel/rejection";
import { useLanguage, useMessages } from "./language";
import { PlainFrame } from "./plain-frame";
import { problemMessages } from "./problem-messages";
import { rejectionMessage } from "./rejection-message";

interface ProblemData {
  readonly code?: RejectionCode | "bad_request" | "unavailable";
  readonly facts?: RejectionFacts;
  readonly requestId?: string;
}

/** Whether the page stands in a frame of its own, with its `<main>`: there may be only one. */
export const InsideMain = createContext(false);

/** What went wrong and the way on, for every error boundary. Says nothing that is not for everybody to know. */
export function ProblemPage() {
  const error = useRouteError();
  const { pathname, search } = useLocation();
  const language = useLanguage();
  const words = useMessages(problemMessages);
  const root = useRouteLoaderData("root") as { requestId?: string } | undefined;
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const data: ProblemData =
    isRouteErrorResponse(error) && typeof error.data === "object" ? (error.data as ProblemData) : {};
  const [title, text] = ((): [string, string] => {
    switch (status) {
      case 400:
        return [words.badRequestTitle, words.badRequest];
      case 403:
        return [words.forbiddenTitle, words.forbidden];
      case 404:
      case 405:
        return [words.notFoundTitle, words.notFound];
      case 409: {
        const { code } = data;
        const known =
          code && code !== "bad_request" && code !== "unavailable"
            ? rejectionMessage(code, data.facts ?? {}, language)
            : words.unexpected;
        return [words.conflictTitle, known];
      }
      case 503:
        return [words.unavailableTitle, words.unavailable];
      default:
        return [words.unexpectedTitle, words.unexpected];
    }
  })();
  const requestId = data.requestId || root?.requestId;
  const page = (
    <div className="mx-auto flex max-w-prose flex-col gap-4 py-10">
      <p className="font-semibold text-muted tabular-nums">{status}</p>
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="flex flex-wrap gap-3">
        <Link to="/" className="button button-primary">
          {words.home}
        </Link>
        {status >= 500 && (
          <a href={pathname + search} className="button button-quiet">
            {words.retry}
          </a>
        )}
      </p>
      {requestId && (
        <p className="text-sm text-muted">
          {words.request}: <code>{requestId}</code>
        </p>
      )}
    </div>
  );
  return useContext(InsideMain) ? page : <PlainFrame wide>{page}</PlainFrame>;
}
