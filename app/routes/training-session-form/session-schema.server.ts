import { z } from "zod";
import { type Day, parseDay } from "~/kernel/calendar";
import { capacityLimits, mostParts, planSession, type SessionFault } from "~/training/session-plan";

const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text);
  if (!parsed) context.addIssue({ code: "custom", message: "not_a_date" });
  return parsed ?? ("" as Day);
});
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "invalid");
const optionalText = (most: number) => z.string().trim().max(most).optional();

const when = {
  trainerId: z.uuid(),
  language: z.enum(["en", "de"]),
  timeZone: z.string().trim().min(1).max(60),
  place: optionalText(300),
  link: z
    .string()
    .trim()
    .max(500)
    .regex(/^https:\/\/\S+$/, "not_a_url")
    .optional(),
  capacity: z.number().int().min(capacityLimits.least).max(capacityLimits.most),
  closesDay: day,
  closesTime: time,
};

/** Free of charge when left out; at most two decimals, comma or full stop. */
const charge = {
  courseCode: z.string().min(1).max(60),
  price: z
    .string()
    .trim()
    .regex(/^\d{1,6}([.,]\d{1,2})?$/, "not_a_number")
    .transform((text) => Math.round(Number(text.replace(",", ".")) * 100))
    .optional(),
  currency: z.enum(["EUR", "USD", "GBP"]),
  taxNote: optionalText(200),
};

/** How many parts the form shows: two at first, one more with each press of its button. */
export const partCountOf = (form: FormData): number =>
  Math.min(mostParts, Math.max(1, Number.parseInt(String(form.get("partCount") ?? ""), 10) || 1));

/** The fields of the parts; a part that is left wholly empty, except the first, counts as not there. */
function partFields(form: FormData, count: number) {
  const numbers = Array.from({ length: count }, (_, index) => index + 1).filter(
    (number) => number === 1 || ["day", "from", "to"].some((name) => form.get(`${name}${number}`)),
  );
  const shape = Object.fromEntries(
    numbers.flatMap((number) => [
      [`day${number}`, day],
      [`from${number}`, time],
      [`to${number}`, time],
    ]),
  );
  // Their names are only known while it runs, so the type knows none of them.
  return { numbers, shape: shape as Record<never, z.ZodType> };
}

/** Reads times and places and asks the rule; what does not hold is marked at its field. */
function planned(form: FormData, now: Date) {
  const { numbers, shape } = partFields(form, partCountOf(form));
  const plan = (value: z.infer<z.ZodObject<typeof when>>, context: z.core.$RefinementCtx) => {
    const text = (name: string) => String((value as Record<string, unknown>)[name]);
    const verdict = planSession(
      {
        timeZone: value.timeZone,
        parts: numbers.map((number) => ({
          day: text(`day${number}`) as Day,
          from: text(`from${number}`),
          to: text(`to${number}`),
        })),
        enrolmentCloses: { day: value.closesDay, time: value.closesTime },
        capacity: value.capacity,
        place: value.place || null,
        link: value.link || null,
      },
      now,
    );
    if (verdict.kind === "holds") return verdict.plan;
    for (const fault of verdict.faults) {
      const [field, message] = marked(fault, numbers);
      context.addIssue({ code: "custom", path: [field], message });
    }
    return z.NEVER;
  };
  return { shape, plan };
}

export function newSessionSchema(form: FormData, now: Date) {
  const { shape, plan } = planned(form, now);
  return z.object({ ...shape, ...when, ...charge }).transform((value, context) => ({
    courseCode: value.courseCode,
    trainerId: value.trainerId,
    language: value.language,
    charge: { minorUnits: value.price ?? 0, currency: value.currency, taxNote: value.taxNote || null },
    plan: plan(value, context),
  }));
}

export function changedSessionSchema(form: FormData, now: Date) {
  const { shape, plan } = planned(form, now);
  return z.object({ ...shape, ...when, revision: z.number().int().min(0) }).transform((value, context) => ({
    trainerId: value.trainerId,
    language: value.language,
    revision: value.revision,
    plan: plan(value, context),
  }));
}

/** The field at which a fault is shown, and its code (`components/field-fault-messages.ts`). */
function marked(fault: SessionFault, numbers: readonly number[]): [field: string, code: string] {
  switch (fault.kind) {
    case "unknown_time_zone":
      return ["timeZone", "not_a_time_zone"];
    case "no_parts":
      return ["day1", "required"];
    case "too_many_parts":
      return ["day1", `too_many:${fault.limit}`];
    case "skipped_hour":
      return [`${fault.at}${numbers[fault.part]}`, "skipped_hour"];
    case "ends_before_start":
      return [`to${numbers[fault.part]}`, "end_before_start"];
    case "before_previous_part":
      return [`from${numbers[fault.part]}`, "before_previous_part"];
    case "starts_in_past":
      return ["day1", "in_the_past"];
    case "deadline_in_skipped_hour":
      return ["closesTime", "skipped_hour"];
    case "deadline_after_start":
      return ["closesDay", "deadline_after_start"];
    case "capacity_out_of_range":
      return ["capacity", `too_big:${capacityLimits.most}`];
    case "nowhere":
      return ["place", "place_or_link"];
  }
}
