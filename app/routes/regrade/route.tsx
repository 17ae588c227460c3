import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "~/components/button";
import { DefinitionList } from "~/components/definition-list";
import { formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { FlashRegion } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { useNamedAnswer } from "~/components/regrade-answer";
import { RegradeBadge } from "~/components/regrade-badge";
import { regradeMessages } from "~/components/regrade-messages";
import { Section } from "~/components/section";
import { statisticsMessages } from "~/components/statistics-messages";
import { foreseeUndo, readRegrade } from "~/eligibility/read-regrade.server";
import { applyRegrade, undoRegrade } from "~/eligibility/regrade-exams.server";
import { parseItemContent } from "~/examination/item";
import { answerInWords } from "~/examination/regrade/answer-in-words";
import { discardRegrade } from "~/examination/regrade/discard-regrade.server";
import { selectRegrade, selectRegradedVersion } from "~/examination/regrade/regrade-queries.server";
import { policy } from "~/kernel/policy";
import { allows } from "~/people/permissions";
import { selectNames } from "~/people/person-queries.server";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { messages } from "./messages";
import { Proposal } from "./proposal";
import { Report } from "./report";
import { Undo, undoChoices } from "./undo";

const perPage = 50;
const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "regrade.read");
  const { searchParams } = new URL(args.request.url);
  const done = searchParams.get("done");
  const { stepDone } = messages[language];
  const page = Math.max(1, Number.parseInt(searchParams.get("page") ?? "1", 10) || 1);
  const shown = { offset: (page - 1) * perPage, limit: perPage };
  const { regrade, report } = await readRegrade(portal.db, idParam(args, "regradeId"), shown, now);
  const { code, version, itemVersionId, content } = await selectRegradedVersion(portal.db, regrade.itemVersionId);
  const { createdBy, appliedBy, undoneBy, discardedBy } = regrade;
  const mayWrite = allows(actor, "regrade.write");
  const mayUndo = mayWrite && regrade.appliedAt !== null && regrade.undoneAt === null;
  const chosen = mayUndo ? undoChoices.find((choice) => choice === searchParams.get("undo")) : undefined;
  const names = await selectNames(
    portal.db,
    [createdBy, appliedBy, undoneBy, discardedBy].filter((id) => id !== null),
  );
  const step = (at: Date | null, by: string | null) => at && { at: at.toISOString(), by: (by && names.get(by)) ?? "" };
  return json({
    title: regradeMessages[language].item(code, version),
    said: done && Object.hasOwn(stepDone, done) ? stepDone[done as keyof typeof stepDone] : null,
    regradeId: regrade.id,
    itemVersionId,
    page,
    report,
    undoing: chosen ? { chosen, foreseen: await foreseeUndo(portal.db, regrade, shown, now) } : null,
    steps: {
      proposed: step(regrade.createdAt, createdBy),
      applied: step(regrade.appliedAt, appliedBy),
      undone: step(regrade.undoneAt, undoneBy),
      discarded: step(regrade.discardedAt, discardedBy),
    },
    regrade: {
      treatment: regrade.treatment.kind,
      answer: answerInWords(regrade.treatment, parseItemContent(content), language),
      takePassesAway: regrade.takePassesAway,
      reason: regrade.reason,
      undoReason: regrade.undoReason,
      certificatesAfterUndo: regrade.certificatesAfterUndo,
      appliedAt: iso(regrade.appliedAt),
      undoneAt: iso(regrade.undoneAt),
      discardedAt: iso(regrade.discardedAt),
      discardReason: regrade.discardReason,
    },
    mayWrite,
    mayUndo,
  });
});

