/** What holds for every seed: the figures of the exhibits, read back from their text, lead to the key and to nothing else. */
import { describe, expect, test } from "vitest";
import { gradeItem } from "../grade-item";
import { contentFor, parseItemContent } from "../item";
import type { FixedContent } from "../item-content";
import { modelAnswer } from "../model-answer";
import { keyOf, presentItem } from "../present-item";
import { linesOf } from "../presentation";
import { type GeneratorCode, generators } from "./all-generators";

const seeds = Array.from({ length: 1000 }, (_, index) => `seed-${index}`);

const cases: [GeneratorCode, Record<string, unknown>][] = [
  ["steal_or_iowait", { tool: "vmstat", causes: ["steal", "iowait", "user", "system"] }],
  ["steal_or_iowait", { tool: "mpstat", causes: ["steal", "iowait", "user", "system"] }],
  ["fio_figures", { ask: "bandwidth" }],
  ["fio_figures", { ask: "latency" }],
  ["hop_loss", { faults: ["quiet_hop", "path_loss", "target_only"] }],
  ["log_order", { zones: ["Europe/Berlin", "America/New_York", "Asia/Kolkata"] }],
  ["packet_rate", { ask: "packet_size" }],
  ["packet_rate", { ask: "bandwidth" }],
];

const textsOf = (content: FixedContent): string[][] =>
  content.exhibits.map((exhibit) => ("lines" in exhibit ? exhibit.lines.map(({ text }) => text) : []));

/** The English words of the option that the key names. */
function keyText(content: FixedContent): string {
  if (content.kind !== "single_choice") throw new Error(`no single choice: ${content.kind}`);
  const right = content.options.filter(({ id }) => content.key.optionIds.includes(id));
  expect(right).toHaveLength(1);
  const text = right[0]?.text ?? "";
  return typeof text === "string" ? text : text.en;
}

function answersOf(content: FixedContent): Record<string, number> {
  if (content.kind !== "numeric") throw new Error(`no numeric item: ${content.kind}`);
  return Object.fromEntries(content.key.answers.map(({ unit, value }) => [unit, value]));
}

describe.each(cases)("%s %o", (code, parameters) => {
  const generator = generators[code];
  const content = { kind: generator.kind, generator: code, parameters } as const;
  const made = seeds.map((seed) => generator.generate(seed, parameters));

  test("makes a sound item for every seed, the same one every time", () => {
    for (const [index, item] of made.entries()) {
      expect(parseItemContent(JSON.parse(JSON.stringify(item)))).toEqual(item);
      expect(contentFor(content, seeds[index] as string)).toEqual(item);
    }
  });

  test("varies", () => expect(new Set(made.map((item) => JSON.stringify(item.exhibits))).size).toBeGreaterThan(900));

  test("both languages show the same lines and choices under the same ids, and no two choices read alike", () => {
    for (const seed of seeds.slice(0, 200)) {
      const [en, de] = [presentItem(content, seed, "en"), presentItem(content, seed, "de")];
      expect(linesOf(de)).toEqual(linesOf(en));
      if (!("options" in en) || !("options" in de)) continue;
      expect(de.options.map(({ id }) => id)).toEqual(en.options.map(({ id }) => id));
      for (const { options } of [en, de]) expect(new Set(options.map(({ text }) => text)).size).toBe(options.length);
    }
  });

  test("the model answer of the key earns full points", () => {
    for (const seed of seeds) {
      const key = keyOf(content, seed);
      expect(gradeItem(key, modelAnswer(key), 3)).toBe(3);
    }
  });
});

