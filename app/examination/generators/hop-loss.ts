/** mtr and ping of one path: loss at a hop that does not go on to the target is a router that answers sparingly, not a fault. */
import { z } from "zod";
import type { Words } from "../item-content";
import type { SeededChoice } from "../seeded-choice";
import { numberedLines, optionOf } from "./generated-text";
import { defineGenerator } from "./generator";

type Fault = "quiet_hop" | "path_loss" | "target_only";
const sent = 100;

interface Path {
  readonly addresses: readonly string[];
  /** Probes lost of 100, hop by hop; the last hop is the target. */
  readonly lost: readonly number[];
  /** The hop (from 1) that the fault names. */
  readonly hop: number;
}

const addresses = (count: number): string[] =>
  ["10.7.224.1", "192.0.2.1", "192.0.2.33", "198.51.100.5", "198.51.100.18", "198.51.100.77", "203.0.113.9"]
    .slice(0, count - 1)
    .concat("203.0.113.80");

function pathOf(choice: SeededChoice, fault: Fault): Path {
  const count = choice.integer(6, 8);
  const hop = fault === "target_only" ? count : choice.integer(3, count - 2);
  const loss = choice.integer(12, 45);
  const lost = Array.from({ length: count }, (_, index) => {
    if (fault === "quiet_hop") return index + 1 === hop ? loss : 0;
    return index + 1 < hop ? 0 : loss + (index + 1 === hop ? 0 : choice.integer(-2, 2));
  });
  return { addresses: addresses(count), lost, hop };
}

/**
 * A standard deviation that so many answers of this least, mean and greatest can have, in the same unit. It is least where all others are
 * equal, and at most what Bhatia and Davis (2000) prove; outliers are rare on real paths, so it stays near the least.
 */
function deviationOf(
  choice: SeededChoice,
  { best, average, worst, answered }: { best: number; average: number; worst: number; answered: number },
): number {
  const [below, above] = [average - best, worst - average];
  const others = (above - below) / (answered - 2);
  const least = Math.sqrt((below ** 2 + above ** 2 + (answered - 2) * others ** 2) / (answered - 1));
  const most = Math.sqrt((below * above * answered) / (answered - 1));
  return choice.integer(Math.ceil(least), Math.floor(Math.min(most, 2 * least + 1)));
}

/** As `mtr --report-wide` sets it: its header stands two columns left of the figures. */
function mtrLines(choice: SeededChoice, { addresses: hops, lost }: Path): string[] {
  let base = 3;
  const host = "app-01";
  const width = Math.max(host.length, ...hops.map((address) => address.length)) + 1;
  const rows = hops.map((address, index) => {
    base += choice.integer(4, 38);
    const [best, average, worst] = [base, base + choice.integer(1, 4), base + choice.integer(6, 30)];
    const last = average + choice.integer(0, 2);
    const answered = sent - (lost[index] ?? 0);
    const cells = [last, average, best, worst, deviationOf(choice, { best, average, worst, answered })].map(
      (tenths, column) => (tenths / 10).toFixed(1).padStart(column === 0 ? 7 : 6),
    );
    const loss = `${(((lost[index] ?? 0) / sent) * 100).toFixed(1)}%`;
    return `${`${index + 1}`.padStart(3)}.|-- ${address.padEnd(width)}${loss.padStart(5)}${String(sent).padStart(6)}${cells.join("")}`;
  });
  return [
    "Start: 2026-03-10T09:14:31+0100",
    `HOST: ${host.padEnd(width)}Loss%   Snt   Last   Avg  Best  Wrst StDev`,
    ...rows,
  ];
}

/** The end-to-end count over the same minute: what the target really answered. */
function pingLines({ addresses: hops, lost }: Path): string[] {
  const missing = lost.at(-1) ?? 0;
  return [
    `--- ${hops.at(-1)} ping statistics ---`,
    `${sent} packets transmitted, ${sent - missing} received, ${missing}% packet loss, time 99143ms`,
  ];
}

