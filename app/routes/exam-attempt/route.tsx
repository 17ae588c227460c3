import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Refused } from "~/components/exam/exam-page";
import { Island, islandHandle } from "~/components/island";
import { useLanguage } from "~/components/language";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { readForm } from "~/examination/form-queries.server";
import { givenFrom } from "~/examination/given-answer";
import { longestNote } from "~/examination/longest-note";
import { saveAnswer, takeOverAttempt } from "~/examination/save-answer.server";
import type { Sitting } from "~/examination/sitting-queries.server";
import { writePageNote } from "~/examination/write-note.server";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { readForm as readFields } from "~/web/form.server";
import type { Admitted } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { pageClient } from "~/web/sent-answer.server";
import { sitting } from "~/web/sitting.server";
import type { AttemptPage } from "./attempt-page";
import { ExamIsland, type ExamIslandData } from "./exam-island";
import { readExamPage } from "./read-exam-page.server";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { actor, language, ...sat } = await sitting(args);
  return json(await readExamPage(args, { ...sat, candidate: { fullName: actor.fullName, language } }));
});

/** The form of one question sent as a page: saves it, and goes where the press says. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const entered = async ({ portal, actor, attempt }: Admitted & Sitting) => {
    const fields = await readFields(args.request);
    const form = await readForm(portal.db, attempt.id);
    const item = form[Number(fields.get("ordinal")) - 1];
    if (!item) return undefined;
    const given = givenFrom(item.kind, fields);
    const key = { attemptId: attempt.id, personId: actor.personId, clientId: pageClient };
    const answer = { ...key, ordinal: item.ordinal, sequence: null, agoMs: 0, given, flagged: fields.has("flagged") };
    return { fields, form, item, given, key, answer };
  };
  // Refused, and the result says so.
  const sat = await sitting(args, async (over) => {
    const late = await entered(over);
    if (late) await saveAnswer(over.portal.db, late.answer, over.now);
  });
  const { portal, now, attempt } = sat;
  const sent = await entered(sat);
  if (!sent) throw notFound();
  const { fields, form, item, given, key, answer } = sent;
  await takeOverAttempt(portal.db, key, now);
  const saved = await saveAnswer(portal.db, answer, now);
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
  const page = useLoaderData() as unknown as AttemptPage;
  const refused = useActionData() as unknown as Refused | undefined;
  const language = useLanguage();
  const data: ExamIslandData = { page, refused, language };
  return (
    <Island name="exam" data={data}>
      <ExamIsland {...data} />
    </Island>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