describe("steal_or_iowait: percentages add up and only the cause of the key stands out", () => {
  const words = {
    steal: /steal time\.$/,
    iowait: /iowait\.$/,
    user: /user time\.$/,
    system: /system time\.$/,
  } as const;
  const check = (shares: Record<keyof typeof words, number>, idle: number, finding: string) => {
    expect(Object.values(shares).reduce((sum, share) => sum + share, idle)).toBeCloseTo(100, 6);
    const standingOut = (Object.keys(words) as (keyof typeof words)[]).filter((part) => shares[part] >= 20);
    expect(standingOut).toHaveLength(1);
    expect(finding).toMatch(words[standingOut[0] as keyof typeof words]);
  };
  test("vmstat", () => {
    for (const seed of seeds) {
      const item = generators.steal_or_iowait.generate(seed, {
        tool: "vmstat",
        causes: ["steal", "iowait", "user", "system"],
      });
      const [header, ...rows] = (textsOf(item)[0] as string[]).slice(1).map((line) => line.trim().split(/\s+/));
      expect(rows).toHaveLength(5);
      for (const row of rows) {
        const value = (column: string) => Number(row[(header as string[]).indexOf(column)]);
        check(
          { user: value("us"), system: value("sy"), iowait: value("wa"), steal: value("st") },
          value("id"),
          keyText(item),
        );
      }
    }
  });
  test("mpstat, whose last line is the mean of the others", () => {
    for (const seed of seeds) {
      const item = generators.steal_or_iowait.generate(seed, {
        tool: "mpstat",
        causes: ["steal", "iowait", "user", "system"],
      });
      const [header, ...rows] = (textsOf(item)[0] as string[]).slice(2).map((line) => line.trim().split(/\s+/));
      const value = (row: string[], column: string) => Number(row[(header as string[]).indexOf(column)]);
      for (const row of rows) {
        check(
          {
            user: value(row, "%usr"),
            system: value(row, "%sys"),
            iowait: value(row, "%iowait"),
            steal: value(row, "%steal"),
          },
          value(row, "%idle"),
          keyText(item),
        );
      }
      const [mean, measured] = [rows.at(-1) as string[], rows.slice(0, -1)];
      expect(value(mean, "%steal")).toBeCloseTo(
        measured.reduce((sum, row) => sum + value(row, "%steal"), 0) / measured.length,
        6,
      );
    }
  });
});

describe("fio_figures: the figure asked for follows from the extract", () => {
  const extract = (item: FixedContent) => JSON.parse((textsOf(item)[0] as string[]).join("\n"));
  test("bandwidth = IOPS x block size; what is shown obeys Little's law; the figure itself is not shown", () => {
    for (const seed of seeds) {
      const item = generators.fio_figures.generate(seed, { ask: "bandwidth" });
      const { bs, iops, iodepth, lat_ns_mean, bw_bytes } = extract(item);
      const bytes = iops * Number.parseInt(bs, 10) * 1024;
      const answers = answersOf(item);
      expect(answers["MiB/s"]).toBeCloseTo(bytes / 2 ** 20, 6);
      expect(answers["MB/s"]).toBeCloseTo(bytes / 1e6, 6);
      expect(answers["Mbit/s"]).toBeCloseTo((bytes * 8) / 1e6, 6);
      expect((lat_ns_mean / 1e9) * iops).toBeCloseTo(Number(iodepth), 4);
      expect(bw_bytes).toBeUndefined();
    }
  });
  test("latency = queue depth / IOPS; bandwidth shown fits IOPS and block size", () => {
    for (const seed of seeds) {
      const item = generators.fio_figures.generate(seed, { ask: "latency" });
      const { bs, iops, iodepth, lat_ns_mean, bw_bytes } = extract(item);
      expect(answersOf(item).ms).toBeCloseTo((Number(iodepth) / iops) * 1000, 6);
      expect(answersOf(item).µs).toBeCloseTo((Number(iodepth) / iops) * 1e6, 3);
      expect(bw_bytes).toBe(iops * Number.parseInt(bs, 10) * 1024);
      expect(lat_ns_mean).toBeUndefined();
    }
  });
  test("MB taken for MiB is outside the tolerance", () => {
    for (const seed of seeds) {
      const key = keyOf({ kind: "numeric", generator: "fio_figures", parameters: { ask: "bandwidth" } }, seed);
      if (key.kind !== "numeric") throw new Error(key.kind);
      const decimal = key.answers.find(({ unit }) => unit === "MB/s")?.value ?? 0;
      expect(gradeItem(key, { kind: "numeric", value: decimal, unit: "MiB/s" }, 1)).toBe(0);
    }
  });
});

