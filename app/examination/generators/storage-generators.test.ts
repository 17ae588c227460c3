import { describe, expect, test } from "vitest";
import { answersOf, forSeeds, keyText, textsOf } from "#test/generated-items/seeds";
import { numberIn, type Row, readDf, readIostat } from "#test/tool-output/columns";
import { readFioExtract } from "#test/tool-output/fio";
import { gradeItem } from "../grade-item";
import { keyOf } from "../present-item";

describe("fio_figures: the figure asked for follows from the extract, and is not shown", () => {
  test("bandwidth = IOPS x block size; what is shown obeys Little's law", () => {
    forSeeds("fio_figures", { ask: "bandwidth" }, (item) => {
      const { blockKib, iops, iodepth, meanLatencyNs, bytesPerSecond } = readFioExtract(textsOf(item)[0] ?? []);
      const bytes = iops * blockKib * 1024;
      const answers = answersOf(item);
      expect(answers["MiB/s"]).toBeCloseTo(bytes / 2 ** 20, 6);
      expect(answers["MB/s"]).toBeCloseTo(bytes / 1e6, 6);
      expect(answers["Mbit/s"]).toBeCloseTo((bytes * 8) / 1e6, 6);
      expect(((meanLatencyNs ?? 0) / 1e9) * iops).toBeCloseTo(iodepth, 4);
      expect(bytesPerSecond).toBeUndefined();
    });
  });
  test("latency = queue depth / IOPS; bandwidth shown fits IOPS and block size", () => {
    forSeeds("fio_figures", { ask: "latency" }, (item) => {
      const { blockKib, iops, iodepth, meanLatencyNs, bytesPerSecond } = readFioExtract(textsOf(item)[0] ?? []);
      expect(answersOf(item).ms).toBeCloseTo((iodepth / iops) * 1000, 6);
      expect(answersOf(item).µs).toBeCloseTo((iodepth / iops) * 1e6, 3);
      expect(bytesPerSecond).toBe(iops * blockKib * 1024);
      expect(meanLatencyNs).toBeUndefined();
    });
  });
  test("MB taken for MiB is outside the tolerance", () => {
    forSeeds("fio_figures", { ask: "bandwidth" }, (item) => {
      const key = keyOf(item, "");
      expect(gradeItem(key, { kind: "numeric", value: answersOf(item)["MB/s"] ?? 0, unit: "MiB/s" }, 1)).toBe(0);
    });
  });
});

test("slow_volume: rates, sizes, waits and queues of iostat fit together; the key names the volume that waits", () => {
  forSeeds("slow_volume", {}, (item) => {
    const rows = readIostat(textsOf(item)[0] ?? []);
    expect(rows.map(({ Device }) => Device)).toEqual(["vda", "vdb", "vdc"]);
    for (const row of rows) {
      for (const [rate, size, kilobytes] of [
        ["r/s", "rareq-sz", "rkB/s"],
        ["w/s", "wareq-sz", "wkB/s"],
      ] as const)
        expect(numberIn(row, rate) * numberIn(row, size)).toBeCloseTo(numberIn(row, kilobytes), 6);
      const waiting = numberIn(row, "r/s") * numberIn(row, "r_await") + numberIn(row, "w/s") * numberIn(row, "w_await");
      expect(Math.abs(waiting / 1000 - numberIn(row, "aqu-sz"))).toBeLessThan(0.006);
      expect(numberIn(row, "%util")).toBeLessThan(100);
      // Of a device that was not read from, iostat knows no time that a read took.
      for (const [rate, wait] of [
        ["r/s", "r_await"],
        ["w/s", "w_await"],
      ] as const)
        expect(numberIn(row, rate) === 0).toBe(numberIn(row, wait) === 0);
    }
    const most = (column: string): Row => rows.reduce((a, b) => (numberIn(b, column) > numberIn(a, column) ? b : a));
    const slow = most("r_await");
    expect(keyText(item)).toContain(`${slow.Device}: a read takes ${numberIn(slow, "r_await").toFixed(1)} ms`);
    expect(most("%util").Device).not.toBe(slow.Device);
    expect(most("rkB/s").Device).not.toBe(slow.Device);
  });
});

test("inodes_or_blocks: shares as df reckons them, and only what the key names is used up", () => {
  forSeeds("inodes_or_blocks", { causes: ["inodes", "blocks"] }, (item) => {
    const [blocks, inodes] = textsOf(item).map(readDf) as [Row[], Row[]];
    expect(inodes.map(({ Mounted }) => Mounted)).toEqual(blocks.map(({ Mounted }) => Mounted));
    for (const row of blocks) {
      const [size, used, free] = ["1K-blocks", "Used", "Available"].map((column) => numberIn(row, column)) as [
        number,
        number,
        number,
      ];
      expect(used + free).toBeLessThanOrEqual(size);
      expect(numberIn(row, "Use%")).toBe(Math.ceil((used * 100) / (used + free)));
    }
    for (const row of inodes) {
      const [count, used, free] = ["Inodes", "IUsed", "IFree"].map((column) => numberIn(row, column)) as [
        number,
        number,
        number,
      ];
      expect(used + free).toBe(count);
      expect(numberIn(row, "IUse%")).toBe(Math.ceil((used * 100) / count));
    }
    const [, written = {}] = blocks;
    const full = [
      ...(numberIn(written, "Available") === 0 ? ["The blocks below"] : []),
      ...(numberIn(inodes[1] ?? {}, "IFree") === 0 ? ["The inodes below"] : []),
    ];
    expect(full).toHaveLength(1);
    expect(keyText(item)).toContain(`${full[0]} ${written.Mounted} are used up`);
    expect(Math.min(numberIn(blocks[0] ?? {}, "Available"), numberIn(inodes[0] ?? {}, "IFree"))).toBeGreaterThan(0);
  });
});
