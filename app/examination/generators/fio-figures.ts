/** fio: bandwidth = IOPS x block size, and mean latency = queue depth / IOPS. One figure was cut off the extract; it follows from the others. */
import { z } from "zod";
import type { FixedContent, Words } from "../item-content";
import { figure, numberedLines } from "./generated-text";
import { defineGenerator } from "./generator";

const blockSizes = [4, 8, 16, 32, 64, 128] as const;
const kibibyte = 1024;

interface Measurement {
  readonly blockKib: number;
  readonly iops: number;
  readonly depth: number;
}

const bytesPerSecond = ({ blockKib, iops }: Measurement): number => blockKib * kibibyte * iops;
const meanLatencyMs = ({ depth, iops }: Measurement): number => (depth / iops) * 1000;

/** One job of fio's own JSON, cut down by jq; latencies in nanoseconds as fio writes them. */
function extract(measured: Measurement, pattern: string, ask: "bandwidth" | "latency"): string[] {
  const lines = [
    "{",
    `  "jobname": "${pattern}-${measured.blockKib}k",`,
    `  "rw": "${pattern}",`,
    `  "bs": "${measured.blockKib}k",`,
    `  "iodepth": "${measured.depth}",`,
    '  "numjobs": "1",',
    `  "iops": ${measured.iops.toFixed(6)}`,
  ];
  if (ask === "latency") {
    lines.splice(-1, 1, `  "iops": ${measured.iops.toFixed(6)},`, `  "bw_bytes": ${bytesPerSecond(measured)}`);
  } else {
    lines.splice(
      -1,
      1,
      `  "iops": ${measured.iops.toFixed(6)},`,
      `  "lat_ns_mean": ${(meanLatencyMs(measured) * 1e6).toFixed(6)}`,
    );
  }
  return [...lines, "}"];
}

function command(pattern: string, ask: "bandwidth" | "latency"): string {
  const side = pattern.endsWith("read") ? "read" : "write";
  const last = ask === "latency" ? `bw_bytes: .${side}.bw_bytes` : `lat_ns_mean: .${side}.lat_ns.mean`;
  return `fio --output-format=json job.fio | jq '.jobs[0] | {jobname} + (."job options" | {rw, bs, iodepth, numjobs}) + {iops: .${side}.iops, ${last}}'`;
}

type Answer = Extract<FixedContent, { kind: "numeric" }>["key"]["answers"][number];

/** Within one per cent: a rounded intermediate figure is right, MB taken for MiB (4.9 %) is not. */
const answer = (unit: string, value: number): Answer => ({ unit, value, tolerance: value * 0.01 });

const stems: Record<"bandwidth" | "latency", Words> = {
  bandwidth: {
    en: "The extract from a storage measurement lacks the bandwidth. Which bandwidth did the volume reach? Choose the unit you calculate in.",
    de: "Im Auszug einer Storage-Messung fehlt die Bandbreite. Welche Bandbreite hat das Volume erreicht? Wählen Sie die Einheit, in der Sie rechnen.",
  },
  latency: {
    en: "The extract from a storage measurement lacks the latency. The queue was full throughout. What was the mean total latency of a request?",
    de: "Im Auszug einer Storage-Messung fehlt die Latenz. Die Warteschlange war durchgehend gefüllt. Wie hoch war die mittlere Gesamtlatenz einer Anfrage?",
  },
};

function rationale(measured: Measurement, ask: "bandwidth" | "latency"): Words {
  if (ask === "latency") {
    const latency = figure(meanLatencyMs(measured), 2, "ms");
    const tell = `${measured.depth} / ${measured.iops}/s`;
    return {
      en: `With a full queue, mean latency is queue depth / IOPS: ${tell} = ${latency.en}. The block size plays no part in this.`,
      de: `Bei gefüllter Warteschlange ist die mittlere Latenz Warteschlangentiefe / IOPS: ${tell} = ${latency.de}. Die Blockgröße spielt dabei keine Rolle.`,
    };
  }
  const [binary, decimal] = [
    figure(bytesPerSecond(measured) / kibibyte ** 2, 1, "MiB/s"),
    figure(bytesPerSecond(measured) / 1e6, 1, "MB/s"),
  ];
  const product = `${measured.iops}/s x ${measured.blockKib} KiB`;
  return {
    en: `Bandwidth is IOPS x block size: ${product} = ${binary.en} = ${decimal.en}. The queue depth plays no part in this.`,
    de: `Bandbreite ist IOPS x Blockgröße: ${product} = ${binary.de} = ${decimal.de}. Die Warteschlangentiefe spielt dabei keine Rolle.`,
  };
}

export const fioFigures = defineGenerator({
  kind: "numeric",
  parameters: z.object({ ask: z.enum(["bandwidth", "latency"]) }).strict(),
  generate(choice, { ask }) {
    const measured = {
      blockKib: choice.pick(blockSizes),
      iops: choice.integer(12, 120) * 50,
      depth: choice.pick([1, 4, 8, 16, 32, 64]),
    };
    const pattern = choice.pick(["randread", "randwrite"]);
    const answers =
      ask === "latency"
        ? [answer("ms", meanLatencyMs(measured)), answer("µs", meanLatencyMs(measured) * 1000)]
        : [
            answer("MiB/s", bytesPerSecond(measured) / kibibyte ** 2),
            answer("MB/s", bytesPerSecond(measured) / 1e6),
            answer("Mbit/s", (bytesPerSecond(measured) * 8) / 1e6),
          ];
    return {
      kind: "numeric",
      stem: stems[ask],
      exhibits: [
        {
          kind: "tool_output",
          title: { en: "Extract from fio on db-01", de: "Auszug aus fio auf db-01" },
          command: command(pattern, ask),
          lines: numberedLines("f", extract(measured, pattern, ask)),
        },
      ],
      units: answers.map(({ unit }) => unit),
      key: { answers },
      rationale: rationale(measured, ask),
    };
  },
});
