import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SubmitButton } from "~/components/button";
import { Confirm } from "~/components/confirm";
import { DataTable } from "~/components/data-table";
import { formOutcome } from "~/components/form-outcome";
import { formatInstant, formatInstantRange } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { FlashRegion } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { openingAt } from "~/examination/exam-window";
import { setWindow, withdrawWindow } from "~/examination/set-window.server";
import { selectStandingWindows } from "~/examination/window-queries.server";
import { policy } from "~/kernel/policy";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { WindowForm } from "./window-form";
import { windowSchema } from "./window-schema.server";

/** The zone in which the page says its times: that of those who set them. */
const zone = policy.staffTimeZone;

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "exam_window.read");
  const windows = await selectStandingWindows(portal.db, secondLevelAdministrator.code);
  const opening = openingAt(windows, now);
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    title: messages[language].title,
    opening: opening.open
      ? { open: true as const, at: opening.closesAt?.toISOString() ?? null }
      : { open: false as const, at: opening.opensAt?.toISOString() ?? null },
    windows: windows.map(({ id, opensAt, closesAt, reason, recordedByName }) => ({
      id,
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
      reason,
      recordedByName,
    })),
    flash: done === "set" || done === "withdrawn" ? (done as "set" | "withdrawn") : null,
    mayWrite: allows(actor, "exam_window.write"),
  };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "exam_window.write");
  const form = await readForm(args.request);
  const actorId = actor.personId;
  if (form.get("intent") === "withdraw") {
    return submitted(form, z.object({ windowId: z.uuid() }), async ({ windowId }) => {
      await withdrawWindow(portal.db, { actorId, windowId }, now);
      return redirect(paths.examWindows("withdrawn"));
    });
  }
  return submitted(form, windowSchema(now), async (window) => {
    await setWindow(portal.db, { ...window, actorId }, now);
    return redirect(paths.examWindows("set"));
  });
});

export const meta = pageTitle;

export default function ExamWindows() {
  const { title, opening, windows, flash, mayWrite } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const language = useLanguage();
  const at = opening.at && formatInstant(opening.at, language, zone);
  const stands = opening.open ? (at ? words.open(at) : words.alwaysOpen) : at ? words.closedUntil(at) : words.closed;
  return (
    <>
      <PageHeader title={title}>
        {words.intro} <span className="mt-2 block">{words.zones(zone)}</span>
      </PageHeader>
      <FlashRegion flash={flash ? { tone: "success", text: words.done[flash] } : null} />
      <div className="flex flex-col gap-5">
        <p className="font-semibold">{stands}</p>
        <DataTable
          caption={words.list}
          rows={windows}
          rowKey={({ id }) => id}
          empty={null}
          columns={[
            {
              key: "window",
              header: words.window,
              rowHeader: true,
              cell: ({ opensAt, closesAt }) => formatInstantRange(opensAt, closesAt, language, zone),
            },
            { key: "reason", wordy: true, header: words.reason, cell: ({ reason }) => reason },
            { key: "by", header: words.setBy, cell: ({ recordedByName }) => recordedByName },
            {
              key: "withdraw",
              header: "",
              cell: ({ id }) =>
                mayWrite && (
                  <Confirm label={words.withdraw} title={words.withdrawTitle}>
                    <p>{words.withdrawText}</p>
                    <Form method="post">
                      <input type="hidden" name="windowId" value={id} />
                      <SubmitButton look="final" name="intent" value="withdraw">
                        {words.withdrawNow}
                      </SubmitButton>
                    </Form>
                  </Confirm>
                ),
            },
          ]}
        />
        {mayWrite && (
          <Section title={words.set}>
            <WindowForm key={windows.length} outcome={outcome} zone={zone} />
          </Section>
        )}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
