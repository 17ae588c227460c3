import type { LoaderFunctionArgs } from "@remix-run/node";
import { calculatorOf, offersCalculator } from "~/examination/blueprint-limits";
import { readForm, readPresentations, readProgrammeVersion } from "~/examination/form-queries.server";
import { renderItem } from "~/examination/render-item.server";
import { isAnswered } from "~/examination/response";
import type { Sitting } from "~/examination/sitting-queries.server";
import { notFound } from "~/kernel/rejection";
import type { Language } from "~/platform/schema/people-tables";
import { noteOriginOf } from "~/web/attempt-origin.server";
import type { AttemptPage } from "./attempt-page";
import { messages } from "./messages";

interface Sat extends Sitting {
  readonly candidate: { readonly fullName: string; readonly language: Language };
  /** The one instant of the request. */
  readonly now: Date;
}

/** What the exam page shows whoever sits the exam. Throws `not_found` for a form without questions. */
export async function readExamPage(
  args: LoaderFunctionArgs,
  { attempt, answers, notes, timeZone, candidate, now }: Sat,
): Promise<AttemptPage> {
  const { db } = args.context.portal;
  const { fullName, language } = candidate;
  const form = await readForm(db, attempt.id);
  // Who comes back, in this browser or another, goes on at the first question without an answer.
  const firstOpen = 1 + answers.findIndex(({ response }) => !isAnswered(response));
  const wanted = Number(new URL(args.request.url).searchParams.get("item") ?? firstOpen);
  const item = form[wanted - 1] ?? form[0];
  const [presentation] = item ? await readPresentations(db, [item], language) : [];
  if (!item || !presentation) throw notFound();
  const { blueprint } = await readProgrammeVersion(db, attempt.programmeVersionId);
  await noteOriginOf(args, attempt.id, now);
  return {
    title: messages[language].title,
    attemptId: attempt.id,
    candidate: fullName,
    now: now.toISOString(),
    deadlineAt: attempt.deadlineAt.toISOString(),
    zone: timeZone,
    over: now >= attempt.deadlineAt,
    turn: attempt.turn,
    answers: answers.map(({ ordinal, response, flagged, respondedAt }) => ({
      given: response,
      answered: isAnswered(response),
      flagged,
      savedAt: respondedAt?.toISOString() ?? null,
      note: notes.find((note) => note.ordinal === ordinal)?.text ?? "",
    })),
    item: renderItem(item, presentation),
    lastSequence: Math.max(...answers.map(({ sequence }) => sequence)),
    lastNote: Math.max(0, ...notes.map(({ sequence }) => sequence)),
    calculator: form.map(({ kind }) => offersCalculator(calculatorOf(blueprint), kind)),
  };
}
