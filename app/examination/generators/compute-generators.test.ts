import { describe, expect, test } from "vitest";
import { forSeeds, keyText, textsOf } from "#test/generated-items/seeds";
import { numberIn, type Row, readMpstat, readVmstat } from "#test/tool-output/columns";
import { readStates, readUptime } from "#test/tool-output/processes";

const causes = ["steal", "iowait", "user", "system"] as const;
const endings = {
  steal: /steal time\.$/,
  iowait: /iowait\.$/,
  user: /user time\.$/,
  system: /system time\.$/,
} as const;

/** Percentages add up, and the one part that stands out is the finding of the key. */
function check(row: Row, columns: Record<(typeof causes)[number], string>, idle: string, finding: string): void {
  const shares = causes.map((cause) => numberIn(row, columns[cause]));
  expect(shares.reduce((sum, share) => sum + share, numberIn(row, idle))).toBeCloseTo(100, 6);
  const standingOut = causes.filter((_, index) => (shares[index] ?? 0) >= 20);
  expect(standingOut).toHaveLength(1);
  // Nobody calls a guest that is idle half of the time busy.
  if (["user", "system"].includes(standingOut[0] ?? "")) expect(numberIn(row, idle)).toBeLessThanOrEqual(45);
  expect(finding).toMatch(endings[standingOut[0] ?? "steal"]);
}

describe("steal_or_iowait", () => {
  test("vmstat: five lines that add up and show the cause of the key, and no other", () => {
    forSeeds("steal_or_iowait", { tool: "vmstat", causes }, (item) => {
      const rows = readVmstat(textsOf(item)[0] ?? []);
      expect(rows).toHaveLength(5);
      const columns = { user: "us", system: "sy", iowait: "wa", steal: "st" };
      for (const row of rows) check(row, columns, "id", keyText(item));
    });
  });
  test("mpstat: the same, and the last line is the mean of the others", () => {
    forSeeds("steal_or_iowait", { tool: "mpstat", causes }, (item) => {
      const rows = readMpstat(textsOf(item)[0] ?? []);
      const columns = { user: "%usr", system: "%sys", iowait: "%iowait", steal: "%steal" };
      for (const row of rows) check(row, columns, "%idle", keyText(item));
      const [mean, measured] = [rows.at(-1) ?? {}, rows.slice(0, -1)];
      expect(mean.stamp).toBe("Average:");
      for (const column of [...Object.values(columns), "%idle"]) {
        const sum = measured.reduce((total, row) => total + numberIn(row, column), 0);
        expect(numberIn(mean, column)).toBeCloseTo(sum / measured.length, 6);
      }
    });
  });
});

test("load_cause: load, cores and states of the processes tell the same story as the key", () => {
  forSeeds("load_cause", { causes: ["cpu", "storage", "falling"] }, (item) => {
    const [[uptime = "", nproc] = [], counts = []] = textsOf(item);
    const [one, five, fifteen] = readUptime(uptime);
    const states = readStates(counts);
    const [running, blocked, cores] = [states.get("R") ?? 0, states.get("D") ?? 0, Number(nproc)];
    expect(Math.abs(one - running - blocked)).toBeLessThan(0.305);
    if (one < cores) {
      expect(five).toBeGreaterThan(one);
      expect(fifteen).toBeGreaterThan(cores);
      expect([blocked, keyText(item)]).toEqual([0, expect.stringMatching(/^The shortage is over/)]);
    } else {
      expect(fifteen).toBeLessThan(five);
      expect(Math.min(running, blocked)).toBeLessThanOrEqual(1);
      expect(keyText(item)).toMatch(running > cores ? /^More processes want to run/ : /wait for storage\.$/);
    }
  });
});
