import { isRouteErrorResponse, Link, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { RejectionCode, RejectionFacts } from "~/kernel/rejection";
import { useLanguage, useMessages } from "./language";
import { defineMessages } from "./messages";
import { rejectionMessage } from "./rejection-message";

const problemMessages = defineMessages({
  en: {
    notFoundTitle: "This page does not exist",
    notFound: "The address may be mistyped, or what stood here is not yours to see.",
    forbiddenTitle: "This is not part of your role",
    forbidden:
      "Your account does not allow this. If it should, ask the person who administers your organisation, or IONOS.",
    badRequestTitle: "The portal could not read that",
    badRequest: "What was sent is not in a form the portal accepts. Nothing was changed.",
    unavailableTitle: "The portal cannot reach its database",
    unavailable:
      "Nothing you sent was lost on the way in: it was either stored before, or not at all. Please try again in a minute.",
    unexpectedTitle: "Something went wrong on our side",
    unexpected: "The fault is recorded. Please try again; if it stays, report it with the number below.",
    conflictTitle: "That is not possible as things stand",
    request: "Request number",
    home: "To the start page",
    retry: "Try again",
  },
  de: {
    notFoundTitle: "Diese Seite gibt es nicht",
    notFound: "Vielleicht ist die Adresse falsch geschrieben, oder was hier stand, ist nicht für Sie bestimmt.",
    forbiddenTitle: "Das gehört nicht zu Ihrer Rolle",
    forbidden:
      "Ihr Konto erlaubt das nicht. Sollte es das, wenden Sie sich an die Administration Ihrer Organisation oder an IONOS.",
    badRequestTitle: "Das konnte das Portal nicht lesen",
    badRequest: "Die gesendeten Daten haben keine Form, die das Portal annimmt. Es wurde nichts geändert.",
    unavailableTitle: "Das Portal erreicht seine Datenbank nicht",
    unavailable:
      "Es ging nichts unbemerkt verloren: Was Sie gesendet haben, ist entweder gespeichert oder gar nicht angekommen. Bitte versuchen Sie es in einer Minute erneut.",
    unexpectedTitle: "Bei uns ist etwas schiefgegangen",
    unexpected:
      "Der Fehler ist aufgezeichnet. Bitte versuchen Sie es erneut; bleibt er bestehen, melden Sie ihn mit der Nummer unten.",
    conflictTitle: "So, wie es gerade steht, geht das nicht",
    request: "Vorgangsnummer",
    home: "Zur Startseite",
    retry: "Erneut versuchen",
  },
});

interface ProblemData {
  readonly code?: RejectionCode | "bad_request" | "unavailable";
  readonly facts?: RejectionFacts;
  readonly requestId?: string;
}

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
  return (
    <main id="main" className="mx-auto flex max-w-prose flex-col gap-4 px-4 py-16">
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
    </main>
  );
}
