/** The lines of a journal that prove a cause, among those that merely stand beside them. */
import { z } from "zod";
import type { Words } from "../item-content";
import type { SeededChoice } from "../seeded-choice";
import { numberedLines } from "./generated-text";
import { defineGenerator } from "./generator";
import { journalStamp } from "./host-clock";
import { besideLines } from "./journal-routine";

type Proof = "proves" | "repeats" | "beside";

interface Entry {
  readonly text: string;
  readonly proof: Proof;
  /** How long after the line before it, in milliseconds: what follows from one cause comes as fast as the software writes it. */
  readonly after: readonly [least: number, most: number];
}

interface Timed {
  readonly text: string;
  readonly proof: Proof;
  readonly at: number;
}

interface Story {
  readonly host: string;
  readonly question: Words;
  readonly rationale: Words;
  /** In their order; what repeats the finding counts neither way. */
  entries(choice: SeededChoice): Entry[];
}

type Gap = Entry["after"];
const atOnce: Gap = [1, 60];
const proves = (text: string, after: Gap = atOnce): Entry => ({ text, proof: "proves", after });
const repeats = (text: string, after: Gap = atOnce): Entry => ({ text, proof: "repeats", after });

const stories = {
  out_of_memory: {
    host: "db-02",
    question: {
      en: "The database on `db-02` ended by itself. Mark every line that proves why.",
      de: "Die Datenbank auf `db-02` hat sich von selbst beendet. Markieren Sie jede Zeile, die den Grund beweist.",
    },
    rationale: {
      en: "The kernel ran out of memory and killed mysqld; systemd says so, and saw the main process end by signal 9. The result “oom-kill” only repeats that.",
      de: "Dem Kernel ging der Arbeitsspeicher aus, und er beendete mysqld; systemd meldet das und sah den Hauptprozess mit Signal 9 enden. Das Ergebnis „oom-kill“ wiederholt es nur.",
    },
    entries: (choice) => {
      const [pid, memory] = [choice.integer(800, 4000), choice.integer(6_000_000, 14_000_000)];
      return [
        proves(
          `kernel: report invoked oom-killer: gfp_mask=0x140cca(GFP_HIGHUSER_MOVABLE|__GFP_COMP), order=0, oom_score_adj=0`,
        ),
        proves(
          `kernel: Out of memory: Killed process ${pid} (mysqld) total-vm:${memory + 2_000_000}kB, anon-rss:${memory}kB, file-rss:0kB, shmem-rss:0kB, UID:113 pgtables:${Math.round(memory / 512)}kB oom_score_adj:0`,
          [50, 400],
        ),
        proves("systemd[1]: mysql.service: A process of this unit has been killed by the OOM killer."),
        proves("systemd[1]: mysql.service: Main process exited, code=killed, status=9/KILL", [200, 1500]),
        repeats("systemd[1]: mysql.service: Failed with result 'oom-kill'."),
      ];
    },
  },
  read_only: {
    host: "nas-01",
    question: {
      en: "Suddenly nothing can be written on `nas-01` any more. Mark every line that proves why.",
      de: "Plötzlich lässt sich auf `nas-01` nichts mehr schreiben. Markieren Sie jede Zeile, die den Grund beweist.",
    },
    rationale: {
      en: "The device answered a write with an error, and the file system protected itself by turning read-only. The message of the application is the consequence.",
      de: "Das Gerät hat einen Schreibzugriff mit einem Fehler beantwortet, und das Dateisystem hat sich durch Wechsel auf „nur lesen“ geschützt. Die Meldung der Anwendung ist die Folge.",
    },
    entries: (choice) => {
      const [sector, pid] = [choice.integer(1_000_000, 90_000_000) * 8, choice.integer(700, 9000)];
      return [
        proves(`kernel: I/O error, dev vdb, sector ${sector} op 0x1:(WRITE) flags 0x800 phys_seg 1 prio class 2`),
        proves("kernel: Aborting journal on device vdb1-8."),
        proves("kernel: EXT4-fs (vdb1): Remounting filesystem read-only"),
        // The next time that somebody writes.
        repeats(`smbd[${pid}]: write to /srv/share/plan.ods failed: Read-only file system`, [500, 12_000]),
      ];
    },
  },
  table_full: {
    host: "gw-01",
    question: {
      en: "New connections through `gw-01` fail now and then, established ones go on. Mark every line that proves why.",
      de: "Neue Verbindungen über `gw-01` scheitern ab und zu, bestehende laufen weiter. Markieren Sie jede Zeile, die den Grund beweist.",
    },
    rationale: {
      en: "The kernel says itself that the table for connection tracking is full and that it drops packets. Time-outs of health checks are the consequence.",
      de: "Der Kernel sagt selbst, dass die Connection-Tracking-Tabelle voll ist und er Pakete verwirft. Zeitüberschreitungen bei Health Checks sind die Folge.",
    },
    entries: (choice) => [
      proves("kernel: nf_conntrack: nf_conntrack: table full, dropping packet"),
      repeats(
        `haproxy[640]: Server shop/web-0${choice.integer(1, 9)} is DOWN, reason: Layer4 timeout, check duration: ${choice.integer(2001, 2004)}ms.`,
        [2500, 4500],
      ),
      // The kernel counts for five seconds what it does not write, and says so before it writes again.
      repeats(`kernel: net_ratelimit: ${choice.integer(40, 900)} callbacks suppressed`, [2500, 3500]),
      proves("kernel: nf_conntrack: nf_conntrack: table full, dropping packet", [0, 1]),
    ],
  },
  link_down: {
    host: "node-2",
    question: {
      en: "The cluster moved its service away from `node-2`. Mark every line that proves why.",
      de: "Der Cluster hat seinen Dienst von `node-2` auf einen anderen Knoten verschoben. Markieren Sie jede Zeile, die den Grund beweist.",
    },
    rationale: {
      en: "First the interface lost its carrier, then the cluster the link to its partner. That the service was stopped is the consequence.",
      de: "Zuerst verlor die Schnittstelle den Link, dann der Cluster die Verbindung zum Partner. Dass der Dienst gestoppt wurde, ist die Folge.",
    },
    entries: (choice) => {
      const pid = choice.integer(600, 1900);
      return [
        proves("systemd-networkd[402]: ens7: Lost carrier"),
        proves(`corosync[${pid}]:   [KNET  ] link: host: 1 link: 0 is down`, [800, 2000]),
        proves(`corosync[${pid}]:   [KNET  ] host: host: 1 has no active links`),
        repeats(
          `pacemaker-controld[${pid + 31}]: notice: Result of stop operation for shop-ip on node-2: ok`,
          [1500, 4000],
        ),
      ];
    },
  },
} satisfies Record<string, Story>;

