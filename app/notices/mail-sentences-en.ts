import type { Day } from "~/kernel/calendar";
import { formatDay } from "~/kernel/day-words";
import type { Audience } from "./audience";

export const day = (value: Day): string => formatDay(value, "en", "long");

export const whyYou = ({ audience, organisationName }: { audience: Audience; organisationName: string }): string =>
  ({
    holder: "You get this mail because it is about your own certification.",
    partner_admin: `You get this mail because you administer ${organisationName} in the portal.`,
    staff: "You get this mail because you look after partners at IONOS.",
  })[audience];

export const ofHolder = ({ audience }: { audience: Audience }, holder: string, other: string): string =>
  audience === "holder" ? holder : other;

/** Those that have something to say. */
export const sentences = (...parts: string[]): string => parts.filter((part) => part !== "").join(" ");
