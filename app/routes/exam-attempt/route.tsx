import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Island, islandHandle } from "~/components/island";
import { useLanguage } from "~/components/language";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { offersCalculator } from "~/examination/blueprint";
import { readBlueprint, readForm, readPresentations } from "~/examination/form-queries.server";
import { givenFrom } from "~/examination/given-answer";
import { longestNote } from "~/examination/longest-note";
import { renderItem } from "~/examination/render-item.server";
import { isAnswered } from "~/examination/response";
import { saveAnswer, takeOverAttempt } from "~/examination/save-answer.server";
import { writePageNote } from "~/examination/write-note.server";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { noteOriginOf } from "~/web/attempt-origin.server";
import { readForm as readFields } from "~/web/form.server";
import { paths } from "~/web/paths";
import { sitting } from "~/web/sitting.server";
import { ExamIsland, type ExamIslandData } from "./exam-island";
import type { ExamPage, Refused } from "./exam-page";
import { messages } from "./messages";
import { TimeUp } from "./time-up";

/** The name under which a browser without JavaScript answers. */
const pageClient = "page";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now, attempt, answers, notes, timeZone } = await sitting(args);
  const form = await readForm(portal.db, attempt.id);
  // Who comes back, in this browser or another, goes on at the first question without an answer.
  const firstOpen = 1 + answers.findIndex(({ response }) => !isAnswered(response));
  const wanted = Number(new URL(args.request.url).searchParams.get("item") ?? firstOpen);
  const item = form[wanted - 1] ?? form[0];
  const [presentation] = item ? await readPresentations(portal.db, [item], language) : [];
  if (!item || !presentation) throw notFound();
  const blueprint = await readBlueprint(portal.db, attempt.programmeVersionId);
  await noteOriginOf(args, attempt.id, now);
  const page: ExamPage = {
    title: messages[language].title,
    attemptId: attempt.id,
    candidate: actor.fullName,
    now: now.toISOString(),
    deadlineAt: attempt.deadlineAt.toISOString(),
    zone: timeZone,
    over: now >= attempt.deadlineAt,
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
    calculator: form.map(({ kind }) => offersCalculator(blueprint.calculator ?? "numeric", kind)),
  };
  return json(page);
});

/** The form of one question sent as a page: saves it, and goes where the press says. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now, attempt } = await sitting(args);
  const fields = await readFields(args.request);
  const form = await readForm(portal.db, attempt.id);
  const item = form[Number(fields.get("ordinal")) - 1];
  if (!item) throw notFound();
  const given = givenFrom(item.kind, fields);
  const key = { attemptId: attempt.id, personId: actor.personId, clientId: pageClient };
  await takeOverAttempt(portal.db, key);
  const answer = { ordinal: item.ordinal, sequence: null, agoMs: 0, given, flagged: fields.has("flagged") };
  const saved = await saveAnswer(portal.db, { ...key, ...answer }, now);
  const note = String(fields.get("note") ?? "").replaceAll("\r\n", "\n");
  const noteTooLong = note.length > longestNote;
  if (!noteTooLong) await writePageNote(portal.db, { ...key, ordinal: item.ordinal, text: note }, now);
  const fault = saved.outcome === "unusable" ? saved.fault : null;
  if (fault || noteTooLong) {
    return json<Refused>({ ordinal: item.ordinal, given, fault, note, noteTooLong }, { status: 400 });
  }
  if (fields.get("go") === "hand-in") return redirect(paths.handIn(attempt.id));
  const next = form[Number(fields.get("go")) - 1] ?? item;
  return redirect(paths.attempt(attempt.id, next.ordinal));
});

/** In the seconds in which answers may still arrive, a page without JavaScript looks again by itself. */
export const meta: MetaFunction<typeof loader> = (page) => [
  ...pageTitle(page),
  ...(page.data?.over ? [{ httpEquiv: "refresh", content: "15" }] : []),
];

export const handle = islandHandle;

export default function ExamAttempt() {
  const page = useLoaderData() as unknown as ExamPage;
  const refused = useActionData() as unknown as Refused | undefined;
  const language = useLanguage();
  if (page.over) return <TimeUp attemptId={page.attemptId} />;
  const data: ExamIslandData = { page, refused, language };
  return (
    <Island data={data}>
      <ExamIsland {...data} />
    </Island>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
