import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { type WordedRejection, worded } from "~/components/rejection-message";
import { Rejection, type RejectionCode, type RejectionFacts } from "~/kernel/rejection";
import { isDatabaseGone, isUnknownReference, isUnstorableText } from "~/platform/database/errors";
import type { Language } from "~/platform/schema/people-tables";
import { anonymousLanguage } from "./language.server";

const statusOf = { forbidden: 403, not_found: 404, conflict: 409 } as const;

/** What an error page is told: no more than the person may know. */
interface Problem {
  readonly code: RejectionCode | "bad_request" | "unavailable";
  readonly facts: RejectionFacts;
  readonly sentence?: WordedRejection["sentence"];
  readonly requestId: string;
  /** For where the page cannot ask: the root's own loader failed, or was not run. */
  readonly language: Language;
}

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** The one place where domain refusals, and faults of the database, become HTTP answers. */
function problemResponse(error: unknown, requestId: string, language: Language): Response | undefined {
  const problem = (told: Pick<Problem, "code" | "facts" | "sentence">, status: number, headers?: HeadersInit) =>
    json<Problem>({ ...told, requestId, language }, { status, headers: { "X-Problem": told.code, ...headers } });
  if (error instanceof Rejection) return problem(worded(error), statusOf[error.kind]);
  if (isUnstorableText(error)) return problem({ code: "bad_request", facts: {} }, 400);
  if (isUnknownReference(error)) return problem({ code: "not_found", facts: {} }, 404);
  if (isDatabaseGone(error)) return problem({ code: "unavailable", facts: {} }, 503, { "Retry-After": "10" });
  return undefined;
}

/** Of the person as far as it was asked for already, else of the browser: the database may be what has failed. */
async function languageOf({ context, request }: Args): Promise<Language> {
  const found = await context.memory.signedIn?.catch(() => null);
  return found?.language ?? anonymousLanguage(request);
}

/** What was answered before the router came to it. */
function repeated<T>({
  outcome,
}: {
  readonly outcome: { readonly returned: unknown } | { readonly thrown: unknown };
}): T {
  if ("thrown" in outcome) throw outcome.thrown;
  return outcome.returned as T;
}

/** Wraps a loader or action. What is not a known refusal is logged with the request's id and shown as a plain 500. */
export function answering<A extends Args, T>(run: (args: A) => Promise<T>): (args: A) => Promise<T> {
  const answer = async (args: A): Promise<T> => {
    const { acted, tooLarge } = args.context.memory;
    // Of such a request only the page is made: the router asks its loaders by GET.
    if (tooLarge && args.request.method !== "GET") throw json(tooLarge, { status: 413 });
    if (acted?.action === answer) return repeated(acted);
    try {
      return await run(args);
    } catch (error) {
      if (error instanceof Response) throw error;
      const { requestId, portal } = args.context;
      const response = problemResponse(error, requestId, await languageOf(args));
      if (isUnknownReference(error)) portal.logger.warn({ err: error, requestId }, "points to what is not there");
      if (!response || response.status === 503) portal.logger.error({ err: error, requestId }, "request failed");
      throw response ?? error;
    }
  };
  return answer;
}