const fingerprint = z.string().max(40);
const reason = z.string().trim().min(3).max(2_000);
const schema = z.discriminatedUnion("step", [
  z.object({ step: z.literal("apply"), fingerprint }),
  z.object({ step: z.literal("discard"), reason }),
  z.object({ step: z.literal("undo"), certificates: z.enum(undoChoices), fingerprint, reason }),
]);

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "regrade.write");
  const { id: regradeId } = await selectRegrade(portal.db, idParam(args, "regradeId"));
  return submitted(await readForm(args.request), schema, async (given) => {
    const command = { actorId: actor.personId, regradeId };
    switch (given.step) {
      case "apply":
        await applyRegrade(portal.db, { ...command, fingerprint: given.fingerprint }, now, portal.random);
        break;
      case "discard":
        await discardRegrade(portal.db, { ...command, reason: given.reason }, now);
        break;
      case "undo": {
        const { certificates, reason, fingerprint } = given;
        await undoRegrade(portal.db, { ...command, certificates, reason, fingerprint }, now, portal.random);
      }
    }
    return redirect(`${paths.regrade(regradeId)}?done=${given.step}`);
  });
});

export const meta = pageTitle;

export default function RegradePage() {
  const { title, said, regradeId, itemVersionId, page, report, undoing, regrade, steps, mayWrite, mayUndo } =
    useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const shared = useMessages(regradeMessages);
  const namedAnswer = useNamedAnswer();
  const { title: statistics } = useMessages(statisticsMessages);
  const language = useLanguage();
  const reportTitle = report?.foreseen ? words.dryRun : regrade.undoneAt ? words.undone : words.done;
  const stepped = (term: string, step: { at: string; by: string } | null) =>
    step
      ? [{ term, value: [step.by, formatInstant(step.at, language, policy.staffTimeZone)].filter(Boolean).join(", ") }]
      : [];
  // Where no pass rested on the regrade alone, nothing was chosen.
  const restedOnIt = report !== null && report.counts.newlyFailed + report.counts.passesKept > 0;
  const passesAfter = regrade.certificatesAfterUndo === "kept" ? words.afterUndoKept : words.afterUndoSuspended;
  const afterUndo = regrade.certificatesAfterUndo
    ? [
        { term: words.reason, value: regrade.undoReason },
        ...(restedOnIt ? [{ term: words.afterUndo, value: passesAfter }] : []),
      ]
    : [];
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={[
          { label: statistics, to: paths.examStatistics() },
          { label: shared.title, to: paths.regrades() },
          { label: words.ofItem, to: paths.itemStatistics(itemVersionId) },
        ]}
      >
        <RegradeBadge {...regrade} />
      </PageHeader>
      <FlashRegion flash={said && !outcome ? { tone: "success", text: said } : null} />
      {outcome && (outcome.rejection || outcome.initialValue.step === "apply") && (
        <FormProblem outcome={outcome} fields={[]} />
      )}
      <div className="grid gap-5">
        <Section title={regrade.appliedAt ? words.facts : words.factsProposed}>
          <DefinitionList
            entries={[
              { term: words.treatment, value: shared.treatments[regrade.treatment] },
              ...namedAnswer(regrade),
              { term: words.passes, value: regrade.takePassesAway ? words.taken : words.kept },
              { term: words.reason, value: regrade.reason },
              ...stepped(words.proposedBy, steps.proposed),
              ...stepped(words.appliedAt, steps.applied),
              ...stepped(words.undoneAt, steps.undone),
              ...afterUndo,
              ...stepped(words.discardedAt, steps.discarded),
              ...(regrade.discardReason ? [{ term: words.discardReason, value: regrade.discardReason }] : []),
            ]}
          />
        </Section>
        {undoing ? (
          <Undo {...undoing} regradeId={regradeId} outcome={outcome} page={page} perPage={perPage} />
        ) : (
          report && <Report title={reportTitle} report={report} page={page} perPage={perPage} />
        )}
        {mayWrite && report?.foreseen && <Proposal fingerprint={report.fingerprint ?? ""} outcome={outcome} />}
        {mayUndo && !undoing && (
          <div>
            <LinkButton look="danger" to={paths.undoRegrade(regradeId, "suspended")}>
              {words.undo}
            </LinkButton>
          </div>
        )}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
