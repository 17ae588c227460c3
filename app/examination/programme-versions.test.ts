import { describe, expect, it } from "vitest";
import { secondLevelAdministrator } from "./blueprint";
import { comingAt, differencesOf, inForceAt, replacedBy, sharesCutScore, standingOf } from "./programme-versions";

const on = (day: number) => new Date(Date.UTC(2027, 2, day));
const [first, second, third] = [1, 2, 3].map((version) => ({ version, activeFrom: on(version) }));
const { blueprint } = secondLevelAdministrator;
const but = (change: { items?: number; weight?: number; minimumPercent?: number }) => ({
  ...blueprint,
  sections: blueprint.sections.map((one) => (one.section === "network" ? { ...one, ...change } : one)),
});

describe("the versions of a programme", () => {
  it("follow each other, each from its day until the next", () => {
    const all = [third, second, first].flatMap((version) => version ?? []);
    expect(all.map((version) => standingOf(version, all, on(2)))).toEqual([
      { state: "coming", until: null },
      { state: "in_force", until: on(3) },
      { state: "past", until: on(2) },
    ]);
    expect(inForceAt(all, on(2)).version).toBe(2);
    expect(comingAt(all, on(2)).map(({ version }) => version)).toEqual([3]);
    expect(() => inForceAt(all, on(0))).toThrow();
  });

  it("never come where a newer one was there before", () => {
    const all = [
      { version: 3, activeFrom: on(2) },
      { version: 2, activeFrom: on(5) },
      { version: 1, activeFrom: on(1) },
    ];
    expect(all.map((version) => standingOf(version, all, on(6)).state)).toEqual(["in_force", "never", "past"]);
    expect(comingAt(all, on(1)).map(({ version }) => version)).toEqual([3]);
  });

  it("take the place of what is in force on their day, not of what will never be", () => {
    const all = [
      { version: 4, activeFrom: on(5) },
      { version: 3, activeFrom: on(2) },
      { version: 2, activeFrom: on(5) },
      { version: 1, activeFrom: on(1) },
    ];
    expect(all.map((version) => replacedBy(all, version)?.version)).toEqual([3, 1, 1, undefined]);
  });

  it("differ in what is named, and an unsaid calculator is the one beside numbers", () => {
    const before = secondLevelAdministrator;
    expect(differencesOf(before, { ...before, blueprint: { ...blueprint, calculator: "numeric" } })).toEqual([]);
    const { sections } = but({ items: 5, minimumPercent: 50 });
    const after = {
      blueprint: { sections, calculator: "never" as const },
      durationMinutes: 60,
      requiresTraining: false,
    };
    expect(differencesOf(before, { ...after, cutScorePercent: 66 })).toEqual([
      { what: "items", section: "network", before: 3, after: 5 },
      { what: "minimum", section: "network", before: 40, after: 50 },
      { what: "duration", before: 45, after: 60 },
      { what: "calculator", before: "numeric", after: "never" },
      { what: "training", before: true, after: false },
      { what: "cut_score", before: 70, after: 66 },
    ]);
  });

  it("share a cut score as long as items and weights are the same", () => {
    expect(sharesCutScore(blueprint, but({ minimumPercent: 10 }))).toBe(true);
    expect(sharesCutScore(blueprint, but({ weight: 20 }))).toBe(false);
    expect(sharesCutScore(blueprint, but({ items: 4 }))).toBe(false);
  });
});
