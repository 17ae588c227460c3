import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { policy } from "~/kernel/policy";
import { type DueMail, nextStep, nextTryAt } from "./delivery";

const now = new Date("2027-01-10T12:00:00Z");
const ago = (hours: number, milliseconds = 0) => new Date(now.getTime() - hours * 3_600_000 + milliseconds);
const plain: DueMail = {
  recipientDeactivated: false,
  unwanted: false,
  newerStagePlanned: false,
  linkExpiresAt: null,
  lapseMailSentAt: null,
  waitsUntil: null,
};

describe("what becomes of a mail whose turn has come", () => {
  it.each([
    ["nothing stands against it", {}, { step: "send" }],
    [
      "recipient deactivated",
      { recipientDeactivated: true, newerStagePlanned: true },
      { step: "suppress", reason: "recipient_deactivated" },
    ],
    ["the recipient does without", { unwanted: true }, { step: "suppress", reason: "unwanted" }],
    ["link valid for another millisecond", { linkExpiresAt: ago(0, 1) }, { step: "send" }],
    ["link expired this instant", { linkExpiresAt: now }, { step: "suppress", reason: "link_expired" }],
    ["newer stage planned", { newerStagePlanned: true }, { step: "supersede" }],
    [
      "newer stage planned, and one sent just now",
      { newerStagePlanned: true, lapseMailSentAt: ago(1) },
      { step: "supersede" },
    ],
    ["one sent 24 hours ago to the millisecond", { lapseMailSentAt: ago(24) }, { step: "send" }],
    [
      "one sent a millisecond less ago",
      { lapseMailSentAt: ago(24, 1) },
      { step: "postpone", until: ago(0, 1), reason: "gap" },
    ],
    [
      "has to wait for the morning",
      { waitsUntil: ago(-3) },
      { step: "postpone", until: ago(-3), reason: "waits_for_morning" },
    ],
    [
      "has to wait for the morning, and one sent just now",
      { waitsUntil: ago(-3), lapseMailSentAt: ago(1) },
      { step: "postpone", until: ago(-23), reason: "gap" },
    ],
    [
      "has to wait, and a newer stage is planned",
      { waitsUntil: ago(-3), newerStagePlanned: true },
      { step: "supersede" },
    ],
  ] as const)("%s", (_, facts, expected) => {
    expect(nextStep({ ...plain, ...facts }, now)).toEqual(expected);
  });
});

describe("when an unclear mail is tried again", () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  it("waits within a quarter of twice as long each time, never beyond the longest wait", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: policy.mailTries - 1 }), chance, (tries, luck) => {
        const waited = ((nextTryAt(tries, now, luck)?.getTime() ?? 0) - now.getTime()) / 60_000;
        const middle = Math.min(policy.mailFirstRetryMinutes * 2 ** (tries - 1), policy.mailLongestRetryHours * 60);
        expect(waited).toBeGreaterThanOrEqual(middle * 0.75 - 0.001);
        expect(waited).toBeLessThanOrEqual(middle * 1.25 + 0.001);
      }),
    );
  });

  it("gives up after the last try", () => {
    expect(nextTryAt(policy.mailTries - 1, now, 0.5)).not.toBeNull();
    expect(nextTryAt(policy.mailTries, now, 0.5)).toBeNull();
  });
});
