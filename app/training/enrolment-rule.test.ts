import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideEnrolments, decideOffers, offerExpiry, offerStands, standingOf } from "./enrolment-rule";

const deadline = new Date("2027-03-07T17:00:00Z");
const before = new Date("2027-03-01T00:00:00Z");
const session = { state: "scheduled", capacity: 3, enrolmentClosesAt: deadline } as const;
const summary = (verdicts: ReturnType<typeof decideEnrolments>) =>
  verdicts.map((verdict) => (verdict.kind === "waiting" ? `${verdict.place} ${verdict.why}` : verdict.kind));

describe("a seat or the waiting list", () => {
  it.each([
    ["an empty session", { taken: 0, waiting: 0 }, 4, ["enrolled", "enrolled", "enrolled", "1 full"]],
    ["the last seat", { taken: 2, waiting: 0 }, 2, ["enrolled", "1 full"]],
    ["a full session", { taken: 3, waiting: 0 }, 1, ["1 full"]],
    ["a full session with a list", { taken: 3, waiting: 2 }, 2, ["3 full", "4 full"]],
    ["a free seat that others wait for", { taken: 2, waiting: 1 }, 1, ["2 others_came_first"]],
  ])("%s", (_, seats, count, expected) => {
    expect(summary(decideEnrolments(session, seats, count, before))).toEqual(expected);
  });

  it("closes at the deadline, not after it", () => {
    const seats = { taken: 0, waiting: 0 };
    expect(decideEnrolments(session, seats, 1, new Date(deadline.getTime() - 1))).toEqual([{ kind: "enrolled" }]);
    expect(decideEnrolments(session, seats, 1, deadline)).toEqual([{ kind: "closed", why: "deadline_passed" }]);
    expect(decideEnrolments({ ...session, state: "cancelled" }, seats, 1, before)).toEqual([
      { kind: "closed", why: "cancelled" },
    ]);
  });

  it("never seats more than the capacity, and numbers the list without a gap", () => {
    const small = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), small, small, small, (capacity, taken, waiting, count) => {
        const verdicts = decideEnrolments({ ...session, capacity }, { taken, waiting }, count, before);
        const seated = verdicts.filter(({ kind }) => kind === "enrolled").length;
        const places = verdicts.flatMap((verdict) => (verdict.kind === "waiting" ? [verdict.place] : []));
        expect(verdicts).toHaveLength(count);
        expect(seated === 0 || taken + seated <= capacity).toBe(true);
        expect(places).toEqual(places.map((_, index) => waiting + index + 1));
      }),
    );
  });
});

describe("seats that became free", () => {
  const entry = (enrolmentId: string, blocked = false) => ({ enrolmentId, blocked });
  const offersOf = (taken: number, queue: { enrolmentId: string; blocked: boolean }[], now = before) => {
    const { offers, standstill } = decideOffers(session, taken, queue, now);
    return [offers.map(({ enrolmentId }) => enrolmentId).join(""), standstill];
  };

  it.each([
    ["nobody waits", 2, [], ["", "nobody_waiting"]],
    ["no seat is free", 3, [entry("a")], ["", "no_free_seat"]],
    ["more seats are held than there are", 4, [entry("a")], ["", "no_free_seat"]],
    ["first come, first served", 1, [entry("a"), entry("b"), entry("c")], ["ab", "no_free_seat"]],
    ["a blocked entry is passed over", 2, [entry("a", true), entry("b")], ["b", "no_free_seat"]],
    ["everybody left is blocked", 0, [entry("a", true), entry("b")], ["b", "all_blocked"]],
    ["the list is used up", 0, [entry("a")], ["a", "nobody_waiting"]],
  ] as const)("%s", (_, taken, queue, expected) => {
    expect(offersOf(taken, [...queue])).toEqual(expected);
  });

  it("are offered to nobody after the deadline", () => {
    expect(offersOf(0, [entry("a")], deadline)).toEqual(["", "deadline_passed"]);
  });

  it("are held for 48 hours, but never past the deadline", () => {
    expect(offerExpiry(session, before).toISOString()).toBe("2027-03-03T00:00:00.000Z");
    expect(offerExpiry(session, new Date("2027-03-05T17:00:00Z"))).toEqual(deadline);
    expect(offerExpiry(session, new Date("2027-03-07T16:00:00Z"))).toEqual(deadline);
  });

  it("are gone at the instant at which the offer ends", () => {
    expect(offerStands(deadline, new Date(deadline.getTime() - 1))).toBe(true);
    expect(offerStands(deadline, deadline)).toBe(false);
    expect(offerStands(null, before)).toBe(false);
  });
});

describe("how a session stands", () => {
  const startsAt = new Date("2027-03-09T08:00:00Z");
  const endsAt = new Date("2027-03-10T12:00:00Z");
  const standing = (seats: { taken: number; waiting: number }, now = before) =>
    standingOf({ ...session, startsAt, endsAt }, seats, now);

  it.each([
    [
      { taken: 1, waiting: 0 },
      { kind: "free", seats: 2 },
    ],
    [
      { taken: 3, waiting: 0 },
      { kind: "full", waiting: 0 },
    ],
    [
      { taken: 2, waiting: 1 },
      { kind: "full", waiting: 1 },
    ],
  ])("with %j", (seats, expected) => {
    expect(standing(seats)).toEqual(expected);
  });

  it("is closed from the deadline, under way from the start, over from the end, and cancelled before all", () => {
    const seats = { taken: 0, waiting: 0 };
    expect(standing(seats, deadline)).toEqual({ kind: "closed" });
    expect(standing(seats, startsAt)).toEqual({ kind: "begun" });
    expect(standing(seats, new Date(endsAt.getTime() - 1))).toEqual({ kind: "begun" });
    expect(standing(seats, endsAt)).toEqual({ kind: "over" });
    expect(standingOf({ ...session, state: "cancelled", startsAt, endsAt }, seats, startsAt)).toEqual({
      kind: "cancelled",
    });
  });
});
