/** iostat of three volumes: the one that is slow lets requests wait; the busiest and the fullest are decoys. */
import { z } from "zod";
import type { Words } from "../item-content";
import type { SeededChoice } from "../seeded-choice";
import { figure, numberedLines, optionOf, rightAligned } from "./generated-text";
import { defineGenerator } from "./generator";

/** Hundredths everywhere, as iostat prints them; sizes in KiB. */
interface Volume {
  readonly device: string;
  readonly reads: number;
  readonly readSize: number;
  readonly readAwait: number;
  readonly writes: number;
  readonly writeSize: number;
  readonly writeAwait: number;
  readonly utilisation: number;
}

/** Mean number of requests under way: what arrives in a second times how long it takes (Little). */
const queueOf = ({ reads, readAwait, writes, writeAwait }: Volume): number =>
  (reads * readAwait + writes * writeAwait) / 1000;
const kibibytesOf = ({ reads, readSize, writes, writeSize }: Volume): number => reads * readSize + writes * writeSize;

/** Slow: few requests, each long. Busy: many at once, each quick. Calm: hardly any. */
function volumesOf(choice: SeededChoice): Record<"slow" | "busy" | "calm", Volume> {
  const [slow, busy, calm] = choice.shuffle(["vda", "vdb", "vdc"]) as [string, string, string];
  const milliseconds = (least: number, most: number) => choice.integer(least * 100, most * 100) / 100;
  return {
    slow: {
      device: slow,
      reads: choice.integer(40, 160),
      readSize: 16,
      readAwait: milliseconds(25, 90),
      writes: choice.integer(20, 80),
      writeSize: 16,
      writeAwait: milliseconds(30, 110),
      utilisation: choice.integer(8_000, 9_300) / 100,
    },
    busy: {
      device: busy,
      reads: choice.integer(4_000, 9_000),
      readSize: 64,
      readAwait: milliseconds(0.3, 0.9),
      writes: choice.integer(100, 900),
      writeSize: 32,
      writeAwait: milliseconds(0.4, 1.2),
      utilisation: choice.integer(9_400, 9_990) / 100,
    },
    calm: {
      device: calm,
      reads: choice.integer(0, 6),
      readSize: 8,
      readAwait: milliseconds(0.2, 0.7),
      writes: choice.integer(2, 20),
      writeSize: 8,
      writeAwait: milliseconds(0.3, 0.9),
      utilisation: choice.integer(20, 190) / 100,
    },
  };
}

const columns: readonly (readonly [name: string, width: number, digits: number, of: (volume: Volume) => number])[] = [
  ["r/s", 7, 2, ({ reads }) => reads],
  ["rkB/s", 9, 2, ({ reads, readSize }) => reads * readSize],
  ["rrqm/s", 8, 2, () => 0],
  ["%rrqm", 6, 2, () => 0],
  ["r_await", 7, 2, ({ reads, readAwait }) => (reads === 0 ? 0 : readAwait)],
  ["rareq-sz", 8, 2, ({ reads, readSize }) => (reads === 0 ? 0 : readSize)],
  ["w/s", 7, 2, ({ writes }) => writes],
  ["wkB/s", 9, 2, ({ writes, writeSize }) => writes * writeSize],
  ["wrqm/s", 8, 2, () => 0],
  ["%wrqm", 6, 2, () => 0],
  ["w_await", 7, 2, ({ writeAwait }) => writeAwait],
  ["wareq-sz", 8, 2, ({ writeSize }) => writeSize],
  ["d/s", 7, 2, () => 0],
  ["dkB/s", 9, 2, () => 0],
  ["drqm/s", 8, 2, () => 0],
  ["%drqm", 6, 2, () => 0],
  ["d_await", 7, 2, () => 0],
  ["dareq-sz", 8, 2, () => 0],
  ["f/s", 7, 2, () => 0],
  ["f_await", 7, 2, () => 0],
  ["aqu-sz", 7, 2, queueOf],
  ["%util", 6, 2, ({ utilisation }) => utilisation],
];

