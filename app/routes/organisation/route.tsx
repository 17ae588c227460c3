import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { EmptyState } from "~/components/empty-state";
import { AsOfPicker } from "~/components/filter-bar";
import { formFields, formOutcome } from "~/components/form-outcome";
import { FormProblem } from "~/components/form-problem";
import { formatDay, formatNumber } from "~/components/format";
import { useLanguage, useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { ProblemPage } from "~/components/problem-page";
import { Section } from "~/components/section";
import { standingMessages } from "~/components/standing-messages";
import { StatusBadge } from "~/components/status-badge";
import { ThreeSeats } from "~/components/three-seats";
import { ValidityTimeline } from "~/components/validity-timeline";
import { changeOrganisationLevel } from "~/eligibility/change-membership.server";
import { readOrganisation } from "~/eligibility/read-organisation.server";
import type { Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { allows } from "~/people/permissions";
import { answering } from "~/web/answering.server";
import { dayField } from "~/web/day-field.server";
import { readForm, submitted } from "~/web/form.server";
import { may } from "~/web/gate.server";
import { dayQuery, idParam } from "~/web/params.server";
import { paths } from "~/web/paths";
import { Availability } from "./availability";
import { DecisionNote } from "./decision-note";
import { FirstAction } from "./first-action";
import { LevelForm } from "./level-form";
import { messages } from "./messages";
import { Staggering } from "./staggering";
import { StandingSentence } from "./standing-sentence";
import { TaskList } from "./task-list";

const schema = z.object({
  levelCode: z.enum(["partner", "platinum", "distributor", "reseller"]),
  from: dayField,
});

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  const { portal, actor, now } = await may(args, "organisation.read", { organisationId });
  const asked = { on: dayQuery(args.request, "on"), knownOn: dayQuery(args.request, "known") };
  const view = await readOrganisation(portal.db, organisationId, asked, now);
  const tenant = { organisationId };
  const can = {
    list: allows(actor, "organisation.list"),
    addPeople: allows(actor, "membership.write", tenant),
    enrol: allows(actor, "training.enrol_others", tenant),
    changeLevel: allows(actor, "organisation.write", tenant),
  };
  return { title: view.organisation.name, ...view, readerId: actor.personId, can };
});

export const action = answering(async (args: ActionFunctionArgs) => {
  const organisationId = idParam(args, "organisationId");
  const { portal, actor, now } = await may(args, "organisation.write", { organisationId });
  return submitted(await readForm(args.request), schema, async (value) => {
    await changeOrganisationLevel(portal.db, { actorId: actor.personId, organisationId, ...value }, now);
    return redirect(paths.organisation(organisationId));
  });
});

export const meta = pageTitle;