const quiet = (hop: number): Words => ({
  en: `The path loses nothing end to end; hop ${hop} merely leaves some of the probes unanswered.`,
  de: `Ende zu Ende geht nichts verloren; Hop ${hop} lässt lediglich einen Teil der Testpakete unbeantwortet.`,
});
const from = (hop: number): Words => ({
  en: `Packets to the target are lost from hop ${hop} on.`,
  de: `Ab Hop ${hop} gehen Pakete zum Ziel verloren.`,
});
const targetOnly: Words = {
  en: "Every hop before the target is without loss; packets or replies are lost at the target itself or on the last link.",
  de: "Alle Hops vor dem Ziel sind ohne Verlust; Pakete oder Antworten gehen am Ziel selbst oder auf dem letzten Abschnitt verloren.",
};
const misread = {
  hopIsPath: {
    en: "Takes loss at one hop for loss on the path.",
    de: "Hält Verlust an einem Hop für Verlust auf der Strecke.",
  },
  pathIsHop: {
    en: "Takes loss that goes on to the target for a router that answers sparingly.",
    de: "Hält Verlust bis zum Ziel für einen Router, der nur sparsam antwortet.",
  },
  wrongPlace: {
    en: "Does not look for the first hop from which the loss stays.",
    de: "Sucht nicht den ersten Hop, ab dem der Verlust bestehen bleibt.",
  },
};

/** The finding of a fault and three that are wrong for it, each with what its reader overlooked. */
function optionsFor(fault: Fault, { hop, lost }: Path) {
  const count = lost.length;
  switch (fault) {
    case "quiet_hop":
      return {
        right: quiet(hop),
        wrong: [
          optionOf(from(hop), misread.hopIsPath),
          optionOf(from(hop + 1), misread.hopIsPath),
          optionOf(targetOnly, misread.wrongPlace),
        ],
      };
    case "path_loss":
      return {
        right: from(hop),
        wrong: [
          optionOf(quiet(hop), misread.pathIsHop),
          optionOf(from(hop - 1), misread.wrongPlace),
          optionOf(targetOnly, misread.wrongPlace),
        ],
      };
    case "target_only":
      return {
        right: targetOnly,
        wrong: [
          optionOf(quiet(count), misread.pathIsHop),
          optionOf(from(count - 1), misread.wrongPlace),
          optionOf(from(count - 2), misread.wrongPlace),
        ],
      };
  }
}

export const hopLoss = defineGenerator({
  kind: "single_choice",
  parameters: z.object({ faults: z.array(z.enum(["quiet_hop", "path_loss", "target_only"])).min(1) }).strict(),
  generate(choice, { faults }) {
    const fault = choice.pick(faults);
    const path = pathOf(choice, fault);
    const { right, wrong } = optionsFor(fault, path);
    const key = optionOf(right);
    return {
      kind: "single_choice",
      stem: {
        en: "A customer reports packet loss on the way to a server. Both measurements ran at the same time. What do they show?",
        de: "Ein Kunde meldet Paketverlust auf dem Weg zu einem Server. Beide Messungen liefen gleichzeitig. Was zeigen sie?",
      },
      exhibits: [
        {
          kind: "tool_output",
          title: { en: "Path from app-01", de: "Strecke ab app-01" },
          command: `mtr --report-wide --no-dns -c ${sent} ${path.addresses.at(-1)}`,
          lines: numberedLines("h", mtrLines(choice, path)),
        },
        {
          kind: "tool_output",
          title: { en: "End to end, summary", de: "Ende-zu-Ende-Messung, Zusammenfassung" },
          command: `ping -q -c ${sent} ${path.addresses.at(-1)}`,
          lines: numberedLines("p", pingLines(path)),
        },
      ],
      options: [key, ...wrong],
      key: { optionIds: [key.id] },
      rationale: {
        en: `The target answered ${sent - (path.lost.at(-1) ?? 0)} of ${sent}. Loss on the path shows from one hop on at every later hop and at the target; loss at a single hop only says how often that router answers. A complete report adds the measurement in the other direction.`,
        de: `Das Ziel hat ${sent - (path.lost.at(-1) ?? 0)} von ${sent} beantwortet. Verlust auf der Strecke zeigt sich ab einem Hop an allen folgenden und am Ziel; Verlust an einem einzelnen Hop sagt nur, wie oft dieser Router antwortet. Zu einer vollständigen Meldung gehört auch die Messung in Gegenrichtung.`,
      },
    };
  },
});
