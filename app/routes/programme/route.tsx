import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { type FormOutcome, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { useLanguage, useMessages } from "~/components/language";
import { FlashRegion } from "~/components/notice";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { sectionOutlooks } from "~/examination/bank-outlook";
import { readFormCandidates } from "~/examination/form-candidates.server";
import { publishProgramme } from "~/examination/publish-programme.server";
import { readProgramme } from "~/examination/read-programme.server";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { paths } from "~/web/paths";
import { InForce } from "./in-force";
import { Meanwhile } from "./meanwhile";
import { messages } from "./messages";
import { pageVersion } from "./page-version.server";
import { labelledFields } from "./plan-fields";
import { PlanForm } from "./plan-form";
import { CheckedPlan } from "./plan-preview";
import { planSchema } from "./plan-schema.server";
import { type PlanPreview, previewPlan } from "./preview-plan.server";
import { VersionList } from "./version-list";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "programme.read");
  const programme = await readProgramme(portal.db, now);
  const inForce = programme.versions.find(({ version }) => version === programme.inForce);
  if (!inForce) throw new Error("the version in force is none of the programme's");
  const { bank } = await readFormCandidates(portal.db, null);
  const published = Number(new URL(args.request.url).searchParams.get("published"));
  const versions = programme.versions.map(pageVersion);
  return {
    title: messages[language].title,
    name: programme.name[language],
    inForce: pageVersion(inForce),
    versions,
    bank: sectionOutlooks(inForce.blueprint, bank).map(({ section, fixed, generated }) => ({
      section,
      fixed,
      generated,
    })),
    published: versions.some(({ version }) => version === published) ? published : null,
    mayWrite: allows(actor, "programme.write"),
  };
});

/** `checkedOn`: the newest version that the page knew from which a plan came to be checked. */
type Answer = FormOutcome & { readonly preview?: PlanPreview; readonly checkedOn?: number };

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "programme.write");
  const form = await readForm(args.request);
  return submitted(form, planSchema(now), async ({ step, ...command }) => {
    if (step === "publish") {
      const { version } = await publishProgramme(portal.db, { ...command, actorId: actor.personId }, now);
      return redirect(paths.programme(version));
    }
    const preview = await previewPlan(portal.db, command, { form, language, now });
    return json<Answer>({
      initialValue: preview.typed,
      errors: {},
      rejection: null,
      preview,
      checkedOn: command.basedOn,
    });
  });
});

export const meta = pageTitle;

export default function CertificationProgramme() {
  const { title, name, inForce, versions, bank, published, mayWrite } = useLoaderData<typeof loader>();
  const answer = formOutcome(useActionData<typeof action>()) as Answer | undefined;
  const words = useMessages(messages);
  const language = useLanguage();
  const newest = versions[0]?.version ?? inForce.version;
  const meanwhile = <Meanwhile outcome={answer} checkedOn={answer?.checkedOn} versions={versions} />;
  return (
    <>
      <PageHeader title={title}>
        {name}. {words.intro}
      </PageHeader>
      <FlashRegion flash={published && !answer ? { tone: "success", text: words.published(published) } : null} />
      <FormProblem outcome={answer} fields={labelledFields(answer, words, language)} />
      <div className="flex flex-col gap-5">
        {answer?.preview ? <CheckedPlan preview={answer.preview}>{meanwhile}</CheckedPlan> : meanwhile}
        <InForce version={inForce} bank={bank} />
        {mayWrite && (
          <Section title={words.newVersion}>
            <p className="mb-4 text-muted">{words.startsWith(inForce.version)}</p>
            <PlanForm key={newest} outcome={answer} start={inForce} basedOn={newest} />
          </Section>
        )}
        <VersionList versions={versions} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
