import { describe, expect, it } from "vitest";
import { attendanceOf, attendanceOpen } from "./completion";

describe("what attendance amounts to", () => {
  it.each([
    [["present", "present"], { kind: "completed" }],
    [["present"], { kind: "completed" }],
    [["present", null], { kind: "open", unmarked: 1 }],
    [[null, null], { kind: "open", unmarked: 2 }],
    [["present", "partial"], { kind: "incomplete", missed: 1 }],
    [["absent", "partial"], { kind: "incomplete", missed: 2 }],
    [["absent", null], { kind: "incomplete", missed: 1 }],
    [[], { kind: "open", unmarked: 0 }],
  ] as const)("%j", (marks, expected) => {
    expect(attendanceOf(marks)).toEqual(expected);
  });

  it("can be recorded from the first moment of the part", () => {
    const start = new Date("2027-03-09T08:00:00Z");
    expect(attendanceOpen(start, new Date(start.getTime() - 1))).toBe(false);
    expect(attendanceOpen(start, start)).toBe(true);
  });
});
