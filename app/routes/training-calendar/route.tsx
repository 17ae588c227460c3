import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { LinkButton } from "~/components/button";
import { SelectField } from "~/components/choice-field";
import { EmptyState } from "~/components/empty-state";
import { FilterBar } from "~/components/filter-bar";
import { useMessages } from "~/components/language";
import { PageHeader } from "~/components/page-header";
import { pageTitle } from "~/components/page-title";
import { addDays, dayIn } from "~/kernel/calendar";
import { allows } from "~/people/permissions";
import { type CalendarPart, selectCalendar } from "~/training/calendar-queries.server";
import { standingOf } from "~/training/enrolment-rule";
import { addMonths, firstDayOf, type Month, monthOf, parseMonth } from "~/training/month";
import { selectCourses } from "~/training/session-queries.server";
import { answering } from "~/web/answering.server";
import { may } from "~/web/gate.server";
import { isLanguage } from "~/web/language.server";
import { paths } from "~/web/paths";
import type { CalendarEntry } from "./calendar-entry";
import { messages } from "./messages";
import { MonthGrid } from "./month-grid";
import { MonthList } from "./month-list";
import { MonthSwitch } from "./month-switch";
import { UpcomingTable } from "./upcoming-table";
import { ViewSwitch } from "./view-switch";

export const loader = answering(async (args: LoaderFunctionArgs) => {
  const { portal, actor, language, now } = await may(args, "training.read");
  const query = new URL(args.request.url).searchParams;
  const today = dayIn("UTC", now);
  // Without a month, what comes next: most come to find a seat.
  const month = parseMonth(query.get("month")) ?? null;
  const courses = await selectCourses(portal.db);
  const course = courses.find(({ code }) => code === query.get("course"))?.code ?? "";
  const asked = query.get("language");
  const spoken = isLanguage(asked) ? asked : "";
  const freeOnly = query.get("seats") === "free";
  const parts = await selectCalendar(portal.db, {
    ...(month ? daysAround(month) : { from: now }),
    courseCode: course || undefined,
    language: spoken || undefined,
    personId: actor.personId,
  });
  const entries = parts
    .map((part) => entryOf(part, language, now))
    .filter(({ day, standing }) => (!month || monthOf(day) === month) && (!freeOnly || standing.kind === "free"));
  return {
    title: messages[language].title,
    today,
    month,
    entries,
    filter: { course, language: spoken, seats: freeOnly ? "free" : "" },
    courses: courses.map(({ code, titleEn, titleDe }) => ({
      value: code,
      label: language === "de" ? titleDe : titleEn,
    })),
    maySchedule: allows(actor, "training.schedule"),
  };
});

/** A day more on both sides: which parts belong to the month is decided by the clock of each session's zone. */
const daysAround = (month: Month) => ({
  from: new Date(`${addDays(firstDayOf(month), -1)}T00:00:00Z`),
  until: new Date(`${addDays(firstDayOf(addMonths(month, 1)), 1)}T00:00:00Z`),
});

const entryOf = (part: CalendarPart, language: "en" | "de", now: Date): CalendarEntry => ({
  sessionId: part.trainingSessionId,
  partId: part.partId,
  ordinal: part.ordinal,
  partCount: part.partCount,
  day: dayIn(part.timeZone, part.startsAt),
  startsAt: part.startsAt.toISOString(),
  endsAt: part.endsAt.toISOString(),
  timeZone: part.timeZone,
  title: language === "de" ? part.titleDe : part.titleEn,
  language: part.language,
  online: part.online,
  standing: standingOf({ ...part, startsAt: part.sessionStartsAt, endsAt: part.sessionEndsAt }, part, now),
  price: part.chargeMinorUnits > 0 ? { minorUnits: part.chargeMinorUnits, currency: part.currency } : null,
  mine: part.mine,
});

export const meta = pageTitle;

export default function TrainingCalendar() {
  const { title, month, today, entries, filter, courses, maySchedule } = useLoaderData<typeof loader>();
  const words = useMessages(messages);
  const filtered = filter.course !== "" || filter.language !== "" || filter.seats !== "";
  return (
    <>
      <PageHeader
        title={title}
        action={
          maySchedule && (
            <LinkButton look="primary" to={paths.newTrainingSession()}>
              {words.schedule}
            </LinkButton>
          )
        }
      >
        <p>
          {words.lead}{" "}
          <Link to={paths.myCalendar()} className="link">
            {words.inOwnCalendar}
          </Link>
        </p>
      </PageHeader>
      <ViewSwitch month={month} thisMonth={monthOf(today)} />
      <FilterBar active={filtered} keep={["month"]}>
        <SelectField
          field={{ name: "course" }}
          label={words.course}
          choices={courses}
          defaultValue={filter.course}
          emptyLabel={words.everyCourse}
          hideOptional
        />
        <SelectField
          field={{ name: "language" }}
          label={words.language}
          choices={(["en", "de"] as const).map((value) => ({ value, label: words.languages[value] }))}
          defaultValue={filter.language}
          emptyLabel={words.everyLanguage}
          hideOptional
        />
        <SelectField
          field={{ name: "seats" }}
          label={words.seats}
          choices={[{ value: "free", label: words.freeOnly }]}
          defaultValue={filter.seats}
          emptyLabel={words.everySession}
          hideOptional
        />
      </FilterBar>
      {month ? (
        <>
          <MonthSwitch month={month} thisMonth={monthOf(today)} />
          <div className="hidden lg:block">
            <MonthGrid month={month} today={today} entries={entries} />
          </div>
          <div className={entries.length > 0 ? "lg:hidden" : "mt-4"}>
            {entries.length > 0 ? (
              <MonthList entries={entries} />
            ) : (
              <EmptyState title={words.emptyTitle}>{filtered ? words.emptyFiltered : words.empty}</EmptyState>
            )}
          </div>
        </>
      ) : (
        <UpcomingTable
          entries={entries}
          empty={
            <EmptyState title={filtered ? words.noneFitsTitle : words.noneTitle}>
              {filtered ? words.noneFits : words.none}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
