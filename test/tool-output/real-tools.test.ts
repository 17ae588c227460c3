/**
 * The parsers that the generated exhibits are read back with, on what the tools themselves printed (sysstat 12.6, procps-ng 4.0, iputils, mtr
 * 0.95, iperf3 3.12, fio 3.33, coreutils 9.1 on Debian 12): a generated exhibit that they read is laid out like the real one.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { numberIn, type Row, readDf, readIostat, readMpstat, readSar, readVmstat } from "./columns";
import { readFioExtract } from "./fio";
import { readDatagrams, readMtr, readPing } from "./network";
import { readStates, readUptime } from "./processes";

const sample = (name: string): string[] =>
  readFileSync(new URL(`./samples/${name}.txt`, import.meta.url), "utf8")
    .replace(/\n+$/, "")
    .split("\n");
const sumOf = (row: Row, columns: readonly string[]) => columns.reduce((sum, column) => sum + numberIn(row, column), 0);

describe("what the real tools print is read", () => {
  it("vmstat and mpstat: the shares of the CPU time add up", () => {
    for (const row of readVmstat(sample("vmstat")))
      expect(sumOf(row, ["us", "sy", "id", "wa", "st"])).toBeCloseTo(100, -1);
    const rows = readMpstat(sample("mpstat"));
    expect(rows.at(-1)?.stamp).toBe("Average:");
    const shares = ["%usr", "%nice", "%sys", "%iowait", "%irq", "%soft", "%steal", "%guest", "%gnice", "%idle"];
    for (const row of rows) expect(sumOf(row, shares)).toBeCloseTo(100, 1);
  });
  it("sar: one interface, measured and averaged", () => {
    expect(readSar(sample("sar")).map(({ stamp, IFACE }) => [stamp?.length, IFACE])).toEqual([
      [8, "lo"],
      [8, "lo"],
    ]);
  });
  it("iostat: size and rate of requests make up the kilobytes, rate and duration the queue", () => {
    const [row = {}] = readIostat(sample("iostat"));
    expect(numberIn(row, "r/s") * numberIn(row, "rareq-sz")).toBeCloseTo(numberIn(row, "rkB/s"), -1);
    const waiting = ["r", "w", "d", "f"].map((kind) => numberIn(row, `${kind}/s`) * numberIn(row, `${kind}_await`));
    expect(waiting.reduce((sum, each) => sum + each, 0) / 1000).toBeCloseTo(numberIn(row, "aqu-sz"), 1);
  });
  it("df: shares are rounded up, and inodes are used or free", () => {
    for (const row of readDf(sample("df"))) {
      const [used, free] = [numberIn(row, "Used"), numberIn(row, "Available")];
      expect(numberIn(row, "Use%")).toBe(Math.ceil((used * 100) / (used + free)));
    }
    for (const row of readDf(sample("df-i"))) expect(sumOf(row, ["IUsed", "IFree"])).toBe(numberIn(row, "Inodes"));
  });
  it("ping, mtr and iperf3: what was sent, lost and moved", () => {
    expect(readPing(sample("ping"))).toEqual({ sent: 3, received: 3, lostPercent: 0 });
    expect(readMtr(sample("mtr"))).toMatchObject([{ hop: 1, address: "127.0.0.1", lossPercent: 0, sent: 3 }]);
    const [sender, receiver] = readDatagrams(sample("iperf3"));
    expect(receiver).toMatchObject({ side: "receiver", seconds: 2, lost: 0, total: 24990, lostPercent: 0 });
    expect(sender?.mebibytes).toBeCloseTo((24990 * 200) / 2 ** 20, 2);
  });
  it("fio: bandwidth is IOPS x block size, latency queue depth / IOPS", () => {
    const text = sample("fio").join("\n").split("\n}\n{");
    const [latency, bandwidth] = [`${text[0]}\n}`, `{${text[1]}`].map((part) => readFioExtract(part.split("\n")));
    expect((latency?.meanLatencyNs ?? 0) / 1e9).toBeCloseTo((latency?.iodepth ?? 0) / (latency?.iops ?? 1), 4);
    const bytes = (bandwidth?.iops ?? 0) * (bandwidth?.blockKib ?? 0) * 1024;
    expect((bandwidth?.bytesPerSecond ?? 0) / bytes).toBeCloseTo(1, 5);
  });
  it("uptime and states of processes", () => {
    expect(readUptime(sample("uptime")[0] ?? "")).toEqual([4.36, 5.07, 3.8]);
    expect(readStates(sample("states")).get("R")).toBe(2);
  });
});
