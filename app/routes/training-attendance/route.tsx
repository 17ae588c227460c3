import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "~/components/empty-state";
import { formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatInstant, formatInstantRange } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { FlashRegion, Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { selectAttendance } from "~/training/attendance-queries.server";
import { attendanceOf, attendanceOpen } from "~/training/completion";
import { recordAttendance } from "~/training/record-attendance.server";
import { selectTrainingSession, type TrainingSession } from "~/training/session-queries.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { MarksForm } from "./marks-form";
import { messages } from "./messages";
import { PartLinks } from "./part-links";

/** The part asked for by its number, else the last that has begun, else the first. */
function askedPart(request: Request, { parts }: TrainingSession, now: Date) {
  const number = Number(new URL(request.url).searchParams.get("part"));
  return parts.find(({ ordinal }) => ordinal === number) ?? parts.findLast(({ start }) => start <= now) ?? parts[0];
}

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "attendance.write");
  const session = await selectTrainingSession(portal.db, idParam(args, "trainingSessionId"));
  const course = language === "de" ? session.titleDe : session.titleEn;
  const part = askedPart(args.request, session, now);
  const rows = await selectAttendance(portal.db, session.id);
  const completed = Number(new URL(args.request.url).searchParams.get("saved") ?? "-1");
  return {
    title: messages[language].title(course),
    course,
    sessionId: session.id,
    timeZone: session.timeZone,
    parts: session.parts.map(({ ordinal }) => ordinal),
    part: part && {
      id: part.id,
      ordinal: part.ordinal,
      startsAt: part.start.toISOString(),
      endsAt: part.end.toISOString(),
      open: session.state === "scheduled" && attendanceOpen(part.start, now),
    },
    rows: rows.map((row) => {
      const recorded = part && row.marks.get(part.id);
      return {
        enrolmentId: row.enrolmentId,
        personName: row.personName,
        organisationName: row.organisationName,
        mark: recorded?.mark ?? null,
        recordedAt: recorded?.recordedAt.toISOString() ?? null,
        standing: attendanceOf(session.parts.map(({ id }) => row.marks.get(id)?.mark ?? null)).kind,
      };
    }),
    saved: Number.isInteger(completed) && completed >= 0 ? completed : null,
  };
});

const markSchema = z.enum(["present", "partial", "absent"]);

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "attendance.write");
  const trainingSessionId = idParam(args, "trainingSessionId");
  const form = await readForm(args.request);
  const session = await selectTrainingSession(portal.db, trainingSessionId);
  const allPresent = form.get("intent") === "all_present";
  const enrolmentIds = (await selectAttendance(portal.db, trainingSessionId)).map(({ enrolmentId }) => enrolmentId);
  const schema = z.object({
    partId: z.uuid(),
    ...Object.fromEntries(enrolmentIds.map((id) => [`mark-${id}`, markSchema.optional()])),
  });
  return submitted(form, schema, async ({ partId, ...given }) => {
    const marks = enrolmentIds.flatMap((enrolmentId) => {
      const mark = allPresent ? "present" : given[`mark-${enrolmentId}` as keyof typeof given];
      return mark ? [{ enrolmentId, mark: markSchema.parse(mark) }] : [];
    });
    const command = { actorId: actor.personId, trainingSessionId, partId, marks };
    const { completed } = await recordAttendance(portal.db, command, now);
    const ordinal = session.parts.find(({ id }) => id === partId)?.ordinal;
    return redirect(paths.attendance(trainingSessionId, ordinal, String(completed)));
  });
});

export const meta = pageTitle;

export default function TrainingAttendance() {
  const data = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const language = useLanguage();
  const { part, timeZone, sessionId, saved } = data;
  const breadcrumb = [
    { label: words.training, to: paths.training() },
    { label: data.course, to: paths.trainingSession(sessionId) },
  ];
  return (
    <div className="max-w-2xl">
      <PageHeader title={data.title} breadcrumb={breadcrumb}>
        {part && <p className="font-semibold">{formatInstantRange(part.startsAt, part.endsAt, language, timeZone)}</p>}
      </PageHeader>
      {data.parts.length > 1 && <PartLinks sessionId={sessionId} parts={data.parts} current={part?.ordinal ?? 0} />}
      <FlashRegion
        flash={
          saved === null || outcome ? null : { tone: "success", text: saved > 0 ? words.completed(saved) : words.saved }
        }
      />
      <FormProblem outcome={outcome} fields={[]} />
      {part && !part.open && (
        <div className="mb-5">
          <Notice tone="info">{words.opens(formatInstant(part.startsAt, language, timeZone))}</Notice>
        </div>
      )}
      {data.rows.length === 0 ? (
        <EmptyState title={words.nobody}>{words.nobodyHint}</EmptyState>
      ) : (
        part?.open && <MarksForm key={part.id} partId={part.id} rows={data.rows} timeZone={timeZone} />
      )}
    </div>
  );
}
