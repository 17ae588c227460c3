import { isRouteErrorResponse } from "@remix-run/react";
import type { Language } from "./messages";
import { problemMessages } from "./problem-messages";

interface ProblemData {
  /** Where the server says it better than the status. */
  readonly title?: Readonly<Record<Language, string>>;
  /** Of the rule that refused. */
  readonly sentence?: Readonly<Record<Language, string>>;
  readonly requestId?: string;
}

interface Problem {
  /** Null where no answer came. */
  readonly status: number | null;
  readonly title: string;
  readonly text: string;
  readonly requestId?: string;
}

/** What went wrong, in words; says nothing that is not for everybody to know. */
export function problemOf(error: unknown, language: Language): Problem {
  // On the server nothing is fetched.
  if (error instanceof TypeError && typeof navigator !== "undefined" && navigator.onLine === false)
    return { status: null, title: problemMessages[language].unreached, text: "" };
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const data: ProblemData = isRouteErrorResponse(error) && typeof error.data === "object" ? (error.data ?? {}) : {};
  const [title, text] = said(status, data, language);
  return { status, title, text, ...(data.requestId && { requestId: data.requestId }) };
}

function said(status: number, { title, sentence }: ProblemData, language: Language): [string, string] {
  const words = problemMessages[language];
  switch (status) {
    case 400:
    case 413:
      return [title?.[language] ?? words.badRequestTitle, sentence?.[language] ?? words.badRequest];
    case 403:
      return [words.forbiddenTitle, words.forbidden];
    case 404:
    case 405:
      return [words.notFoundTitle, words.notFound];
    case 409:
      return [words.conflictTitle, sentence?.[language] ?? words.unexpected];
    case 503:
      return [words.unavailableTitle, words.unavailable];
    default:
      return [words.unexpectedTitle, words.unexpected];
  }
}
