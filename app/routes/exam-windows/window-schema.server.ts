import { z } from "zod";
import { isTimeZone } from "~/kernel/calendar";
import { meantBy } from "~/training/wall-time";
import { dayField } from "~/web/day-field.server";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalid");

/** What is typed of a window; both ends as the clock on the wall of the zone shows them. */
export const windowSchema = z
  .object({
    opensDay: dayField,
    opensTime: time,
    closesDay: dayField,
    closesTime: time,
    timeZone: z.string().trim().max(60).refine(isTimeZone, "not_one_of"),
    reason: z.string().trim().min(3).max(500),
  })
  .transform(({ opensDay, opensTime, closesDay, closesTime, timeZone, reason }, context) => {
    const opensAt = meantBy({ day: opensDay, time: opensTime }, timeZone);
    const closesAt = meantBy({ day: closesDay, time: closesTime }, timeZone);
    const fault = (path: string) => context.addIssue({ code: "custom", message: "invalid", path: [path] });
    if (!opensAt) fault("opensTime");
    if (!closesAt) fault("closesTime");
    if (opensAt && closesAt && closesAt <= opensAt) fault("closesDay");
    return opensAt && closesAt && closesAt > opensAt ? { opensAt, closesAt, reason } : z.NEVER;
  });
