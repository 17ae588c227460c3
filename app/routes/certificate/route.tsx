import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { decisionsOf, selectDecisions } from "~/certification/certificate-queries.server";
import { selectCertificateAndTenant } from "~/certification/certificate-tenant.server";
import { selectOptionalDocumentHash } from "~/certification/document-queries.server";
import { selectProgrammeNames } from "~/certification/programme-names-queries.server";
import { certificateState, renewalOpensOn } from "~/certification/validity";
import { LinkButton } from "~/components/button";
import { certificateSentence } from "~/components/certificate-sentence";
import { formOutcome } from "~/components/form-outcome";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { Section } from "~/components/section";
import { CertificateBadge } from "~/components/status-badge";
import { reinstate, revoke, suspend } from "~/eligibility/decide-on-certificate.server";
import { dayIn, lastDay, parseDay } from "~/kernel/calendar";
import { selectOrganisation } from "~/organisations/organisation-queries.server";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { DecisionForms } from "./decision-forms";
import { DecisionList } from "./decision-list";
import { messages } from "./messages";
import { Record } from "./record";

const day = z.string().transform((text, context) => {
  const parsed = parseDay(text);
  if (!parsed) context.addIssue({ code: "custom", message: "not_a_date" });
  return parsed;
});
const note = z.string().trim().min(3).max(2_000);
const schema = z.discriminatedUnion("decision", [
  z.object({
    decision: z.literal("suspend"),
    from: day,
    reasonClass: z.enum(["under_investigation", "conduct", "administrative"]),
    note,
  }),
  z.object({ decision: z.literal("reinstate"), from: day, note }),
  z.object({
    decision: z.literal("revoke"),
    from: day,
    reasonClass: z.enum(["exam_misconduct", "issued_in_error", "conduct"]),
    note,
  }),
]);

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, language, now } = await may(args, "account.own");
  const { certificate, tenant } = await selectCertificateAndTenant(portal.db, idParam(args, "certificateId"), now);
  const { actor } = await may(args, "certificate.read", tenant);
  const organisation = await selectOrganisation(portal.db, certificate.organisationId);
  const decisions = decisionsOf(await selectDecisions(portal.db, [certificate.id]), certificate.id);
  const today = dayIn(organisation.timeZone, now);
  const mayDecide = allows(actor, "certificate.decide");
  return {
    title: messages[language].title(certificate.number),
    today,
    certificate: {
      id: certificate.id,
      number: certificate.number,
      holderName: certificate.holderName,
      organisationName: certificate.organisationName,
      validity: certificate.validity,
      issuedOn: certificate.issuedOn,
      term: certificate.term,
      attemptId: certificate.attemptId,
      previousId: certificate.previousCertificateId,
    },
    programme: await selectProgrammeNames(portal.db, certificate.programmeCode),
    renewalOpensOn: renewalOpensOn(certificate),
    sha256: (await selectOptionalDocumentHash(portal.db, certificate.id)) ?? null,
    state: certificateState({ validity: certificate.validity, ...decisions }, today),
    decisions: [
      ...decisions.suspensions.map(({ during, reasonClass, note: text }) => ({
        kind: "suspended" as const,
        from: during.start,
        until: during.end,
        reasonClass,
        note: mayDecide ? text : null,
      })),
      ...(decisions.revocation
        ? [
            {
              kind: "revoked" as const,
              from: decisions.revocation.effectiveOn,
              until: null,
              reasonClass: decisions.revocation.reasonClass,
              note: mayDecide ? decisions.revocation.note : null,
            },
          ]
        : []),
    ],
    mayDecide,
  };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const { portal, actor, now } = await may(args, "certificate.decide");
  const certificateId = idParam(args, "certificateId");
  return submitted(await readForm(args.request), schema, async ({ decision, from, ...rest }) => {
    const command = { actorId: actor.personId, certificateId, from, ...rest };
    const decide = { suspend, reinstate, revoke }[decision] as (
      db: typeof portal.db,
      given: typeof command,
      at: Date,
    ) => Promise<void>;
    await decide(portal.db, command, now);
    return redirect(paths.certificate(certificateId));
  });
});

export const meta = pageTitle;

export default function CertificatePage() {
  const data = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const language = useLanguage();
  const words = useMessages(messages);
  const { certificate, state } = data;
  return (
    <>
      <PageHeader
        title={
          <>
            {data.title.replace(certificate.number, "")}
            <span className="whitespace-nowrap">{certificate.number}</span>
          </>
        }
        action={
          <LinkButton look="primary" to={paths.certificateDocument(certificate.id)} reloadDocument target="_blank">
            {words.download}
          </LinkButton>
        }
      >
        <span className="flex flex-wrap items-center gap-3">
          <CertificateBadge state={state.state} />
          {certificateSentence(state, language)}
        </span>
      </PageHeader>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Section title={words.record}>
          <Record {...data} />
        </Section>
        <Section title={words.decisions}>
          <DecisionList decisions={data.decisions} />
          {data.mayDecide && (
            <DecisionForms
              state={state.state}
              holderName={certificate.holderName}
              today={data.today}
              validThrough={lastDay(certificate.validity)}
              outcome={outcome}
            />
          )}
        </Section>
      </div>
    </>
  );
}
