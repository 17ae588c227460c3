import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { StatusBadge } from "~/components/status-badge";
import { ThreeSeats } from "~/components/three-seats";
import { readWhatIf } from "~/eligibility/read-what-if.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { StandingSentence } from "../standing-sentence";
import { Difference } from "./difference";
import { messages } from "./messages";
import { readChanges } from "./read-changes";
import { SuppositionForm } from "./supposition-form";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  const { portal, language, now } = await may(args, "organisation.read", { organisationId });
  const words = messages[language];
  const changes = readChanges(new URL(args.request.url).searchParams);
  const answer = await readWhatIf(portal.db, { organisationId, ...changes }, now, words.newcomer);
  return { title: words.titleOf(answer.organisation.name), ...answer };
});

export const meta = pageTitle;

type Answer = Awaited<ReturnType<typeof readWhatIf>>;

export default function WhatIfPage() {
  const { organisation, level, today, people, supposition, before, after } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const { leaving, notRenewing, joining, renewals } = supposition;
  const supposed = leaving.length + notRenewing.length + joining.length > 0 || renewals;
  return (
    <>
      <PageHeader
        title={words.title}
        breadcrumb={[{ label: organisation.name, to: paths.organisation(organisation.id) }]}
      >
        {words.intro}
      </PageHeader>
      <div className="flex flex-col gap-5">
        <Section title={words.suppose}>
          <SuppositionForm people={people} supposition={supposition} today={today} />
        </Section>
        {supposed && (
          <Section title={words.difference}>
            <Difference before={before.standing} after={after.standing} />
          </Section>
        )}
        <div className="grid gap-5 md:grid-cols-2">
          <Outcome title={renewals ? words.beforeRenewed : words.before} outcome={before} level={level} day={today} />
          {supposed && <Outcome title={words.after} outcome={after} level={level} day={today} />}
        </div>
      </div>
    </>
  );
}

interface OutcomeProps {
  title: string;
  outcome: Answer["before"];
  level: Answer["level"];
  day: Answer["today"];
}

/** One side of the comparison: status, seats, and the sentence that the organisation's page would say. */
function Outcome({ title, outcome: { standing, seats }, level, day }: OutcomeProps) {
  const german = useLanguage() === "de";
  return (
    <Section title={title} action={<StatusBadge status={standing.status} />}>
      <div className="flex flex-col gap-3">
        <ThreeSeats seats={seats} size="lg" />
        <p>
          <StandingSentence
            standing={standing}
            organisationId={null}
            day={day}
            level={
              level && { name: german ? level.nameDe : level.nameEn, optional: level.secondLevelSupport === "optional" }
            }
          />
        </p>
      </div>
    </Section>
  );
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
