import type { Day } from "~/kernel/calendar";
import { formatDay } from "~/kernel/day-words";
import type { Audience } from "./audience";

export const day = (value: Day): string => formatDay(value, "de", "long");

export const whyYou = ({ audience, organisationName }: { audience: Audience; organisationName: string }): string =>
  ({
    holder: "Sie erhalten diese E-Mail, weil es um Ihre eigene Zertifizierung geht.",
    partner_admin: `Sie erhalten diese E-Mail, weil Sie ${organisationName} im Portal verwalten.`,
    staff: "Sie erhalten diese E-Mail, weil Sie bei IONOS Partner betreuen.",
  })[audience];

export const ofHolder = ({ audience }: { audience: Audience }, holder: string, other: string): string =>
  audience === "holder" ? holder : other;

/** Those that have something to say. */
export const sentences = (...parts: string[]): string => parts.filter((part) => part !== "").join(" ");
