/** "No space left on device": df counts blocks, df -i counts inodes, and either may be what is used up. */
import { z } from "zod";
import type { Words } from "../item-content";
import type { SeededChoice } from "../seeded-choice";
import { numberedLines, optionOf } from "./generated-text";
import { defineGenerator } from "./generator";

type Cause = "inodes" | "blocks";

interface FileSystem {
  readonly device: string;
  readonly mount: string;
  /** Blocks of 1 KiB; what is reserved for root is neither used nor available. */
  readonly blocks: { readonly size: number; readonly used: number; readonly available: number };
  readonly inodes: { readonly count: number; readonly used: number };
}

/** As mkfs.ext4 lays it out: one inode for 16 KiB, 5 % of the blocks reserved, some 2 % taken by the file system itself. */
function ext4(gibibytes: number, filled: { blocks: number; inodes: number }): Omit<FileSystem, "device" | "mount"> {
  const size = Math.round(gibibytes * 1024 ** 2 * 0.98);
  const open = size - Math.round(size * 0.05);
  const used = Math.round(open * filled.blocks);
  const count = gibibytes * 65_536;
  return { blocks: { size, used, available: open - used }, inodes: { count, used: Math.round(count * filled.inodes) } };
}

/** Columns as wide as their widest cell, the names to the left. */
function table(header: readonly string[], least: readonly number[], rows: readonly (readonly string[])[]): string[] {
  const widths = least.map((width, column) =>
    Math.max(width, ...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        if (column === cells.length - 1) return cell;
        return column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
      })
      .join(" ");
  return [header, ...rows].map(line);
}

/** df rounds a share up. */
const share = (used: number, free: number): string => `${Math.ceil((used * 100) / (used + free))}%`;

const blockLines = (systems: readonly FileSystem[]): string[] =>
  table(
    ["Filesystem", "1K-blocks", "Used", "Available", "Use%", "Mounted on"],
    [14, 5, 5, 5, 4, 0],
    systems.map(({ device, mount, blocks: { size, used, available } }) => [
      device,
      ...[size, used, available].map(String),
      share(used, available),
      mount,
    ]),
  );

const inodeLines = (systems: readonly FileSystem[]): string[] =>
  table(
    ["Filesystem", "Inodes", "IUsed", "IFree", "IUse%", "Mounted on"],
    [14, 5, 5, 5, 4, 0],
    systems.map(({ device, mount, inodes: { count, used } }) => [
      device,
      ...[count, used, count - used].map(String),
      share(used, count - used),
      mount,
    ]),
  );

const places = [
  { host: "mail-01", mount: "/srv/mail" },
  { host: "shop-02", mount: "/var/lib/sessions" },
  { host: "ci-01", mount: "/srv/cache" },
  { host: "db-01", mount: "/var/lib/postgresql" },
] as const;

function systemsOf(choice: SeededChoice, cause: Cause, mount: string): [root: FileSystem, full: FileSystem] {
  const percent = (least: number, most: number) => choice.integer(least * 10, most * 10) / 1000;
  const root = ext4(choice.integer(2, 6) * 10, { blocks: percent(82, 93), inodes: percent(10, 30) });
  const filled = cause === "inodes" ? { blocks: percent(30, 70), inodes: 1 } : { blocks: 1, inodes: percent(2, 20) };
  const full = ext4(choice.integer(4, 40) * 10, filled);
  return [
    { device: "/dev/vda1", mount: "/", ...root },
    { device: "/dev/vdb1", mount, ...full },
  ];
}

const findings = (mount: string): Record<Cause | "root" | "volume", Words> => ({
  inodes: {
    en: `The inodes below ${mount} are used up: there are too many files.`,
    de: `Die Inodes unter ${mount} sind aufgebraucht: Es gibt zu viele Dateien.`,
  },
  blocks: {
    en: `The blocks below ${mount} are used up: the files take too much space.`,
    de: `Die Blöcke unter ${mount} sind aufgebraucht: Die Dateien belegen zu viel Platz.`,
  },
  root: {
    en: `The root file system is too full, so nothing more can be stored below ${mount}.`,
    de: `Das Root-Dateisystem ist zu voll, deshalb lässt sich auch unter ${mount} nichts mehr speichern.`,
  },
  volume: {
    en: "Neither is: the block storage refuses to write.",
    de: "Nichts davon: Der Blockspeicher verweigert das Schreiben.",
  },
});

const misreadings: Record<Cause | "root" | "volume", Words> = {
  inodes: { en: "Confuses inodes with blocks.", de: "Verwechselt Inodes mit Blöcken." },
  blocks: {
    en: "Looks at blocks only, or takes inodes for them.",
    de: "Sieht nur auf die Blöcke oder hält Inodes dafür.",
  },
  root: {
    en: "Looks at a file system that is not written to.",
    de: "Sieht auf ein Dateisystem, in das nicht geschrieben wird.",
  },
  volume: {
    en: "Takes a full file system for a fault of the platform.",
    de: "Hält ein volles Dateisystem für einen Fehler der Plattform.",
  },
};

export const inodesOrBlocks = defineGenerator({
  kind: "single_choice",
  parameters: z.object({ causes: z.array(z.enum(["inodes", "blocks"])).min(1) }).strict(),
  generate(choice, { causes }) {
    const cause = choice.pick(causes);
    const { host, mount } = choice.pick(places);
    const systems = systemsOf(choice, cause, mount);
    const found = findings(mount);
    const options = (["inodes", "blocks", "root", "volume"] as const).map((each) => ({
      each,
      option: optionOf(found[each], each === cause ? undefined : misreadings[each]),
    }));
    const counted: Words =
      cause === "inodes"
        ? { en: "df still shows space, df -i shows none", de: "df zeigt noch Platz, df -i keinen mehr" }
        : { en: "df -i still shows inodes, df shows no space", de: "df -i zeigt noch Inodes, df keinen Platz mehr" };
    return {
      kind: "single_choice",
      stem: {
        en: `On \`${host}\` an application cannot write below \`${mount}\`: “No space left on device”. What is used up?`,
        de: `Auf \`${host}\` kann eine Anwendung nicht unter \`${mount}\` schreiben: „No space left on device“. Was ist aufgebraucht?`,
      },
      exhibits: [
        {
          kind: "tool_output",
          title: { en: "Blocks", de: "Blöcke" },
          command: `df / ${mount}`,
          lines: numberedLines("b", blockLines(systems)),
        },
        {
          kind: "tool_output",
          title: { en: "Inodes", de: "Inodes" },
          command: `df -i / ${mount}`,
          lines: numberedLines("i", inodeLines(systems)),
        },
      ],
      options: options.map(({ option }) => option),
      key: { optionIds: options.filter(({ each }) => each === cause).map(({ option }) => option.id) },
      rationale: {
        en: `${mount} is a file system of its own, and ${counted.en}. The message is the same for both. The cause lies inside the guest and is the partner's to remedy (2.1).`,
        de: `${mount} ist ein eigenes Dateisystem, und ${counted.de}. Die Meldung ist in beiden Fällen dieselbe. Die Ursache liegt im Gastsystem und ist vom Partner zu beheben (2.1).`,
      },
    };
  },
});
