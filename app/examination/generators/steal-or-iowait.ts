/** Where does the CPU time go? vmstat or mpstat of one machine, with one cause that stands out. */
import { z } from "zod";
import type { Words } from "../item-content";
import type { SeededChoice } from "../seeded-choice";
import { figure, numberedLines, optionOf, rightAligned } from "./generated-text";
import { defineGenerator } from "./generator";

type Cause = "steal" | "iowait" | "user" | "system";

const findings: Record<Cause, { finding: Words; misread: Words }> = {
  steal: {
    finding: {
      en: "The virtual machine is ready to run, but waits for physical CPU time: steal time.",
      de: "Die virtuelle Maschine ist lauffähig, wartet aber auf physische CPU-Zeit: Steal Time.",
    },
    misread: {
      en: "Takes any slowness for a shortage on the host.",
      de: "Hält jede Verlangsamung für einen Engpass auf dem Host.",
    },
  },
  iowait: {
    finding: {
      en: "CPUs stand idle while processes wait for block storage: iowait.",
      de: "CPUs sind untätig, während Prozesse auf den Blockspeicher warten: iowait.",
    },
    misread: {
      en: "Confuses waiting for storage with waiting for a CPU.",
      de: "Verwechselt das Warten auf Storage mit dem Warten auf eine CPU.",
    },
  },
  user: {
    finding: {
      en: "Applications inside the virtual machine use the CPU time themselves: user time.",
      de: "Anwendungen in der virtuellen Maschine verbrauchen die CPU-Zeit selbst: User-Zeit.",
    },
    misread: {
      en: "Takes whatever slows the machine down for load of its applications.",
      de: "Hält alles, was die Maschine bremst, für Last ihrer Anwendungen.",
    },
  },
  system: {
    finding: {
      en: "The kernel of the virtual machine uses the CPU time: system time.",
      de: "Der Kernel der virtuellen Maschine verbraucht die CPU-Zeit: System-Zeit.",
    },
    misread: {
      en: "Counts steal or wait as work of the guest's kernel.",
      de: "Rechnet Steal oder Wartezeit dem Kernel des Gastsystems zu.",
    },
  },
};
const causes = Object.keys(findings) as Cause[];

/** What a cause takes: a guest that is busy itself is busy, while a CPU that is kept waiting is idle for the rest. */
const prevailing: Record<Cause, readonly [least: number, most: number]> = {
  steal: [35, 55],
  iowait: [35, 55],
  user: [68, 84],
  system: [55, 75],
};

/** Whole per cents of one interval, together 100: every busy part but the cause takes at most 9. */
function intervalOf(choice: SeededChoice, cause: Cause): Record<Cause | "idle", number> {
  const shares = {
    user: choice.integer(3, 9),
    system: choice.integer(1, 5),
    iowait: choice.integer(0, 2),
    steal: choice.integer(0, 1),
  };
  shares[cause] = choice.integer(...prevailing[cause]);
  return { ...shares, idle: 100 - shares.user - shares.system - shares.iowait - shares.steal };
}

type Interval = ReturnType<typeof intervalOf>;

function vmstatLines(choice: SeededChoice, cause: Cause, intervals: readonly Interval[]): string[] {
  const widths = [2, 2, 6, 6, 6, 6, 4, 4, 5, 5, 4, 4, 2, 2, 2, 2, 2];
  const rows = intervals.map(({ user, system, iowait, steal, idle }) => {
    const running = cause === "iowait" ? choice.integer(0, 1) : choice.integer(4, 9);
    const blocked = cause === "iowait" ? choice.integer(3, 7) : 0;
    const blocks = cause === "iowait" ? choice.integer(9000, 30000) : choice.integer(0, 60);
    return rightAligned(
      [
        running,
        blocked,
        0,
        choice.integer(610000, 650000),
        98304,
        904224 + choice.integer(0, 900),
        0,
        0,
        blocks,
        choice.integer(10, 400),
        choice.integer(900, 3900),
        choice.integer(1200, 7900),
        user,
        system,
        idle,
        iowait,
        steal,
      ],
      widths,
    );
  });
  return [
    "procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----",
    " r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st",
    ...rows,
  ];
}

