import type { ReadinessPoint } from "~/organisations/support-access";
import type { ContractingEntity, Language } from "~/platform/schema/people-tables";

/** Days before today; negative lies ahead. */
export type DaysAgo = number;

export interface PersonStory {
  /** Part of the address before the @; demo accounts have fixed ones, the others are made from the name. */
  readonly mailbox?: string;
  readonly partnerAdmin?: boolean;
  /** Counts towards the three once certified; so unless said otherwise. */
  readonly administrator?: boolean;
  readonly joined?: DaysAgo;
  readonly left?: DaysAgo;
  /** Days on which the exam was passed: the first, then each renewal. */
  readonly passed?: readonly DaysAgo[];
  /** Days on which it was not. */
  readonly failed?: readonly DaysAgo[];
  /** Day on which the exam was handed in with a result that the ticket decides: it waits for marking. */
  readonly close?: DaysAgo;
  /** Took part in a second-level training this long ago without an exam since. */
  readonly trained?: DaysAgo;
  /** Has a place in the next training. */
  readonly enrolled?: boolean;
  readonly suspended?: { readonly from: DaysAgo; readonly until?: DaysAgo };
  readonly revoked?: DaysAgo;
  /** Planned absence, first and last day; both lie ahead. */
  readonly away?: readonly [DaysAgo, DaysAgo];
  /** What the partner admin has attested of the access to support (clause 2.5). */
  readonly support?: readonly ReadinessPoint[];
  /** Has not answered the invitation. */
  readonly silent?: boolean;
}

export interface OrganisationStory {
  readonly key: string;
  readonly name: string;
  readonly domain: string;
  readonly entity: ContractingEntity;
  readonly zone: string;
  readonly language: Language;
  readonly names: "german" | "american" | "british";
  /** First level, then changes: `[days ago, level]`. */
  readonly levels: readonly (readonly [DaysAgo, "partner" | "platinum" | "distributor" | "reseller"])[];
  readonly distributor?: string;
  /** Has applied for second-level support and waits for IONOS. */
  readonly applied?: DaysAgo;
  /** An application was approved from that day on. */
  readonly optedIn?: DaysAgo;
  readonly optedOut?: DaysAgo;
  readonly selfEnrolment?: boolean;
  readonly people: readonly PersonStory[];
}

export const admin = (mailbox: string | undefined, story: PersonStory = {}): PersonStory => ({
  ...(mailbox ? { mailbox } : {}),
  partnerAdmin: true,
  administrator: false,
  joined: 780,
  ...story,
});
export const passed = (...days: DaysAgo[]): PersonStory => ({ passed: days });
export const member: PersonStory = { joined: 400 };
export const ready = ["dcd_access", "support_pin"] as const;