test("hop_loss: the loss read from mtr, and what ping counted, lead to the finding of the key", () => {
  for (const seed of seeds) {
    const item = generators.hop_loss.generate(seed, { faults: ["quiet_hop", "path_loss", "target_only"] });
    const [mtr, ping] = textsOf(item) as [string[], string[]];
    const hops = mtr.slice(2).map((line) => {
      const [, hop, loss, last, average, best, worst] =
        /^\s*(\d+)\.\|-- \S+\s+([\d.]+)%\s+100\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/.exec(line) ?? [];
      expect(Number(best)).toBeLessThanOrEqual(Number(average));
      expect(Number(average)).toBeLessThanOrEqual(Number(worst));
      expect(Number(best)).toBeLessThanOrEqual(Number(last));
      expect(Number(last)).toBeLessThanOrEqual(Number(worst));
      return { hop: Number(hop), loss: Number(loss) };
    });
    const [, received, lost] = /, (\d+) received, (\d+)% packet loss/.exec(ping[1] as string) ?? [];
    expect(Number(received) + Number(lost)).toBe(100);
    expect(hops.at(-1)?.loss).toBe(Number(lost));
    const firstLossy = hops.find(({ loss }) => loss > 0)?.hop;
    const finding =
      Number(lost) === 0
        ? `hop ${firstLossy} merely leaves`
        : firstLossy === hops.length
          ? "at the target itself"
          : `lost from hop ${firstLossy} on`;
    expect(keyText(item)).toContain(finding);
  }
});

test("log_order: sorting the lines by their instants, with the zone that timedatectl names, gives the key; sorting by the clocks does not", () => {
  let misleading = 0;
  for (const seed of seeds) {
    const item = generators.log_order.generate(seed, { zones: ["Europe/Berlin", "America/New_York", "Asia/Kolkata"] });
    if (item.kind !== "ordering") throw new Error(item.kind);
    const [app, db, clock] = textsOf(item) as [string[], string[], string[]];
    const [, zone, hours, minutes] = /Time zone: (\S+) \(\w+, ([+-]\d\d)(\d\d)\)/.exec(clock[3] as string) ?? [];
    const utcDay = (clock[1] as string).match(/\d{4}-\d\d-\d\d/)?.[0];
    const offset = `${hours}:${minutes}`;
    const events = [
      ...app.map((line) => ({
        at: Date.parse(line.slice(0, 24)),
        wall: line.slice(11, 19),
        text: line.slice(25).replace(/^(\S+) \S+ /, "$1: "),
      })),
      ...db.map((line) => {
        const wall = line.slice(7, 15);
        return {
          at: Date.parse(`${utcDay}T${wall}${offset}`),
          wall,
          text: line.slice(16).replace(/^(\S+) \S+ /, "$1: "),
        };
      }),
    ];
    const inOrder = [...events].sort((a, b) => a.at - b.at).map(({ text }) => text);
    const keyed = item.key.entryIds.map((id) => item.entries.find((entry) => entry.id === id)?.text);
    expect(inOrder).toEqual(keyed);
    const winter = new Intl.DateTimeFormat("en-US", { timeZone: zone as string, timeZoneName: "longOffset" }).format(
      events[0]?.at,
    );
    expect(winter).toContain(`GMT${offset}`);
    const byClock = [...events].sort((a, b) => (a.wall < b.wall ? -1 : 1)).map(({ text }) => text);
    if (byClock.join() !== inOrder.join()) misleading++;
  }
  expect(misleading).toBeGreaterThan(600);
});

test("packet_rate: packets, kilobytes and the size or bandwidth asked for fit together", () => {
  for (const seed of seeds) {
    for (const ask of ["packet_size", "bandwidth"]) {
      const item = generators.packet_rate.generate(seed, { ask });
      const [header, row] = (textsOf(item)[0] as string[]).slice(2).map((line) => line.trim().split(/\s+/)) as [
        string[],
        string[],
      ];
      const value = (column: string) => Number(row[header.indexOf(column)]);
      const [packets, bytes] = [value("rxpck/s"), value("rxkB/s") * 1024];
      const answers = answersOf(item);
      if (ask === "packet_size") expect(answers.Byte).toBeCloseTo(bytes / packets, 2);
      else {
        expect(answers["Mbit/s"]).toBeCloseTo((bytes * 8) / 1e6, 2);
        expect(answers["Gbit/s"]).toBeCloseTo((bytes * 8) / 1e9, 4);
      }
    }
  }
});
