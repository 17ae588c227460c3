import { useMessages } from "~/components/language";
import { Mark } from "~/components/mark";
import { Section } from "~/components/section";
import {
  CertificateBadge,
  type CertificateState,
  type OrganisationStatus,
  StatusBadge,
} from "~/components/status-badge";
import { ThreeSeats } from "~/components/three-seats";
import type { Seat } from "~/components/three-seats-drawing";
import type { TimelinePerson } from "~/components/timeline-scale";
import { ValidityTimeline } from "~/components/validity-timeline";
import { messages } from "./messages";

const filled = (name: string): Seat => ({ state: "filled", name });
const standings: readonly Seat[][] = [
  [filled("Ada Berg"), filled("Jana Nováková"), filled("Łukasz Maj")],
  [filled("Ada Berg"), filled("Jana Nováková"), { state: "draining", remainingShare: 0.7, name: "Łukasz Maj" }],
  [filled("Ada Berg"), { state: "draining", remainingShare: 0.35 }, { state: "draining", remainingShare: 0.05 }],
  [filled("Ada Berg"), { state: "upcoming", name: "Tom Kerr" }],
  [],
  [filled("A"), filled("B"), filled("C"), filled("D"), { state: "draining", remainingShare: 0.5 }],
  Array.from({ length: 12 }, (_, index) => filled(`Person ${index}`)),
];

const organisationStatuses: readonly OrganisationStatus[] = [
  "met",
  "at_risk",
  "not_met",
  "in_preparation",
  "not_applicable",
];
const certificateStates: readonly CertificateState[] = [
  "valid",
  "upcoming",
  "renewed",
  "expired",
  "suspended",
  "revoked",
];

const people: readonly TimelinePerson[] = [
  {
    key: "1",
    name: "Ada Berg",
    to: "/gallery",
    bars: [
      { start: "2026-03-10", end: "2027-03-10", state: "valid" },
      { start: "2027-03-10", end: "2028-03-10", state: "upcoming" },
    ],
  },
  {
    key: "2",
    name: "Jana Nováková",
    to: "/gallery",
    bars: [{ start: "2026-05-02", end: "2027-05-02", state: "valid" }],
  },
  { key: "3", name: "Łukasz Maj", to: "/people/3", bars: [{ start: "2026-02-11", end: "2027-02-11", state: "valid" }] },
  { key: "4", name: "Tom Kerr", bars: [{ start: "2026-07-01", end: "2027-07-01", state: "suspended" }] },
  {
    key: "5",
    name: "Christina Oberhuber-Wagenknecht",
    bars: [{ start: "2026-06-15", end: "2027-06-15", state: "revoked" }],
  },
  { key: "6", name: "Kim Soto", bars: [{ start: "2025-11-20", end: "2026-11-20", state: "expired" }] },
  { key: "7", name: "Nils Eck", bars: [] },
];

/** The mark, the three seats at each size, every badge, and the timeline. */
export function Signs() {
  const words = useMessages(messages);
  return (
    <>
      <Section title={words.signs}>
        <div className="flex flex-wrap items-center gap-x-8 gap-y-4">
          <Mark className="size-12" />
          <Mark className="size-4" />
          {standings.map((seats) => (
            <ThreeSeats key={JSON.stringify(seats)} seats={seats} size="lg" />
          ))}
          {standings.map((seats) => (
            <ThreeSeats key={JSON.stringify(seats)} seats={seats} />
          ))}
          {standings.map((seats) => (
            <ThreeSeats key={JSON.stringify(seats)} seats={seats} size="sm" />
          ))}
        </div>
        <div className="mt-4 flex flex-wrap gap-2">
          {organisationStatuses.map((status) => (
            <StatusBadge key={status} status={status} />
          ))}
        </div>
        <div className="mt-2 flex flex-wrap gap-2">
          {certificateStates.map((state) => (
            <CertificateBadge key={state} state={state} />
          ))}
        </div>
      </Section>
      <Section title={words.timeline}>
        <ValidityTimeline people={people} day="2026-11-23" belowFrom="2027-02-11" />
      </Section>
    </>
  );
}