export default function OrganisationPage() {
  const {
    organisation,
    level,
    levels,
    optedInFrom,
    applied,
    today,
    day,
    known,
    standing,
    seats,
    decision,
    tasks,
    advice,
    thin,
    timeline,
    resellers,
    readerId,
    can,
  } = useLoaderData<typeof loader>();
  const outcome = formOutcome(useActionData<typeof action>());
  const words = useMessages(messages);
  const { entity } = useMessages(standingMessages);
  const language = useLanguage();
  const named = (one: { code: string; nameEn: string; nameDe: string }) => ({
    code: one.code,
    name: language === "de" ? one.nameDe : one.nameEn,
  });
  const chosenWords =
    optedInFrom === null
      ? applied
        ? words.appliedFor
        : words.notChosen
      : optedInFrom > day
        ? words.chosenFrom(formatDay(optedInFrom, language, "long"))
        : words.chosen;
  const minimum = formatNumber(policy.minimumAdministrators, language);
  const { levelCode, from } = formFields(outcome, "levelCode", "from");
  return (
    <>
      <PageHeader
        title={organisation.name}
        breadcrumb={can.list ? [{ label: words.organisations, to: paths.organisations() }] : []}
        action={<FirstAction organisationId={organisation.id} tasks={tasks ?? []} can={can} />}
      >
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <StatusBadge status={standing.status} />
          <DecisionNote organisationId={organisation.id} decision={decision} day={day} />
          <span>
            {[level && named(level).name, entity[organisation.contractingEntity]].filter(Boolean).join(" · ")}
          </span>
        </span>
      </PageHeader>
      <FormProblem
        outcome={outcome}
        fields={[
          { field: levelCode, label: words.levelCode },
          { field: from, label: words.from },
        ]}
      />
      <div className="flex flex-col gap-5">
        <div className="card flex flex-wrap items-center gap-x-8 gap-y-4 p-5">
          <ThreeSeats seats={seats} size="lg" />
          <p className="measure min-w-0 flex-1 basis-80 text-lg">
            <StandingSentence
              standing={standing}
              organisationId={organisation.id}
              day={day}
              level={
                level && {
                  name: named(level).name,
                  optional: level.secondLevelSupport === "optional",
                  bindsFrom: optedInFrom,
                }
              }
            />
            {standing.mandatory && <span className="text-muted"> {words.mandatory}</span>}
          </p>
          <div className="w-full text-sm">
            <AsOfPicker day={day} today={today} {...(can.list && { known })} />
            <p className="mt-1 text-muted">
              <ShownDay day={day} today={today} known={known} /> {words.zone(organisation.timeZone)}
            </p>
          </div>
        </div>
        {tasks && (
          <Section title={words.tasks}>
            <TaskList tasks={tasks} organisation={organisation} readerId={readerId} canEnrol={can.enrol} />
          </Section>
        )}
        {thin.length > 0 && <Availability thin={thin} />}
        {advice && <Staggering advice={advice} />}
        {(standing.status !== "not_applicable" || timeline.length > 0) && (
          <Section
            title={words.validity}
            action={
              <span className="no-print flex flex-wrap gap-x-4 text-sm">
                <Link to={paths.absences(organisation.id)} className="link tap">
                  {words.absences}
                </Link>
                <Link to={paths.whatIf(organisation.id)} className="link tap">
                  {words.whatIf}
                </Link>
              </span>
            }
          >
            {timeline.length === 0 ? (
              <EmptyState title={words.noAdministrators}>{words.noAdministratorsHint(minimum)}</EmptyState>
            ) : (
              <ValidityTimeline
                people={timeline.map(({ personId, name, bars, away }) => ({
                  key: personId,
                  name,
                  bars,
                  away,
                  to: paths.member(organisation.id, personId),
                }))}
                day={day}
                isToday={day === today && known === null}
                belowFrom={standing.runway?.day ?? standing.fallen?.day ?? null}
              />
            )}
          </Section>
        )}
        {level?.secondLevelSupport === "optional" && (
          <Section title={words.standing}>
            <p className="measure">
              {chosenWords}{" "}
              <Link to={paths.secondLevel(organisation.id)} className="link tap">
                {optedInFrom ? words.toProgress : words.toApplication}
              </Link>
            </p>
          </Section>
        )}
        {resellers.length > 0 && (
          <Section title={words.resellers}>
            <p className="mb-2 text-sm text-muted">{words.resellersHint}</p>
            <ul className="flex flex-col gap-1">
              {resellers.map(({ id, name }) => (
                <li key={id}>
                  <Link to={paths.organisation(id)} className="link tap">
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
        {can.changeLevel && (
          <LevelForm outcome={outcome} current={level && named(level)} levels={levels.map(named)} today={today} />
        )}
      </div>
    </>
  );
}

/** Which day is shown, and what of it, where that is not simply today. */
function ShownDay({ day, today, known }: { day: Day; today: Day; known: Day | null }) {
  const words = useMessages(messages);
  const language = useLanguage();
  const long = (one: Day) => formatDay(one, language, "long");
  if (known) return <strong className="text-ink">{words.shownAsKnown(long(day), long(known))}</strong>;
  return day === today ? null : words.shown(long(day));
}

export function ErrorBoundary() {
  return <ProblemPage />;
}
