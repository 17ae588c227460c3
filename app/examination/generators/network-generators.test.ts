import { describe, expect, test } from "vitest";
import { answersOf, forSeeds, keyText, textsOf } from "#test/generated-items/seeds";
import { numberIn, readSar } from "#test/tool-output/columns";
import { readDatagrams, readMtr, readPing } from "#test/tool-output/network";

test("hop_loss: the deviation is one that so many answers with this best, mean and worst can have, as rounded as they are", () => {
  const rounding = 0.05;
  forSeeds("hop_loss", { faults: ["quiet_hop", "path_loss", "target_only"] }, (item) => {
    for (const { sent, lossPercent, best, average, worst, deviation } of readMtr(textsOf(item)[0] ?? [])) {
      const answered = Math.round(sent * (1 - lossPercent / 100));
      const [below, above] = [average - best, worst - average];
      // One answer is the best, one the worst: the others can do no more than to lie at the mean.
      expect(deviation + rounding).toBeGreaterThanOrEqual(Math.sqrt((below ** 2 + above ** 2) / (answered - 1)));
      expect(deviation - rounding).toBeLessThanOrEqual(Math.sqrt((below * above * answered) / (answered - 1)));
    }
  });
});

test("hop_loss: the loss read from mtr, and what ping counted, lead to the finding of the key", () => {
  forSeeds("hop_loss", { faults: ["quiet_hop", "path_loss", "target_only"] }, (item) => {
    const [mtr = [], ping = []] = textsOf(item);
    const hops = readMtr(mtr);
    for (const { best, average, worst, last } of hops) {
      expect(best <= average && average <= worst && best <= last && last <= worst).toBe(true);
    }
    const { sent, received, lostPercent } = readPing(ping);
    expect(sent - received).toBe((lostPercent * sent) / 100);
    expect(hops.at(-1)?.lossPercent).toBe(lostPercent);
    const firstLossy = hops.find(({ lossPercent: loss }) => loss > 0)?.hop;
    const finding =
      lostPercent === 0
        ? `hop ${firstLossy} merely leaves`
        : firstLossy === hops.length
          ? "at the target itself"
          : `lost from hop ${firstLossy} on`;
    expect(keyText(item)).toContain(finding);
  });
});

describe("packet_rate: packets, kilobytes and what is asked for fit together", () => {
  test.each(["packet_size", "bandwidth"])("%s", (ask) => {
    forSeeds("packet_rate", { ask }, (item) => {
      const [row = {}, mean] = readSar(textsOf(item)[0] ?? []);
      expect({ ...mean, stamp: row.stamp }).toEqual(row);
      const [packets, bytes] = [numberIn(row, "rxpck/s"), numberIn(row, "rxkB/s") * 1024];
      const answers = answersOf(item);
      if (ask === "packet_size") expect(answers.Byte).toBeCloseTo(bytes / packets, 2);
      else {
        expect(answers["Mbit/s"]).toBeCloseTo((bytes * 8) / 1e6, 2);
        expect(answers["Gbit/s"]).toBeCloseTo((bytes * 8) / 1e9, 4);
      }
    });
  });
});

describe("datagram_rate: what the report counts makes up its bandwidth, its loss and the rate asked for", () => {
  test.each(["arrived", "lost"])("%s", (ask) => {
    forSeeds("datagram_rate", { ask }, (item) => {
      const [exhibit] = item.exhibits;
      const bytes = Number(/ -l (\d+) /.exec(exhibit?.kind === "tool_output" ? exhibit.command : "")?.[1]);
      const [sender, receiver] = readDatagrams(textsOf(item)[0] ?? []);
      if (!sender || !receiver) throw new Error("two lines are needed");
      const { total, lost, seconds } = receiver;
      for (const [side, packets] of [
        [sender, total],
        [receiver, total - lost],
      ] as const) {
        expect(side.mebibytes / ((packets * bytes) / 2 ** 20)).toBeCloseTo(1, 1);
        expect(side.megabits / ((packets * bytes * 8) / seconds / 1e6)).toBeCloseTo(1, 1);
      }
      // iperf3 changes to the next unit at 1024 and sets amounts four wide.
      for (const line of textsOf(item)[0]?.slice(2, 4) ?? [])
        expect(line).toMatch(
          / sec {2}(?:\d\.\d\d|\d\d\.\d| \d{3}|10[0-2]\d) [MG]Bytes {2}(?:\d\.\d\d|\d\d\.\d| \d{3}) Mbits\/sec {2}/,
        );
      expect([sender.lost, sender.total]).toEqual([0, total]);
      expect(receiver.lostPercent).toBeCloseTo((lost / total) * 100, 6);
      expect(answersOf(item).pps).toBe((ask === "arrived" ? total - lost : lost) / seconds);
    });
  });
});
