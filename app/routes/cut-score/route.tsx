import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { LinkButton } from "~/components/button";
import { cutScoreMessages } from "~/components/cut-score-messages";
import { DefinitionList } from "~/components/definition-list";
import { formOutcome } from "~/components/form-outcome";
import { formatExactPercent, formatNumber } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { Notice } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { StudyBadge } from "~/components/study-badge";
import { doubtsOf } from "~/examination/cut-score/angoff";
import { abandonStudy, closeRound, openNextRound, signStudy } from "~/examination/cut-score/conduct-study.server";
import { remarkOnItem } from "~/examination/cut-score/judge-items.server";
import { readSigning } from "~/examination/cut-score/read-signing.server";
import { readStudy } from "~/examination/cut-score/read-study.server";
import { selectStudy } from "~/examination/cut-score/study-queries.server";
import { policy } from "~/kernel/policy";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { BlueprintChanged } from "./blueprint-changed";
import { ConductForms } from "./conduct-forms";
import { Discussion, remarksOf } from "./discussion";
import { DotPlot } from "./dot-plot";
import { messages } from "./messages";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, now } = await may(args, "account.own");
  const judgeId = allows(actor, "cut_score.read") ? null : actor.personId;
  const { study, closing, ...view } = await readStudy(portal.db, idParam(args, "studyId"), judgeId, now);
  const result = view.rounds.findLast((round) => round.result !== null)?.result ?? null;
  const signing = judgeId === null && !closing ? await readSigning(portal.db, study, now) : null;
  const isJudge = view.judges.some(({ personId }) => personId === actor.personId);
  return json({
    ...view,
    doubts: result && doubtsOf(result, actor.personId, study.createdBy),
    study: { id: study.id, title: study.title, outcome: study.outcome, reason: study.reason },
    closing: closing && { ...closing, closedAt: closing.closedAt.toISOString() },
    signing: signing && {
      ...signing,
      coming: signing.coming.map((coming) => ({ ...coming, activeFrom: coming.activeFrom.toISOString() })),
      blueprintChanges: signing.blueprintChanges.map((change) => ({
        ...change,
        comesAt: change.comesAt?.toISOString() ?? null,
      })),
    },
    ownId: actor.personId,
    isJudge,
    mayConduct: allows(actor, "cut_score.write") && study.closedAt === null,
  });
});

const reason = z.string().trim().min(3).max(2_000);
const schema = z.discriminatedUnion("step", [
  z.object({ step: z.literal("close_round") }),
  z.object({ step: z.literal("next_round") }),
  z.object({ step: z.literal("sign"), reason, basedOn: z.coerce.number().int() }),
  z.object({ step: z.literal("abandon"), reason }),
]);
const remarkSchema = z.object({
  step: z.literal("remark"),
  itemVersionId: z.uuid(),
  remark: z.string().trim().min(1).max(2_000),
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { actor } = await may(args, "account.own");
  const studyId = idParam(args, "studyId");
  const form = await readForm(args.request);
  if (form.get("step") === "remark") {
    const { portal, now } = await may(args, "account.own");
    await readStudy(portal.db, studyId, actor.personId, now);
    return submitted(form, remarkSchema, async ({ itemVersionId, remark }) => {
      await remarkOnItem(portal.db, { studyId, personId: actor.personId, itemVersionId, remark }, now);
      return redirect(`${paths.cutScore(studyId)}#${remarksOf(itemVersionId)}`);
    });
  }
  const { portal, now } = await may(args, "cut_score.write");
  await selectStudy(portal.db, studyId);
  return submitted(form, schema, async (given) => {
    const command = { actorId: actor.personId, studyId };
    switch (given.step) {
      case "close_round":
        await closeRound(portal.db, command, now);
        break;
      case "next_round":
        await openNextRound(portal.db, command, now);
        break;
      case "sign":
        await signStudy(portal.db, { ...command, reason: given.reason, basedOn: given.basedOn }, now);
        break;
      case "abandon":
        await abandonStudy(portal.db, { ...command, reason: given.reason }, now);
        break;
    }
    return redirect(paths.cutScore(studyId));
  });
});

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
  pageTitle({ ...page, data: { title: data?.study.title } });