type StoryName = keyof typeof stories;
const storyNames = Object.keys(stories) as [StoryName, ...StoryName[]];

/** Each as long after the one before as its software takes. */
function timed(choice: SeededChoice, began: number, entries: readonly Entry[]): Timed[] {
  let at = began;
  return entries.map(({ text, proof, after }, index) => {
    if (index > 0) at += choice.integer(...after);
    return { text, proof, at };
  });
}

export const journalEvidence = defineGenerator({
  kind: "mark_evidence",
  parameters: z.object({ stories: z.array(z.enum(storyNames)).min(1) }).strict(),
  generate(choice, parameters) {
    const { host, question, rationale, entries }: Story = stories[choice.pick(parameters.stories)];
    const hour = Date.UTC(2026, 2, choice.integer(2, 27), choice.integer(1, 22));
    // Near enough to the hourly line that it belongs to the same extract.
    const began = hour + choice.integer(10 * 60_000, 26 * 60_000);
    const story = timed(choice, began, entries(choice));
    const beside = besideLines(choice, { hour, began, ended: story.at(-1)?.at ?? began });
    const mixed = [...story, ...beside.map((line) => ({ ...line, proof: "beside" as const }))].toSorted(
      (a, b) => a.at - b.at,
    );
    const lines = numberedLines(
      "j",
      mixed.map(({ text, at }) => `${journalStamp(at)} ${host} ${text}`),
    );
    const idsOf = (wanted: Proof) => lines.flatMap(({ id }, index) => (mixed[index]?.proof === wanted ? id : []));
    return {
      kind: "mark_evidence",
      stem: question,
      exhibits: [{ kind: "log", title: { en: `Journal of ${host} (UTC)`, de: `Journal von ${host} (UTC)` }, lines }],
      key: { lineIds: idsOf("proves"), neutralLineIds: idsOf("repeats") },
      rationale,
    };
  },
});
