import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { SubmitButton } from "~/components/button";
import { CheckboxField, RadioGroup } from "~/components/choice-field";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { ItemView } from "~/components/item/item-view";
import { KeyList } from "~/components/item-bank/key-list";
import { useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { RegradesInForce } from "~/components/regrade-in-force";
import { regradeMessages } from "~/components/regrade-messages";
import { Section } from "~/components/section";
import { statisticsMessages } from "~/components/statistics-messages";
import { TextAreaField } from "~/components/text-field";
import { keyLines } from "~/examination/authoring/key-lines";
import { givenFrom } from "~/examination/given-answer";
import { parseItemContent } from "~/examination/item";
import { presentItem } from "~/examination/present-item";
import { proposeRegrade } from "~/examination/regrade/propose-regrade.server";
import { selectRegradedVersion } from "~/examination/regrade/regrade-queries.server";
import { canNameAnswer, treatmentKinds } from "~/examination/regrade/treatment";
import { renderItem } from "~/examination/render-item.server";
import { isAnswered, parseResponse } from "~/examination/response";
import type { ShownItem } from "~/examination/shown-item";
import { notFound } from "~/kernel/rejection";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { isId } from "~/web/params.server";
import { paths } from "~/web/paths";
import { tellRegrades } from "~/web/tell-regrades.server";
import { messages } from "./messages";

const anySeed = "regrade";

function itemVersionOf(request: Request): string {
  const id = new URL(request.url).searchParams.get("itemVersion") ?? "";
  if (!isId(id)) throw notFound();
  return id;
}

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language } = await may(args, "regrade.write");
  const version = await selectRegradedVersion(portal.db, itemVersionOf(args.request));
  const { kind, section, points, itemId, itemVersionId } = version;
  const about = { on: "new_regrade" as const, itemId, itemVersionId };
  const content = parseItemContent(version.content);
  const place = { ordinal: 1, itemVersionId, seed: anySeed, kind, section, points };
  return json({
    title: messages[language].title(regradeMessages[language].item(version.code, version.version)),
    item: renderItem(place, presentItem(content, anySeed, language)),
    canName: canNameAnswer(kind, "generator" in content),
    /** A generated item has another key for everybody. */
    keyNow: "generator" in content ? [] : keyLines(content, language),
    itemVersionId,
    regrades: await tellRegrades(portal.db, actor, language, about),
  });
});

const fields = {
  reason: z.string().trim().min(3).max(2_000),
  takePassesAway: z.literal("on").optional(),
};

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "regrade.write");
  const itemVersionId = itemVersionOf(args.request);
  const { kind, content } = await selectRegradedVersion(portal.db, itemVersionId);
  const form = await readForm(args.request);
  const parsed = parseResponse(kind, presentItem(parseItemContent(content), anySeed, language), givenFrom(kind, form));
  const answer = "response" in parsed && isAnswered(parsed.response) ? parsed.response : null;
  const schema = z.object({ treatment: z.enum(treatmentKinds), ...fields }).transform((given, context) => {
    const { treatment, ...rest } = given;
    if (treatment === "full_marks" || treatment === "drop") return { ...rest, treatment: { kind: treatment } };
    if (answer) return { ...rest, treatment: { kind: treatment, answer } };
    context.addIssue({ code: "custom", path: ["answer"], message: "required" });
    return z.NEVER;
  });
  return submitted(form, schema, async ({ treatment, reason, takePassesAway }) => {
    const proposed = { itemVersionId, treatment, reason, takePassesAway: takePassesAway === "on" };
    const { regradeId } = await proposeRegrade(portal.db, { ...proposed, actorId: actor.personId }, now);
    return redirect(paths.regrade(regradeId));
  });
});

export const meta = pageTitle;

export default function NewRegrade() {
  const { title, item, canName, keyNow, itemVersionId, regrades } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const shared = useMessages(regradeMessages);
  const { title: statistics } = useMessages(statisticsMessages);
  const { treatment, takePassesAway, reason, answer } = formFields(
    outcome,
    "treatment",
    "takePassesAway?",
    "reason",
    "answer?",
  );
  const labelled = [
    { field: treatment, label: words.treatment },
    { field: { ...answer, id: "answer" }, label: words.answer },
    { field: reason, label: words.reason },
  ];
  const kinds = treatmentKinds.filter((kind) => canName || kind === "full_marks" || kind === "drop");
  return (
    <>
      <PageHeader
        title={title}
        breadcrumb={[
          { label: statistics, to: paths.examStatistics() },
          { label: shared.title, to: paths.regrades() },
        ]}
      >
        {words.intro}
      </PageHeader>
      <FormProblem outcome={outcome} fields={labelled} />
      <Form method="post" action={paths.newRegrade(itemVersionId)} className="flex flex-col gap-5" noValidate>
        <RegradesInForce regrades={regrades} />
        <Section title={words.treatment}>
          <RadioGroup
            field={treatment}
            label={words.treatment}
            {...(!canName && { hint: words.notForKind })}
            choices={kinds.map((kind) => ({
              value: kind,
              label: shared.treatments[kind],
              hint: words.hints[kind],
            }))}
          />
          <div className="mt-4">
            <CheckboxField field={takePassesAway} label={words.take} hint={words.takeHint} />
          </div>
        </Section>
        <Section title={words.answer}>
          {/* A group, so that the summary's link has somewhere to lead. */}
          <fieldset id="answer" tabIndex={-1} className="min-w-0">
            <legend className="mb-4 text-muted">{canName ? words.answerHint : words.notForKind}</legend>
            {keyNow.length > 0 && (
              <div className="mb-4">
                <p className="text-sm font-semibold">{words.keyNow}</p>
                <KeyList lines={keyNow} />
              </div>
            )}
            <ItemView
              item={item as unknown as ShownItem}
              answer={null}
              onChange={() => undefined}
              readOnly={!canName}
            />
          </fieldset>
        </Section>
        <TextAreaField field={reason} label={words.reason} hint={words.reasonHint} rows={3} />
        <div>
          <SubmitButton>{words.submit}</SubmitButton>
        </div>
      </Form>
    </>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