export default function CutScoreStudy() {
  const { study, closing, judges, members, items, rounds, feedback, ownId, isJudge, mayConduct, doubts, signing } =
    useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const shared = useMessages(cutScoreMessages);
  const language = useLanguage();
  const percent = (value: number) => formatExactPercent(value, language);
  const last = rounds.at(-1);
  const decisive = rounds.findLast((round) => round.result !== null);
  const result = decisive?.result ?? null;
  const nameOf = new Map(judges.map(({ personId, fullName }) => [personId, fullName]));
  const over = study.outcome !== null;
  return (
    <>
      <PageHeader
        title={study.title}
        breadcrumb={[{ label: shared.title, to: paths.cutScores() }]}
        action={
          isJudge &&
          last?.open && (
            <LinkButton look="primary" to={paths.rateItems(study.id)}>
              {shared.rate}
            </LinkButton>
          )
        }
      >
        <StudyBadge outcome={study.outcome} />
        {closing && (
          <span className="ml-3">
            {words.closed(
              closing.fullName,
              formatInstant(closing.closedAt, language, policy.staffTimeZone),
              closing.programmeVersion,
            )}
          </span>
        )}
        {study.reason && <span className="mt-1 block">{study.reason}</span>}
      </PageHeader>
      <div className="grid gap-5">
        {members.map(({ personId, fullName, organisationName }) => (
          <Notice key={personId} tone="warning">
            {words.becameMember(fullName, organisationName)}
          </Notice>
        ))}
        {signing && <BlueprintChanged changes={signing.blueprintChanges} advice={mayConduct} />}
        {result && (
          <Section title={words.result}>
            <DefinitionList
              entries={[
                { term: words.cut, value: <strong>{percent(result.cutScorePercent)}</strong> },
                ...(signing
                  ? [
                      {
                        term: words.cutNow,
                        value: words.ofVersion(percent(signing.cutScorePercent), signing.inForce),
                      },
                    ]
                  : []),
                { term: words.error, value: words.points(formatNumber(result.standardError, language)) },
                { term: words.errorItems, value: words.points(formatNumber(result.errorWithOtherItems, language)) },
                {
                  term: words.perJudge,
                  value: result.judges
                    .map((judge) => `${nameOf.get(judge.personId) ?? ""} ${percent(judge.cutScorePercent)}`)
                    .join(", "),
                },
              ]}
            />
            <p className="mt-3 max-w-prose text-muted">{words.errorHint}</p>
          </Section>
        )}
        <Section title={words.rounds}>
          {rounds.map(({ round, open, progress, result: found }) => (
            <div key={round} className="mb-3">
              <h3 className="font-semibold">
                {shared.round(round)}
                {found && `: ${percent(found.cutScorePercent)} ± ${formatNumber(found.standardError, language)}`}
              </h3>
              <p className="text-muted">
                {progress
                  .map(
                    ({ personId, rated }) =>
                      `${nameOf.get(personId) ?? ""}: ${words.rated(formatNumber(rated, language), formatNumber(items, language))}`,
                  )
                  .join(" · ")}
              </p>
              {open && !over && <p className="text-muted">{words.open}</p>}
            </div>
          ))}
          {!last?.open && !over && <p className="mb-3">{words.discussion}</p>}
          {mayConduct && (
            <ConductForms
              roundOpen={last?.open ?? false}
              doubts={doubts}
              signing={signing}
              cutText={result && percent(result.cutScorePercent)}
              decisive={decisive && decisive !== last ? decisive.round : null}
              outcome={outcome}
            />
          )}
        </Section>
        {feedback.length > 0 && (
          <Section title={words.ratings}>
            <p className="mb-3 text-muted">
              {words.ratingsHint} {isJudge && words.own}
            </p>
            <DotPlot items={feedback} ownId={ownId} />
            <h3 className="mt-5 font-semibold">{words.remarks}</h3>
            <Discussion studyId={study.id} ownId={ownId} items={feedback} mayRemark={isJudge && !over} />
          </Section>
        )}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
