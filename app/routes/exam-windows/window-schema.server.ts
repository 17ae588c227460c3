import { z } from "zod";
import { windowEffects } from "~/examination/exam-window";
import { isTimeZone } from "~/kernel/calendar";
import { meantBy } from "~/training/wall-time";
import { dayField } from "~/web/day-field.server";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not_a_date_time");

/** Both ends as the clock on the wall of the zone shows them. */
const endsSchema = (now: Date) =>
  z
    .object({
      opensDay: dayField,
      opensTime: time,
      closesDay: dayField,
      closesTime: time,
      timeZone: z.string().trim().max(60).refine(isTimeZone, "not_a_time_zone"),
    })
    .transform(({ opensDay, opensTime, closesDay, closesTime, timeZone }, context) => {
      const opensAt = meantBy({ day: opensDay, time: opensTime }, timeZone);
      const closesAt = meantBy({ day: closesDay, time: closesTime }, timeZone);
      const fault = (path: string, message: string) => context.addIssue({ code: "custom", message, path: [path] });
      if (!opensAt) fault("opensTime", "skipped_hour");
      if (!closesAt) fault("closesTime", "skipped_hour");
      if (opensAt && closesAt && closesAt <= opensAt) fault("closesDay", "end_before_start");
      else if (closesAt && closesAt <= now) fault("closesDay", "in_the_past");
      return opensAt && closesAt && closesAt > opensAt && closesAt > now ? { opensAt, closesAt } : z.NEVER;
    });

/** What is typed of a window. The ends are judged by themselves, so that a reason that is missing does not hide what is wrong with them. */
export const windowSchema = (now: Date) =>
  z.intersection(
    endsSchema(now),
    z.object({ reason: z.string().trim().min(3).max(500), agreed: z.array(z.enum(windowEffects)).default([]) }),
  );
