import { z } from "zod";
import { type Day, parseDay } from "~/kernel/calendar";

/** A day as a form's date field sends it. */
export const dayField = z.iso
  .date()
  .refine((text) => parseDay(text) !== undefined, "not_a_date")
  .transform((text) => text as Day);
