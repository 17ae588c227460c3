import { expect, it } from "vitest";
import { degreeOf } from "./section-degree";

const section = (percent: number, met = true) =>
  ({ section: "storage", points: percent, maxPoints: 100, percent, minimumPercent: 40, met }) as const;

it("tells a section without points from one far below the cut and one that is nearly there", () => {
  expect(degreeOf(section(70), 70)).toBe("strong");
  expect(degreeOf(section(69.99), 70)).toBe("weak");
  expect(degreeOf(section(35, false), 70)).toBe("weak");
  expect(degreeOf(section(34.99, false), 70)).toBe("far");
  expect(degreeOf(section(0, false), 70)).toBe("none");
});

it("calls no section secure that is below its own minimum", () => {
  expect(degreeOf(section(75, false), 70)).toBe("weak");
});
