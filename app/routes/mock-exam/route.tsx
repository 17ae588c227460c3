import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Refused } from "~/components/exam/exam-page";
import { Island, islandHandle } from "~/components/island";
import { useLanguage } from "~/components/language";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { givenFrom } from "~/examination/given-answer";
import { longestNote } from "~/examination/longest-note";
import { selectPracticeItems } from "~/examination/practice-queries.server";
import { saveMockAnswer, takeOverMock, writeMockNote } from "~/examination/save-mock-answer.server";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { readForm } from "~/web/form.server";
import { mockSitting } from "~/web/mock-sitting.server";
import { paths } from "~/web/paths";
import { pageClient } from "~/web/sent-answer.server";
import { MockIsland, type MockIslandData } from "./mock-island";
import type { MockPage } from "./mock-page";
import { readMockPage } from "./read-mock-page.server";

export const loader = answering(async (args: LoaderFunctionArgs) => json(await readMockPage(args)));

/** The form of one question sent as a page: saves it, and goes where the press says. */
export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now, round } = await mockSitting(args);
  const fields = await readForm(args.request);
  const form = await selectPracticeItems(portal.db, round.id);
  const item = form[Number(fields.get("ordinal")) - 1];
  if (!item) throw notFound();
  const { ordinal } = item;
  const given = givenFrom(item.kind, fields);
  const key = { roundId: round.id, personId: actor.personId, clientId: pageClient };
  await takeOverMock(portal.db, key, now);
  const place = { ...key, ordinal, sequence: null };
  const answer = { ...place, agoMs: 0, given, flagged: fields.has("flagged") };
  const saved = await saveMockAnswer(portal.db, answer, now);
  const note = String(fields.get("note") ?? "").replaceAll("\r\n", "\n");
  const noteTooLong = note.length > longestNote;
  if (!noteTooLong) await writeMockNote(portal.db, { ...place, text: note }, now);
  const fault = saved.outcome === "unusable" ? saved.fault : null;
  if (fault || noteTooLong) return json<Refused>({ ordinal, given, fault, note, noteTooLong }, { status: 400 });
  if (fields.get("go") === "hand-in") return redirect(paths.mockHandIn(round.id));
  const next = form[Number(fields.get("go")) - 1] ?? item;
  return redirect(paths.mockExam(round.id, next.ordinal));
});

/** In the seconds in which answers may still arrive, a page without JavaScript looks again by itself. */
export const meta: MetaFunction<typeof loader> = (page) => [
  ...pageTitle(page),
  ...(page.data?.over ? [{ httpEquiv: "refresh", content: "15" }] : []),
];

export const handle = islandHandle;

export default function MockExam() {
  const page = useLoaderData() as unknown as MockPage;
  const refused = useActionData() as unknown as Refused | undefined;
  const language = useLanguage();
  const data: MockIslandData = { page, refused, language };
  return (
    <Island name="mock-exam" data={data}>
      <MockIsland {...data} />
    </Island>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
