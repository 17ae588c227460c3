import { describe, expect, test } from "vitest";
import { type FocusEvent, focusSummary, withoutReloads } from "./focus-spans";

const event = (second: number, kind: FocusEvent["kind"], clientId = "a"): FocusEvent => ({
  clientId,
  kind,
  happenedAt: new Date(Date.UTC(2027, 2, 15, 8, 0, second)),
});

describe("away from the exam page", () => {
  test("never", () => expect(focusSummary([event(1, "pasted")])).toEqual({ times: 0, unreturned: 0, seconds: 0 }));
  test("twice, until it comes back", () =>
    expect(
      focusSummary([
        event(1, "focus_lost"),
        event(5, "focus_regained"),
        event(9, "focus_lost"),
        event(10, "focus_regained"),
      ]),
    ).toEqual({ times: 2, unreturned: 0, seconds: 5 }));
  test("said twice is once", () =>
    expect(focusSummary([event(1, "focus_lost"), event(2, "focus_lost"), event(4, "focus_regained")])).toEqual({
      times: 1,
      unreturned: 0,
      seconds: 3,
    }));
  test("never back is no time", () =>
    expect(focusSummary([event(1, "focus_lost")])).toEqual({ times: 1, unreturned: 1, seconds: 0 }));
  test("back without having left is nothing", () =>
    expect(focusSummary([event(1, "focus_regained")])).toEqual({ times: 0, unreturned: 0, seconds: 0 }));
  test("of two times one without coming back", () =>
    expect(focusSummary([event(1, "focus_lost"), event(3, "focus_regained"), event(9, "focus_lost")])).toEqual({
      times: 2,
      unreturned: 1,
      seconds: 2,
    }));
  test("two browsers are two", () =>
    expect(
      focusSummary([
        event(1, "focus_lost"),
        event(2, "focus_lost", "b"),
        event(3, "focus_regained"),
        event(6, "focus_regained", "b"),
      ]),
    ).toEqual({ times: 2, unreturned: 0, seconds: 6 }));
});

test("a return without a leaving, which a reload leaves behind, is not listed; everything else is", () => {
  const [pasted, left, back] = [event(1, "pasted"), event(2, "focus_lost"), event(3, "focus_regained")];
  const elsewhere = event(4, "focus_regained", "b");
  const again = event(5, "focus_regained");
  expect(withoutReloads([pasted, left, back, elsewhere, again])).toEqual([pasted, left, back]);
  expect(withoutReloads([elsewhere, left])).toEqual([left]);
});
