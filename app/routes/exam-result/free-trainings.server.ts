import { addDays, dayIn } from "~/kernel/calendar";
import type { Reader } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { selectCalendar } from "~/training/calendar-queries.server";
import { standingOf } from "~/training/enrolment-rule";
import { monthOf } from "~/training/month";
import { selectCourses } from "~/training/session-queries.server";

const daysAhead = 180;
const shown = 3;

/** The next second-level trainings with free seats, and the calendar's filter that shows them all. */
export async function readFreeTrainings(db: Reader, personId: string, language: Language, now: Date) {
  const course = (await selectCourses(db)).find(({ kind }) => kind === "second_level");
  if (!course) return null;
  const until = new Date(`${addDays(dayIn("UTC", now), daysAhead)}T00:00:00Z`);
  const parts = await selectCalendar(db, { from: now, until, courseCode: course.code, personId });
  const free = parts.flatMap((part) => {
    const standing = standingOf({ ...part, startsAt: part.sessionStartsAt }, part, now);
    if (part.ordinal !== 1 || standing.kind !== "free") return [];
    const title = language === "de" ? part.titleDe : part.titleEn;
    const { trainingSessionId: id, timeZone, partCount } = part;
    return [{ id, title, startsAt: part.startsAt.toISOString(), timeZone, partCount, standing }];
  });
  const first = free[0];
  return {
    sessions: free.slice(0, shown),
    course: course.code,
    month: first ? monthOf(dayIn(first.timeZone, new Date(first.startsAt))) : null,
  };
}

export type FreeTrainings = NonNullable<Awaited<ReturnType<typeof readFreeTrainings>>>;
