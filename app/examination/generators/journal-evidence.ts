/** The lines of a journal that prove a cause, among those that merely stand beside them. */
import { z } from "zod";
import type { Words } from "../item-content";
import type { SeededChoice } from "../seeded-choice";
import { numberedLines } from "./generated-text";
import { defineGenerator } from "./generator";
import { journalStamp } from "./host-clock";

type Proof = "proves" | "repeats" | "beside";

interface Entry {
  readonly text: string;
  readonly proof: Proof;
}

interface Story {
  readonly host: string;
  readonly question: Words;
  readonly rationale: Words;
  /** In their order; what repeats the finding counts neither way. */
  entries(choice: SeededChoice): Entry[];
}

const proves = (text: string): Entry => ({ text, proof: "proves" });
const repeats = (text: string): Entry => ({ text, proof: "repeats" });

const stories = {
  out_of_memory: {
    host: "db-02",
    question: {
      en: "The database on `db-02` ended by itself. Mark every line that proves why.",
      de: "Die Datenbank auf `db-02` hat sich von selbst beendet. Markieren Sie jede Zeile, die den Grund beweist.",
    },
    rationale: {
      en: "The kernel ran out of memory and killed mysqld; systemd saw the main process end by signal 9. The result “signal” only repeats that.",
      de: "Dem Kernel ging der Speicher aus, und er beendete mysqld; systemd sah den Hauptprozess mit Signal 9 enden. Das Ergebnis „signal“ wiederholt das nur.",
    },
    entries: (choice) => {
      const [pid, memory] = [choice.integer(800, 4000), choice.integer(6_000_000, 14_000_000)];
      return [
        proves(
          `kernel: report invoked oom-killer: gfp_mask=0x140cca(GFP_HIGHUSER_MOVABLE|__GFP_COMP), order=0, oom_score_adj=0`,
        ),
        proves(
          `kernel: Out of memory: Killed process ${pid} (mysqld) total-vm:${memory + 2_000_000}kB, anon-rss:${memory}kB`,
        ),
        proves("systemd[1]: mysql.service: Main process exited, code=killed, status=9/KILL"),
        repeats("systemd[1]: mysql.service: Failed with result 'signal'."),
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
        repeats(`smbd[${pid}]: write to /srv/share/plan.ods failed: Read-only file system`),
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
      en: "The kernel says itself that the table for connection tracking is full and that it drops packets. Time-outs of others are the consequence.",
      de: "Der Kernel sagt selbst, dass die Tabelle der Verbindungsverfolgung voll ist und er Pakete verwirft. Zeitüberschreitungen anderer sind die Folge.",
    },
    entries: (choice) => [
      proves("kernel: nf_conntrack: nf_conntrack: table full, dropping packet"),
      repeats(`haproxy[640]: backend shop: connect() to 10.7.12.${choice.integer(2, 250)} timed out`),
      proves("kernel: nf_conntrack: nf_conntrack: table full, dropping packet"),
      repeats(`kernel: net_ratelimit: ${choice.integer(40, 900)} callbacks suppressed`),
    ],
  },
  link_down: {
    host: "node-2",
    question: {
      en: "The cluster moved its service away from `node-2`. Mark every line that proves why.",
      de: "Der Cluster hat seinen Dienst von `node-2` wegverlegt. Markieren Sie jede Zeile, die den Grund beweist.",
    },
    rationale: {
      en: "First the interface lost its carrier, then the cluster its link and its partner. That the service was stopped is the consequence.",
      de: "Zuerst verlor die Schnittstelle ihren Träger, dann der Cluster Verbindung und Partner. Dass der Dienst gestoppt wurde, ist die Folge.",
    },
    entries: (choice) => {
      const pid = choice.integer(600, 1900);
      return [
        proves("systemd-networkd[402]: ens7: Lost carrier"),
        proves(`corosync[${pid}]:   [KNET  ] link: host: 1 link: 0 is down`),
        proves(`corosync[${pid}]:   [KNET  ] host: host: 1 has no active links`),
        repeats(`pacemaker-controld[${pid + 31}]: notice: Result of stop operation for shop-ip on node-2: ok`),
      ];
    },
  },
} satisfies Record<string, Story>;

type StoryName = keyof typeof stories;
const storyNames = Object.keys(stories) as [StoryName, ...StoryName[]];

/** What goes on in any journal. */
const others = (choice: SeededChoice): string[] => [
  `CRON[${choice.integer(3000, 9000)}]: (root) CMD (   cd / && run-parts --report /etc/cron.hourly)`,
  `sshd[${choice.integer(3000, 9000)}]: Connection closed by 203.0.113.${choice.integer(2, 250)} port ${choice.integer(30000, 60000)} [preauth]`,
  "systemd[1]: Starting logrotate.service - Rotate log files...",
  `sshd[${choice.integer(3000, 9000)}]: Accepted publickey for ops from 10.7.12.5 port ${choice.integer(30000, 60000)} ssh2`,
  "systemd[1]: Finished apt-daily.service - Daily apt download activities.",
  `chronyd[511]: Selected source 192.0.2.${choice.integer(2, 250)}`,
  "systemd[1]: Started session-41.scope - Session 41 of User ops.",
  `systemd-logind[480]: Removed session ${choice.integer(20, 90)}.`,
];

/** Both kept in their order, mixed by chance. */
function interleaved(choice: SeededChoice, story: readonly Entry[], beside: readonly Entry[]): Entry[] {
  const places = new Set(choice.shuffle([...story, ...beside].map((_, index) => index)).slice(0, story.length));
  const [first, second] = [[...story], [...beside]];
  return [...story, ...beside].flatMap((_, index) => (places.has(index) ? first : second).shift() ?? []);
}

export const journalEvidence = defineGenerator({
  kind: "mark_evidence",
  parameters: z.object({ stories: z.array(z.enum(storyNames)).min(1) }).strict(),
  generate(choice, parameters) {
    const { host, question, rationale, entries }: Story = stories[choice.pick(parameters.stories)];
    const beside = choice
      .shuffle(others(choice))
      .slice(0, 5)
      .map((text): Entry => ({ text, proof: "beside" }));
    const mixed = interleaved(choice, entries(choice), beside);
    let at = Date.UTC(2026, 2, choice.integer(2, 27), choice.integer(0, 22), choice.integer(0, 59));
    const lines = numberedLines(
      "j",
      mixed.map(({ text }) => {
        at += choice.integer(1, 90) * 1000;
        return `${journalStamp(at)} ${host} ${text}`;
      }),
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