/** sysstat with S_TIME_FORMAT=ISO; mean of the intervals in the last line, as mpstat prints it. */
function mpstatLines(choice: SeededChoice, intervals: readonly Interval[]): string[] {
  const minute = choice.integer(10, 58);
  const columns = ["%usr", "%nice", "%sys", "%iowait", "%irq", "%soft", "%steal", "%guest", "%gnice", "%idle"];
  const widths = columns.map(() => 7);
  const row = (stamp: string, { user, system, iowait, steal, idle }: Interval) =>
    `${stamp.padEnd(11)}  all ${rightAligned(
      [user, 0, system, iowait, 0, 0, steal, 0, 0, idle].map((value) => value.toFixed(2)),
      widths,
    )}`;
  const mean = (part: keyof Interval) =>
    intervals.reduce((sum, interval) => sum + interval[part], 0) / intervals.length;
  return [
    "Linux 6.1.0-27-amd64 (app-01) \t2026-03-10 \t_x86_64_\t(4 CPU)",
    "",
    `${`09:${minute}:00`.padEnd(11)}  CPU ${rightAligned(columns, widths)}`,
    ...intervals.map((interval, index) => row(`09:${minute}:0${index + 1}`, interval)),
    row("Average:", {
      user: mean("user"),
      system: mean("system"),
      iowait: mean("iowait"),
      steal: mean("steal"),
      idle: mean("idle"),
    }),
  ];
}

const explanation: Record<Cause, Words> = {
  steal: {
    en: "This is time in which the guest was ready and the hypervisor ran something else. Nothing inside the guest gives it back: measure it with time stamps and report it.",
    de: "In dieser Zeit war das Gastsystem lauffähig, und der Hypervisor hat anderes ausgeführt. Im Gastsystem lässt sich das nicht beheben: mit Zeitangaben messen und melden.",
  },
  iowait: {
    en: "The next step is to measure the storage: IOPS, bandwidth and latency of the volume.",
    de: "Als Nächstes ist das Storage zu messen: IOPS, Bandbreite und Latenz des Volumes.",
  },
  user: {
    en: "Steal and wait are low, so the platform gives what was ordered; the processes inside come first.",
    de: "Steal und Wait sind niedrig, die Plattform liefert also, was bestellt ist; zuerst sind die Prozesse in der Maschine zu prüfen.",
  },
  system: {
    en: "Steal and wait are low; drivers, network load or system calls inside the guest come first.",
    de: "Steal und Wait sind niedrig; zuerst sind Treiber, Netzlast oder Systemaufrufe im Gastsystem zu prüfen.",
  },
};

export const stealOrIowait = defineGenerator({
  kind: "single_choice",
  parameters: z
    .object({
      tool: z.enum(["vmstat", "mpstat"]),
      causes: z.array(z.enum(["steal", "iowait", "user", "system"])).min(1),
    })
    .strict(),
  generate(choice, parameters) {
    const cause = choice.pick(parameters.causes);
    const intervals = Array.from({ length: 5 }, () => intervalOf(choice, cause));
    const lines = parameters.tool === "vmstat" ? vmstatLines(choice, cause, intervals) : mpstatLines(choice, intervals);
    const mean = figure(intervals.reduce((sum, interval) => sum + interval[cause], 0) / intervals.length, 1, "%");
    const options = causes.map((each) => ({
      each,
      option: optionOf(findings[each].finding, each === cause ? undefined : findings[each].misread),
    }));
    return {
      kind: "single_choice",
      stem: {
        en: "Users of `app-01` report long response times. The measurement was taken while it happened. What does it show?",
        de: "Anwender von `app-01` melden lange Antwortzeiten. Gemessen wurde, während das Problem bestand. Was zeigt die Messung?",
      },
      exhibits: [
        {
          kind: "tool_output",
          title: { en: "CPU time on app-01, one line a second", de: "CPU-Zeit auf app-01, eine Zeile pro Sekunde" },
          command: parameters.tool === "vmstat" ? "vmstat -y 1 5" : "S_TIME_FORMAT=ISO mpstat 1 5",
          lines: numberedLines("m", lines),
        },
      ],
      options: options.map(({ option }) => option),
      key: { optionIds: options.filter(({ each }) => each === cause).map(({ option }) => option.id) },
      rationale: {
        en: `The mean of the five intervals is ${mean.en} for this share; every other share but idle stays below 10 %. ${explanation[cause].en}`,
        de: `Der Mittelwert der fünf Intervalle liegt für diesen Anteil bei ${mean.de}; jeder andere außer der Leerlaufzeit bleibt unter 10 %. ${explanation[cause].de}`,
      },
    };
  },
});
