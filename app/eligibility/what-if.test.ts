import { describe, expect, it, test } from "vitest";
import type { Day } from "~/kernel/calendar";
import type { CertificateFact, StandingFacts } from "./counting";
import { assessStanding } from "./standing";
import { comesOfSupposing, factsAfter, factsBefore, type Supposition, supposesRenewals } from "./what-if";

const policy = { minimumAdministrators: 3, atRiskDays: 90 };
const today: Day = "2027-01-10";
const certificate = (personId: string, start: Day, end: Day, revokedOn: Day | null = null): CertificateFact => ({
  certificateId: `${personId} ${start}`,
  personId,
  validity: { start, end },
  suspensions: [],
  revokedOn,
});

const people = ["ada", "bea", "cem"];
const facts: StandingFacts = {
  levels: [{ levelCode: "distributor", secondLevelSupport: "mandatory", during: { start: "2026-01-01", end: null } }],
  optIns: [],
  members: people.map((personId) => ({ personId, during: { start: "2026-01-01", end: null }, administrator: true })),
  certificates: [
    certificate("ada", "2026-03-14", "2027-03-14"),
    certificate("bea", "2026-06-01", "2027-06-01"),
    certificate("cem", "2026-09-01", "2027-09-01"),
  ],
};

const nothing: Supposition = { leaving: [], leavingOn: today, notRenewing: [], joining: [], renewals: false };
const after = (supposed: Partial<Supposition>) =>
  assessStanding(factsAfter(facts, { ...nothing, ...supposed }, today), today, policy);
const before = (supposed: Partial<Supposition>) =>
  assessStanding(factsBefore(facts, { ...nothing, ...supposed }, today), today, policy);
const inShort = ({ status, count, runway }: ReturnType<typeof after>) => [status, count, runway?.day ?? null];

test("supposing nothing changes nothing", () => {
  expect(after({})).toEqual(assessStanding(facts, today, policy));
  expect(before({})).toEqual(after({}));
});

describe("what would follow", () => {
  test.each<[string, Partial<Supposition>, ReturnType<typeof inShort>]>([
    ["one leaves today", { leaving: ["cem"] }, ["not_met", 2, null]],
    ["one leaves tomorrow", { leaving: ["cem"], leavingOn: "2027-01-11" }, ["at_risk", 3, "2027-01-11"]],
    ["one leaves after the fall", { leaving: ["cem"], leavingOn: "2027-03-14" }, ["at_risk", 3, "2027-03-14"]],
    ["one joins today", { joining: [today] }, ["met", 4, "2027-06-01"]],
    ["one joins on the day of the fall", { joining: ["2027-03-14"] }, ["met", 3, "2027-06-01"]],
    ["one joins the day after", { joining: ["2027-03-15"] }, ["at_risk", 3, "2027-03-14"]],
    ["one leaves, one joins the same day", { leaving: ["ada"], joining: [today] }, ["met", 3, "2027-06-01"]],
    ["all renew", { renewals: true }, ["met", 3, "2029-03-14"]],
    ["all but one renew", { notRenewing: ["bea"] }, ["met", 3, "2027-06-01"]],
    ["two do not renew", { notRenewing: ["ada", "bea"] }, ["at_risk", 3, "2027-03-14"]],
  ])("%s", (_, supposed, expected) => {
    expect(inShort(after(supposed))).toEqual(expected);
  });
});

it("compares one who does not renew with everybody renewing, so that the difference is that person's", () => {
  expect(supposesRenewals({ ...nothing, notRenewing: ["bea"] })).toBe(true);
  expect(inShort(before({ notRenewing: ["bea"] }))).toEqual(["met", 3, "2029-03-14"]);
});

test.each<[string, Day, Partial<Supposition>, boolean]>([
  ["the first fall that only the end of the supposing brings", "2029-01-10", { renewals: true }, true],
  ["the last one before it", "2029-01-09", { renewals: true }, false],
  ["where one does not renew and so the others do", "2029-01-10", { notRenewing: ["bea"] }, true],
  ["a fall far away, without renewals", "2029-01-10", {}, false],
])("%s", (_, fall, supposed, expected) => {
  expect(comesOfSupposing(fall, { ...nothing, ...supposed }, today)).toBe(expected);
});

it("lets newcomers renew where everybody does", () => {
  const joined = after({ leaving: ["ada"], joining: [today], renewals: true });
  expect(inShort(joined)).toEqual(["met", 3, "2029-01-10"]);
});

it("does not prolong what has ended, was revoked, or is renewed already for longer", () => {
  const chain = [certificate("ada", "2025-01-10", "2026-01-10"), certificate("ada", "2026-01-10", "2027-01-10")];
  const revoked = certificate("bea", "2026-06-01", "2027-06-01", "2027-02-01");
  const odd = { ...facts, certificates: [...chain, revoked] };
  expect(factsBefore(odd, { ...nothing, renewals: true }, today)).toEqual(odd);
});

it("lets a suspended person count again with the renewal, as a renewal that was passed does, and not before", () => {
  const suspended = { ...certificate("dia", "2026-05-01", "2027-05-01"), suspensions: [{ start: today, end: null }] };
  const four: StandingFacts = {
    ...facts,
    members: [...facts.members, { personId: "dia", during: { start: "2026-01-01", end: null }, administrator: true }],
    certificates: [...facts.certificates, suspended],
  };
  const on = (day: Day, supposed: StandingFacts) => assessStanding(supposed, day, policy).count;
  const renewing = factsAfter(four, { ...nothing, renewals: true }, today);
  const passed = { ...four, certificates: [...four.certificates, certificate("dia", "2027-05-01", "2028-05-01")] };
  expect([on(today, renewing), on("2027-04-30", renewing), on("2027-05-01", renewing)]).toEqual([3, 3, 4]);
  expect([on("2027-02-01", passed), on("2027-05-01", passed)]).toEqual([3, 3]);
  const failing = factsAfter(four, { ...nothing, notRenewing: ["dia"] }, today);
  expect(on("2027-05-01", failing)).toBe(3);
});

it("names the cause of the fall: who left, and the newcomer whose certificate ends", () => {
  expect(after({ leaving: ["cem"], leavingOn: "2027-01-11" }).runway?.causes).toEqual([
    { personId: "cem", kind: "membership_ends", certificateId: null },
  ]);
  expect(after({ leaving: ["bea", "cem"], leavingOn: today, joining: [today, "2027-01-10"] }).counted).toContainEqual(
    expect.objectContaining({ personId: "joining-2", until: "2028-01-10" }),
  );
});
