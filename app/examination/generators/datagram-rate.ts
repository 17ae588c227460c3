/** iperf3 over UDP: the rate in packets that really arrived, at a bandwidth that looks harmless. */
import { z } from "zod";
import type { SeededChoice } from "../seeded-choice";
import { figure, numberedLines } from "./generated-text";
import { defineGenerator } from "./generator";

const mebibyte = 1024 ** 2;

/** Three digits that count in a field of four, as iperf3 writes amounts. */
function amount(value: number): string {
  if (value < 9.995) return value.toFixed(2);
  return (value < 99.95 ? value.toFixed(1) : value.toFixed(0)).padStart(4);
}

/** iperf3 goes over to the next unit at 1024. */
const transferred = (bytes: number): string =>
  bytes < 1024 * mebibyte ? `${amount(bytes / mebibyte)} MBytes` : `${amount(bytes / (1024 * mebibyte))} GBytes`;

interface Run {
  readonly seconds: number;
  readonly bytes: number;
  readonly sent: number;
  readonly lost: number;
}

function runOf(choice: SeededChoice): Run {
  const seconds = choice.pick([10, 20, 30]);
  const sent = choice.integer(30, 120) * 1000 * seconds;
  // A whole share, so that the result is a whole number of packets a second.
  const lost = (sent * choice.integer(2, 25)) / 100;
  return { seconds, bytes: choice.integer(4, 20) * 16, sent, lost };
}

/** The last lines of the client's report, as iperf3 3.12 sets them; the receiver counts what arrived. */
function reportLines(choice: SeededChoice, { seconds, bytes, sent, lost }: Run): string[] {
  const interval = `${"0.00".padStart(6)}-${seconds.toFixed(2).padEnd(6)} sec`;
  const line = (packets: number, missing: number, jitter: string, side: string) => {
    const transfer = transferred(packets * bytes);
    const rate = `${amount((packets * bytes * 8) / seconds / 1e6)} Mbits/sec`;
    const percent = missing === 0 ? "0" : Number(((missing / sent) * 100).toPrecision(2)).toString();
    return `[  5] ${interval}  ${transfer}  ${rate}  ${jitter} ms  ${missing}/${sent} (${percent}%)  ${side}`;
  };
  const jitter = `0.${String(choice.integer(2, 90)).padStart(3, "0")}`;
  return [
    "- - - - - - - - - - - - - - - - - - - - - - - - -",
    "[ ID] Interval           Transfer     Bitrate         Jitter    Lost/Total Datagrams",
    line(sent, 0, "0.000", "sender"),
    line(sent - lost, lost, jitter, "receiver"),
    "",
    "iperf Done.",
  ];
}

export const datagramRate = defineGenerator({
  kind: "numeric",
  parameters: z.object({ ask: z.enum(["arrived", "lost"]) }).strict(),
  generate(choice, { ask }) {
    const run = runOf(choice);
    const { seconds, bytes, sent, lost } = run;
    const packets = ask === "arrived" ? sent - lost : lost;
    const rate = packets / seconds;
    const sentRate = Math.round((sent * bytes * 8) / seconds);
    const megabits = figure(((sent - lost) * bytes * 8) / seconds / 1e6, 1, "Mbit/s");
    const sum =
      ask === "arrived" ? `(${sent} - ${lost}) / ${seconds} s = ${rate}/s` : `${lost} / ${seconds} s = ${rate}/s`;
    return {
      kind: "numeric",
      stem:
        ask === "arrived"
          ? {
              en: "A test sends small packets from `app-01` to `gw-01`. How many packets a second did `gw-01` receive on average?",
              de: "Ein Test sendet kleine Pakete von `app-01` an `gw-01`. Wie viele Pakete pro Sekunde hat `gw-01` im Mittel empfangen?",
            }
          : {
              en: "A test sends small packets from `app-01` to `gw-01`. How many packets a second were lost on average?",
              de: "Ein Test sendet kleine Pakete von `app-01` an `gw-01`. Wie viele Pakete pro Sekunde gingen im Mittel verloren?",
            },
      exhibits: [
        {
          kind: "tool_output",
          title: { en: "End of the report on app-01", de: "Ende der Ausgabe auf app-01" },
          command: `iperf3 -u -c 10.7.12.1 -b ${sentRate} -l ${bytes} -t ${seconds}`,
          lines: numberedLines("u", reportLines(choice, run)),
        },
      ],
      units: ["pps"],
      key: { answers: [{ unit: "pps", value: rate, tolerance: rate * 0.01 }] },
      rationale: {
        en: `The receiver's line counts lost and sent datagrams: ${sum}. What arrived are only ${megabits.en}; with packets of ${bytes} bytes a limit shows in packets, not in bandwidth.`,
        de: `Die Zeile des Empfängers zählt verlorene und gesendete Datagramme: ${sum}. Angekommen sind nur ${megabits.de}; bei Paketen von ${bytes} Byte zeigt sich eine Grenze in Paketen, nicht in der Bandbreite.`,
      },
    };
  },
});
