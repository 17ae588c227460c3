/** Packets per second against bandwidth: small packets reach a limit of packets long before one of bits. */
import { z } from "zod";
import { figure, numberedLines, rightAligned } from "./generated-text";
import { defineGenerator } from "./generator";

const kibibyte = 1024;
const columns = ["IFACE", "rxpck/s", "txpck/s", "rxkB/s", "txkB/s", "rxcmp/s", "txcmp/s", "rxmcst/s", "%ifutil"];

export const packetRate = defineGenerator({
  kind: "numeric",
  parameters: z.object({ ask: z.enum(["packet_size", "bandwidth"]) }).strict(),
  generate(choice, { ask }) {
    // Small packets where they are to be told from a full link.
    const bytes = choice.integer(3, ask === "packet_size" ? 16 : 45) * 32;
    const packets = choice.integer(20, 180) * 1000;
    const kilobytes = (packets * bytes) / kibibyte;
    const [sentPackets, sentKilobytes] = [choice.integer(800, 4000), choice.integer(60, 400)];
    const row = (stamp: string, cells: (string | number)[]) =>
      `${stamp.padEnd(12)}${rightAligned(cells, [9, 9, 9, 9, 9, 9, 9, 9, 9])}`;
    const figures = [
      packets.toFixed(2),
      sentPackets.toFixed(2),
      kilobytes.toFixed(2),
      sentKilobytes.toFixed(2),
      "0.00",
      "0.00",
      "0.00",
      "0.00",
    ];
    const megabits = figure((packets * bytes * 8) / 1e6, 1, "Mbit/s");
    return {
      kind: "numeric",
      stem:
        ask === "packet_size"
          ? {
              en: "A firewall `fw-01` drops packets although its link is far from full. How large is a received packet on average? (In sar, 1 kB is 1024 bytes.)",
              de: "Eine Firewall `fw-01` verwirft Pakete, obwohl ihre Anbindung bei Weitem nicht ausgelastet ist. Wie groß ist ein empfangenes Paket im Mittel? (Bei sar ist 1 kB gleich 1024 Byte.)",
            }
          : {
              en: "For the report on `fw-01` you need the received bandwidth in a unit that network people use. How much is it? (In sar, 1 kB is 1024 bytes.)",
              de: "Für die Meldung zu `fw-01` brauchen Sie die empfangene Bandbreite in einer für Netzwerke üblichen Einheit. Wie hoch ist sie? (Bei sar ist 1 kB gleich 1024 Byte.)",
            },
      exhibits: [
        {
          kind: "tool_output",
          title: { en: "Network interface of fw-01", de: "Netzwerkschnittstelle von fw-01" },
          command: "S_TIME_FORMAT=ISO sar -n DEV --iface=ens6 60 1",
          lines: numberedLines("s", [
            "Linux 6.1.0-27-amd64 (fw-01) \t2026-03-10 \t_x86_64_\t(4 CPU)",
            "",
            row("09:14:00", columns),
            row("09:15:00", ["ens6", ...figures]),
            "",
            row("Average:", columns),
            row("Average:", ["ens6", ...figures]),
          ]),
        },
      ],
      units: ask === "packet_size" ? ["Byte"] : ["Mbit/s", "Gbit/s"],
      key: {
        answers:
          ask === "packet_size"
            ? [{ unit: "Byte", value: bytes, tolerance: bytes * 0.01 }]
            : [
                { unit: "Mbit/s", value: (packets * bytes * 8) / 1e6, tolerance: (packets * bytes * 8) / 1e8 },
                { unit: "Gbit/s", value: (packets * bytes * 8) / 1e9, tolerance: (packets * bytes * 8) / 1e11 },
              ],
      },
      rationale: {
        en: `${kilobytes.toFixed(2)} kB/s x 1024 / ${packets} packets/s = ${bytes} bytes a packet; ${packets} x ${bytes} x 8 bits = ${megabits.en}. Report both figures: a limit may lie in packets per second while the bandwidth looks harmless.`,
        de: `${kilobytes.toFixed(2).replace(".", ",")} kB/s x 1024 / ${packets} Pakete/s = ${bytes} Byte je Paket; ${packets} x ${bytes} x 8 Bit = ${megabits.de}. Melden Sie beide Werte: Die Grenze kann bei den Paketen pro Sekunde liegen, während die Bandbreite harmlos aussieht.`,
      },
    };
  },
});
