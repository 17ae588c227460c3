import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addYears, type Day, dayIn, daysBetween } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import {
  type CertificateFacts,
  certificateState,
  decideValidity,
  type PreviousCertificate,
  renewalOpensOn,
} from "./validity";

const previous = (start: Day, end: Day, facts: Partial<PreviousCertificate> = {}): PreviousCertificate => ({
  validity: { start, end },
  anchorOn: start,
  term: 1,
  renewalWindowDays: 90,
  revoked: false,
  ...facts,
});
const of2026 = previous("2026-03-10", "2027-03-10");

describe("the dates a passed exam earns", () => {
  test.each<[why: string, passedOn: Day, before: PreviousCertificate | null, outcome: string, start: Day, end: Day]>([
    ["first", "2026-03-10", null, "first", "2026-03-10", "2027-03-10"],
    ["inside the window", "2027-01-15", of2026, "renewal", "2027-03-10", "2028-03-10"],
    ["first day of the window", "2026-12-10", of2026, "renewal", "2027-03-10", "2028-03-10"],
    ["last day of the window", "2027-03-09", of2026, "renewal", "2027-03-10", "2028-03-10"],
    ["first day after the end", "2027-03-10", of2026, "new_chain", "2027-03-10", "2028-03-10"],
    ["lapsed", "2027-04-01", of2026, "new_chain", "2027-04-01", "2028-04-01"],
    ["leap day", "2028-02-29", null, "first", "2028-02-29", "2029-03-01"],
    ["leap-day chain", "2029-02-20", previous("2028-02-29", "2029-03-01"), "renewal", "2029-03-01", "2030-03-01"],
    [
      "leap-day chain returns to the leap day",
      "2031-12-20",
      previous("2031-03-01", "2032-02-29", { anchorOn: "2028-02-29", term: 4 }),
      "renewal",
      "2032-02-29",
      "2033-03-01",
    ],
    [
      "leap-day chain, fourth term",
      "2031-02-20",
      previous("2030-03-01", "2031-03-01", { anchorOn: "2028-02-29", term: 3 }),
      "renewal",
      "2031-03-01",
      "2032-02-29",
    ],
    ["revoked before", "2026-06-01", { ...of2026, revoked: true }, "new_chain", "2026-06-01", "2027-06-01"],
    ["revoked, inside its window", "2027-01-15", { ...of2026, revoked: true }, "new_chain", "2027-01-15", "2028-01-15"],
    [
      "a window of 30 days as issued",
      "2027-02-08",
      { ...of2026, renewalWindowDays: 30 },
      "renewal",
      "2027-03-10",
      "2028-03-10",
    ],
  ])("%s: passed %s", (_why, passedOn, before, outcome, start, end) => {
    expect(decideValidity({ passedOn, previous: before }, policy)).toMatchObject({ outcome, validity: { start, end } });
  });

  test("is refused the day before the window, and says when it opens", () => {
    expect(decideValidity({ passedOn: "2026-12-09", previous: of2026 }, policy)).toEqual({
      outcome: "refused",
      windowOpensOn: "2026-12-10",
    });
    const narrow = { ...of2026, renewalWindowDays: 30 };
    expect(decideValidity({ passedOn: "2027-02-07", previous: narrow }, policy)).toEqual({
      outcome: "refused",
      windowOpensOn: "2027-02-08",
    });
  });

  test("the organisation's zone decides the day: 23:30 in New York is already tomorrow in Berlin", () => {
    const passedAt = new Date("2026-03-11T03:30:00Z");
    const startIn = (zone: string) => decideValidity({ passedOn: dayIn(zone, passedAt), previous: null }, policy);
    expect(startIn("America/New_York")).toMatchObject({ validity: { start: "2026-03-10", end: "2027-03-10" } });
    expect(startIn("Europe/Berlin")).toMatchObject({ validity: { start: "2026-03-11", end: "2027-03-11" } });
  });

  test("a staff exception before the window begins a new chain, inside the window it changes nothing", () => {
    const exception = (passedOn: Day) => decideValidity({ passedOn, previous: of2026, exceptionGranted: true }, policy);
    expect(exception("2026-08-01")).toEqual({
      outcome: "new_chain",
      validity: { start: "2026-08-01", end: "2027-08-01" },
      anchorOn: "2026-08-01",
      term: 1,
    });
    expect(exception("2027-01-15")).toMatchObject({ outcome: "renewal", anchorOn: "2026-03-10", term: 2 });
  });

  test("a changed length or grace touches only what is issued under it", () => {
    const changed = { certificateYears: 2, graceDays: 10 };
    const late = decideValidity({ passedOn: "2027-03-19", previous: of2026 }, changed);
    expect(late).toMatchObject({ outcome: "renewal", validity: { start: "2027-03-10", end: "2029-03-10" } });
    const tooLate = decideValidity({ passedOn: "2027-03-20", previous: of2026 }, changed);
    expect(tooLate).toMatchObject({ outcome: "new_chain", validity: { start: "2027-03-20" } });
  });
});

