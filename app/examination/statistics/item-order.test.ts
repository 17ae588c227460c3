import { describe, expect, it } from "vitest";
import type { RaisedFlag } from "./item-flags";
import { inOrder, itemSorts, usualSort } from "./item-order";

const estimate = (value: number) => ({ value, low: value, high: value });
const line = (
  code: string,
  figures: { difficulty: number; discrimination: number | null; seconds: number | null } | null,
  rest: { responses: number; exposure: number; flags?: readonly RaisedFlag[]; version?: number },
) => ({
  code,
  version: 1,
  section: "network" as const,
  flags: [],
  ...rest,
  statistics: figures && {
    difficulty: estimate(figures.difficulty),
    restCorrelation: figures.discrimination === null ? null : estimate(figures.discrimination),
    time: figures.seconds === null ? null : { medianSeconds: figures.seconds, p90Seconds: figures.seconds },
  },
});

const lines = [
  line("NE-2", { difficulty: 0.5, discrimination: 0.3, seconds: 90 }, { responses: 40, exposure: 0.4 }),
  line("NE-1", { difficulty: 0.9, discrimination: null, seconds: null }, { responses: 40, exposure: 0.2 }),
  line("NE-3", null, { responses: 3, exposure: 0.03 }),
  line(
    "NE-4",
    { difficulty: 0.1, discrimination: -0.2, seconds: 30 },
    { responses: 90, exposure: 0.9, flags: [{ flag: "too_hard", sure: true }] },
  ),
];
const all = { code: undefined, section: undefined, flag: undefined };
const sorted = (key: (typeof itemSorts)[number], direction: "asc" | "desc") =>
  inOrder(lines, all, { key, direction })
    .map(({ code }) => code.at(-1))
    .join("");

describe("the list of items is sorted", () => {
  it.each([
    ["flags", "4123", "1234"],
    ["item", "1234", "4321"],
    ["difficulty", "4213", "1243"],
    ["discrimination", "4213", "2413"],
    ["time", "4213", "2413"],
    ["responses", "3124", "4123"],
    ["exposure", "3124", "4213"],
  ] as const)("by %s: %s upwards, %s downwards; who has no figure stands last, equals by code", (key, up, down) => {
    expect(sorted(key, "asc")).toBe(up);
    expect(sorted(key, "desc")).toBe(down);
  });

  it("with every line, whatever it is sorted by", () => {
    for (const key of itemSorts) for (const way of ["asc", "desc"] as const) expect(sorted(key, way)).toHaveLength(4);
  });

  it("by the flags unless something else is asked for, and filtered all the same", () => {
    expect(inOrder(lines, { ...all, flag: "any" }, usualSort).map(({ code }) => code)).toEqual(["NE-4"]);
    expect(inOrder(lines, { ...all, code: "ne-3" }, { key: "time", direction: "desc" })).toHaveLength(1);
  });
});
