/** Load counts what runs, what waits for a CPU and what waits in the kernel, mostly for storage: the states of the processes say which. */
import { z } from "zod";
import type { Words } from "../item-content";
import type { SeededChoice } from "../seeded-choice";
import { numberedLines, optionOf } from "./generated-text";
import { defineGenerator } from "./generator";

const causes = ["cpu", "storage", "falling"] as const;
type Cause = (typeof causes)[number];

interface Situation {
  readonly cores: number;
  readonly running: number;
  readonly uninterruptible: number;
  /** Over 1, 5 and 15 minutes, in hundredths. */
  readonly load: readonly [number, number, number];
}

function situationOf(choice: SeededChoice, cause: Cause): Situation {
  const cores = choice.pick([4, 8, 16]);
  const hundredths = (least: number, most: number) => choice.integer(least * 100, most * 100);
  const around = (tasks: number) => tasks * 100 + choice.integer(-30, 30);
  switch (cause) {
    case "cpu": {
      const running = cores * 2 + choice.integer(1, cores);
      return {
        cores,
        running,
        uninterruptible: 0,
        load: [around(running), hundredths(cores + 1, cores * 1.8), hundredths(1, cores / 2)],
      };
    }
    case "storage": {
      const uninterruptible = cores * 2 + choice.integer(1, cores);
      const load = [around(uninterruptible + 1), hundredths(cores + 1, cores * 1.8), hundredths(1, cores / 2)] as const;
      return { cores, running: 1, uninterruptible, load };
    }
    case "falling": {
      const running = choice.integer(1, Math.floor(cores / 4) + 1);
      return {
        cores,
        running,
        uninterruptible: 0,
        load: [around(running), hundredths(cores * 1.1, cores * 1.6), hundredths(cores * 1.8, cores * 2.5)],
      };
    }
  }
}

const two = (hundredths: number): string => (hundredths / 100).toFixed(2);

function uptimeLine(choice: SeededChoice, { load }: Situation): string {
  const clock = `${String(choice.integer(6, 21)).padStart(2, "0")}:${choice.integer(10, 59)}:${choice.integer(10, 59)}`;
  const up = `${choice.integer(12, 180)} days, ${String(choice.integer(1, 23)).padStart(2)}:${choice.integer(10, 59)}`;
  return ` ${clock} up ${up},  2 users,  load average: ${load.map(two).join(", ")}`;
}

/** Counted as `uniq -c` does; kernel threads that idle are in state I. */
function stateLines(choice: SeededChoice, { running, uninterruptible }: Situation): string[] {
  const counts: [string, number][] = [
    ["D", uninterruptible],
    ["I", choice.integer(30, 70)],
    ["R", running],
    ["S", choice.integer(90, 220)],
  ];
  return counts.filter(([, count]) => count > 0).map(([state, count]) => `${String(count).padStart(7)} ${state}`);
}

const findings = (cores: number): Record<Cause | "percent", Words> => ({
  cpu: {
    en: `More processes want to run than the ${cores} cores can take: they queue for a CPU.`,
    de: `Mehr Prozesse sind lauffähig, als die ${cores} Kerne aufnehmen: Sie warten auf CPU-Zeit.`,
  },
  storage: {
    en: "Hardly anything wants to run: the load is made of processes that wait for storage.",
    de: "Kaum etwas ist lauffähig: Die Load besteht aus Prozessen, die auf Storage-Zugriffe warten.",
  },
  falling: {
    en: `The shortage is over: the load was above the ${cores} cores and has fallen below.`,
    de: `Der Engpass ist vorbei: Die Load lag über den ${cores} Kernen und ist darunter gefallen.`,
  },
  percent: {
    en: "The load is a percentage, so most of the CPU time is still free at this moment.",
    de: "Die Load ist ein Prozentwert, also ist derzeit der größte Teil der CPU-Zeit noch frei.",
  },
});

const misreadings: Record<Cause | "percent", Words> = {
  cpu: { en: "Takes every high load for a shortage of CPU.", de: "Hält jede hohe Load für CPU-Mangel." },
  storage: {
    en: "Looks for storage without processes in state D.",
    de: "Sucht beim Storage, obwohl kein Prozess im Zustand D ist.",
  },
  falling: {
    en: "Reads the three averages in the wrong direction.",
    de: "Liest die drei Mittelwerte in der falschen Richtung.",
  },
  percent: { en: "Reads the load as a percentage.", de: "Liest die Load als Prozentwert." },
};

const explanations: Record<Cause, Words> = {
  cpu: {
    en: "State R is running or ready to run. Steal time says whether the guest or the host is short of CPU.",
    de: "Zustand R heißt laufend oder lauffähig. Ob es im Gastsystem oder auf dem Host eng ist, sagt die Steal Time.",
  },
  storage: {
    en: "State D waits in the kernel and counts towards the load. The next measurement is the latency of the volumes.",
    de: "Zustand D wartet im Kernel und zählt zur Load. Als Nächstes ist die Latenz der Volumes zu messen.",
  },
  falling: {
    en: "The averages stand for the last 1, 5 and 15 minutes, in this order. The report names when the shortage was.",
    de: "Die Mittelwerte stehen für die letzten 1, 5 und 15 Minuten, in dieser Reihenfolge. Die Meldung nennt, wann der Engpass war.",
  },
};

export const loadCause = defineGenerator({
  kind: "single_choice",
  parameters: z.object({ causes: z.array(z.enum(causes)).min(1) }).strict(),
  generate(choice, parameters) {
    const cause = choice.pick(parameters.causes);
    const situation = situationOf(choice, cause);
    const found = findings(situation.cores);
    const options = ([...causes, "percent"] as const).map((each) => ({
      each,
      option: optionOf(found[each], each === cause ? undefined : misreadings[each]),
    }));
    const load = situation.load.map(two).join(" / ");
    return {
      kind: "single_choice",
      stem: {
        en: "Monitoring reports a high load on `app-01`. What do the outputs, taken together, show?",
        de: "Das Monitoring meldet eine hohe Load auf `app-01`. Was zeigen die Ausgaben zusammen?",
      },
      exhibits: [
        {
          kind: "tool_output",
          title: { en: "Load and cores", de: "Load und Kerne" },
          command: "uptime; nproc",
          lines: numberedLines("u", [uptimeLine(choice, situation), String(situation.cores)]),
        },
        {
          kind: "tool_output",
          title: { en: "Processes by state", de: "Prozesse nach Zustand" },
          command: "ps -eo state= | sort | uniq -c",
          lines: numberedLines("p", stateLines(choice, situation)),
        },
      ],
      options: options.map(({ option }) => option),
      key: { optionIds: options.filter(({ each }) => each === cause).map(({ option }) => option.id) },
      rationale: {
        en: `${situation.cores} cores, load ${load}. ${explanations[cause].en}`,
        de: `${situation.cores} Kerne, Load ${load.replaceAll(".", ",")}. ${explanations[cause].de}`,
      },
    };
  },
});