const anyDay = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays("2000-01-01", days));
const leapDay = fc.integer({ min: 0, max: 22 }).map((n) => `${2004 + 4 * n}-02-29` as Day);

describe("a chain of renewals", () => {
  test("passed inside every window has no gap and no overlap, and its n-th end is n years after the anchor", () => {
    const daysIntoWindow = fc.array(fc.integer({ min: 0, max: 89 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.oneof(anyDay, leapDay), daysIntoWindow, (anchor, delays) => {
        let last = previous(anchor, addYears(anchor, 1));
        for (const delay of delays) {
          const next = decideValidity({ passedOn: addDays(renewalOpensOn(last), delay), previous: last }, policy);
          if (next.outcome !== "renewal") throw new Error(next.outcome);
          expect(next.validity.start).toBe(last.validity.end);
          expect(next.term).toBe(last.term + 1);
          expect(next.validity.end).toBe(addYears(anchor, next.term));
          last = { ...last, ...next };
        }
      }),
    );
  });

  test("whenever it is passed, nobody ends up with an earlier end, and no day is given away twice", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 800 }), fc.boolean(), (anchor, delay, exceptionGranted) => {
        const old = previous(anchor, addYears(anchor, 1));
        const passedOn = addDays(anchor, delay);
        const next = decideValidity({ passedOn, previous: old, exceptionGranted }, policy);
        if (next.outcome === "refused") {
          expect(exceptionGranted).toBe(false);
          expect(daysBetween(next.windowOpensOn, old.validity.end)).toBe(90);
          expect(passedOn < next.windowOpensOn).toBe(true);
          return;
        }
        expect(next.validity.end >= old.validity.end).toBe(true);
        expect(next.validity.start >= passedOn).toBe(true);
        if (!exceptionGranted) expect(next.validity.start >= old.validity.end).toBe(true);
      }),
    );
  });
});

describe("the state of a certificate on a day", () => {
  const plain: CertificateFacts = {
    validity: { start: "2026-03-10", end: "2027-03-10" },
    suspensions: [],
    revocation: null,
    renewedBy: null,
  };
  const renewed = { ...plain, renewedBy: "SLA-2" };
  const suspended: CertificateFacts = {
    ...plain,
    suspensions: [
      { during: { start: "2026-05-01", end: "2026-06-01" }, reasonClass: "administrative" },
      { during: { start: "2027-01-01", end: null }, reasonClass: "conduct" },
    ],
  };
  const revoked: CertificateFacts = {
    ...suspended,
    revocation: { effectiveOn: "2026-05-10", reasonClass: "issued_in_error" },
  };

  test.each<[string, CertificateFacts, Day, ReturnType<typeof certificateState>]>([
    ["day before", plain, "2026-03-09", { state: "upcoming", from: "2026-03-10", validThrough: "2027-03-09" }],
    ["first day", plain, "2026-03-10", { state: "valid", validThrough: "2027-03-09", renewedBy: null }],
    ["last day", plain, "2027-03-09", { state: "valid", validThrough: "2027-03-09", renewedBy: null }],
    ["first day after", plain, "2027-03-10", { state: "expired", since: "2027-03-10" }],
    [
      "renewed, own days still run",
      renewed,
      "2027-03-09",
      { state: "valid", validThrough: "2027-03-09", renewedBy: "SLA-2" },
    ],
    ["renewed, own days over", renewed, "2027-03-10", { state: "renewed", by: "SLA-2", ended: "2027-03-10" }],
    [
      "day before a suspension",
      suspended,
      "2026-04-30",
      { state: "valid", validThrough: "2027-03-09", renewedBy: null },
    ],
    [
      "suspended",
      suspended,
      "2026-05-01",
      { state: "suspended", since: "2026-05-01", until: "2026-06-01", reasonClass: "administrative" },
    ],
    ["re-instated", suspended, "2026-06-01", { state: "valid", validThrough: "2027-03-09", renewedBy: null }],
    [
      "suspended, open end",
      suspended,
      "2027-02-01",
      { state: "suspended", since: "2027-01-01", until: null, reasonClass: "conduct" },
    ],
    ["expired under a suspension", suspended, "2027-03-10", { state: "expired", since: "2027-03-10" }],
    ["revocation announced", revoked, "2026-04-30", { state: "valid", validThrough: "2026-05-09", renewedBy: null }],
    [
      "suspended, day before revocation",
      revoked,
      "2026-05-09",
      { state: "suspended", since: "2026-05-01", until: "2026-06-01", reasonClass: "administrative" },
    ],
    [
      "revoked from its day on",
      revoked,
      "2026-05-10",
      { state: "revoked", since: "2026-05-10", reasonClass: "issued_in_error" },
    ],
    [
      "revoked, own days over",
      { ...revoked, renewedBy: "SLA-2" },
      "2028-01-01",
      { state: "revoked", since: "2026-05-10", reasonClass: "issued_in_error" },
    ],
  ])("%s", (_when, facts, day, expected) => {
    expect(certificateState(facts, day)).toEqual(expected);
  });
});