function iostatLines(volumes: readonly Volume[]): string[] {
  const widths = columns.map(([, width]) => width);
  const header = rightAligned(
    columns.map(([name]) => name),
    widths,
  );
  const rows = volumes.map((volume) => {
    const cells = columns.map(([, , digits, of]) => of(volume).toFixed(digits));
    return `${volume.device.padEnd(13)} ${rightAligned(cells, widths)}`;
  });
  return [
    "Linux 6.1.0-27-amd64 (db-01) \t2026-03-10 \t_x86_64_\t(8 CPU)",
    "",
    `${"Device".padEnd(13)} ${header}`,
    ...rows,
  ];
}

const misreadings = {
  utilisation: {
    en: "Takes %util for a limit: a volume that serves many requests at once may stay quick at 100 %.",
    de: "Hält %util für eine Grenze: Ein Volume, das viele Anfragen zugleich bedient, kann auch bei 100 % schnell sein.",
  },
  idle: {
    en: "Takes few requests for a sign of trouble.",
    de: "Hält wenige Anfragen für ein Zeichen einer Störung.",
  },
  none: {
    en: "Looks at bandwidth and %util only, not at how long requests take.",
    de: "Sieht nur auf Bandbreite und %util, nicht darauf, wie lange Anfragen dauern.",
  },
} satisfies Record<string, Words>;

export const slowVolume = defineGenerator({
  kind: "single_choice",
  parameters: z.object({}).strict(),
  generate(choice) {
    const volumes = volumesOf(choice);
    const { slow, busy, calm } = volumes;
    const key = optionOf({
      en: `${slow.device}: a read takes ${figure(slow.readAwait, 1).en} ms on average, though few are made.`,
      de: `${slow.device}: Ein Lesezugriff dauert im Mittel ${figure(slow.readAwait, 1).de} ms, bei nur wenigen Zugriffen.`,
    });
    const queue = figure(queueOf(slow), 1);
    return {
      kind: "single_choice",
      stem: {
        en: "The database on `db-01` answers slowly. Which volume do you name in the report, and with which figure?",
        de: "Die Datenbank auf `db-01` antwortet langsam. Welches Volume nennen Sie in der Meldung, und mit welchem Wert?",
      },
      exhibits: [
        {
          kind: "tool_output",
          title: { en: "Volumes of db-01 over one minute", de: "Volumes von db-01 über eine Minute" },
          command: "S_TIME_FORMAT=ISO iostat -dxky 60 1",
          lines: numberedLines(
            "d",
            iostatLines(Object.values(volumes).toSorted((a, b) => (a.device < b.device ? -1 : 1))),
          ),
        },
      ],
      options: [
        key,
        optionOf(
          {
            en: `${busy.device}: it is ${figure(busy.utilisation, 1).en} % busy and thus out of bandwidth.`,
            de: `${busy.device}: Es ist zu ${figure(busy.utilisation, 1).de} % ausgelastet, die Bandbreite also erschöpft.`,
          },
          misreadings.utilisation,
        ),
        optionOf(
          {
            en: `${calm.device}: hardly any requests arrive, so they are being held back.`,
            de: `${calm.device}: Es kommen kaum Anfragen an, also werden welche zurückgehalten.`,
          },
          misreadings.idle,
        ),
        optionOf(
          {
            en: "None: no volume has reached 100 %, so the storage has headroom.",
            de: "Keines: Kein Volume hat 100 % erreicht, also sind noch Reserven vorhanden.",
          },
          misreadings.none,
        ),
      ],
      key: { optionIds: [key.id] },
      rationale: {
        en: `Waiting is what users feel: ${slow.device} moves ${figure(kibibytesOf(slow) / 1024, 1).en} MiB/s and yet has ${queue.en} requests under way on average (requests a second x time each). ${busy.device} is busy but quick.`,
        de: `Was Anwender spüren, ist das Warten: ${slow.device} bewegt ${figure(kibibytesOf(slow) / 1024, 1).de} MiB/s und hat doch im Mittel ${queue.de} offene Anfragen (Anfragen pro Sekunde x Dauer). ${busy.device} ist ausgelastet, aber schnell.`,
      },
    };
  },
});
