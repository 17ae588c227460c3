import * as instants from "~/kernel/instant-words";
import type { Language } from "./messages";
import { unparted } from "./unparted";

export { formatZone, toLocalInputValue } from "~/kernel/instant-words";

/** As in mails, but kept on one line where it would read badly in two. */
export const formatInstant = (
  instant: string | Date,
  language: Language,
  zone: string,
  style?: instants.InstantStyle,
): string => unparted(instants.formatInstant(instant, language, zone, style), language);

export const formatInstantRange = (
  start: string | Date,
  end: string | Date,
  language: Language,
  zone: string,
): string => unparted(instants.formatInstantRange(start, end, language, zone), language);
