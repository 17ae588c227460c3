/** Items that a generator makes anew for every seed: no two candidates see the same figures, and practice never runs dry. */
import type { ClauseTag } from "../clause-tags";
import { type GeneratorCode, generators } from "../generators/all-generators";
import type { Section } from "../section-names";
import type { BankItem } from "./author-item";

interface Generated {
  readonly section: Section;
  readonly clauses: readonly ClauseTag[];
  readonly points: number;
  readonly difficultyGuess: number;
  readonly generator: GeneratorCode;
  readonly parameters: Record<string, unknown>;
  readonly enemyGroup?: string;
}

const item = (code: string, pool: BankItem["pool"], { generator, parameters, ...rest }: Generated): BankItem => ({
  code,
  pool,
  ...rest,
  content: { kind: generators[generator].kind, generator, parameters },
});

const cpuTime = (tool: "vmstat" | "mpstat", difficultyGuess: number): Generated => ({
  section: "compute",
  clauses: ["2.2-compute-steal", "2.2-compute-iowait"],
  points: 3,
  difficultyGuess,
  generator: "steal_or_iowait",
  parameters: { tool, causes: ["steal", "iowait", "user", "system"] },
  enemyGroup: "steal-or-iowait",
});

const load: Generated = {
  section: "compute",
  clauses: ["2.2-compute-load"],
  points: 3,
  difficultyGuess: 65,
  generator: "load_cause",
  parameters: { causes: ["cpu", "storage", "falling"] },
  enemyGroup: "load",
};

const bandwidth: Generated = {
  section: "storage",
  clauses: ["2.2-storage-bandwidth", "2.2-storage-iops"],
  points: 3,
  difficultyGuess: 65,
  generator: "fio_figures",
  parameters: { ask: "bandwidth" },
  enemyGroup: "fio-figures",
};

const latency: Generated = {
  section: "storage",
  clauses: ["2.2-storage-latency"],
  points: 3,
  difficultyGuess: 65,
  generator: "fio_figures",
  parameters: { ask: "latency" },
  enemyGroup: "fio-figures",
};

const slowVolume: Generated = {
  section: "storage",
  clauses: ["2.2-storage-latency"],
  points: 3,
  difficultyGuess: 60,
  generator: "slow_volume",
  parameters: {},
};

const hops = (faults: readonly string[], difficultyGuess: number): Generated => ({
  section: "network",
  clauses: ["2.2-network-latency"],
  points: 3,
  difficultyGuess,
  generator: "hop_loss",
  parameters: { faults },
});

const packets = (ask: "packet_size" | "bandwidth"): Generated => ({
  section: "network",
  clauses: [ask === "packet_size" ? "2.2-network-pps" : "2.2-network-bandwidth"],
  points: 3,
  difficultyGuess: 60,
  generator: "packet_rate",
  parameters: { ask },
  enemyGroup: "packets-and-bits",
});

const datagrams = (ask: "arrived" | "lost"): Generated => ({
  section: "network",
  clauses: ["2.2-network-pps", "2.2-network-bandwidth"],
  points: 3,
  difficultyGuess: 65,
  generator: "datagram_rate",
  parameters: { ask },
  enemyGroup: "packets-and-bits",
});

const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"];

const order = (inZones: readonly string[]): Generated => ({
  section: "error_pattern",
  clauses: ["2.2-time-information", "2.2-log-messages"],
  points: 4,
  difficultyGuess: 65,
  generator: "log_order",
  parameters: { zones: inZones },
});

const instant: Generated = {
  section: "error_pattern",
  clauses: ["2.2-time-information"],
  points: 2,
  difficultyGuess: 70,
  generator: "utc_time",
  parameters: { zones },
};

const evidence: Generated = {
  section: "error_pattern",
  clauses: ["2.2-log-messages", "2.2-error-description"],
  points: 3,
  difficultyGuess: 65,
  generator: "journal_evidence",
  parameters: { stories: ["out_of_memory", "read_only", "table_full", "link_down"] },
  enemyGroup: "journal-evidence",
};

const noSpace: Generated = {
  section: "error_pattern",
  clauses: ["2.2-error-description", "2.1"],
  points: 2,
  difficultyGuess: 75,
  generator: "inodes_or_blocks",
  parameters: { causes: ["inodes", "blocks"] },
};

const ticket: Generated = {
  section: "reporting",
  clauses: ["1.2", "2.2-always-report"],
  points: 6,
  difficultyGuess: 65,
  generator: "incident_ticket",
  parameters: { symptoms: ["storage", "network", "compute"] },
  enemyGroup: "incident-report",
};

export const generatedItems: readonly BankItem[] = [
  item("CPU-001", "certification", cpuTime("vmstat", 75)),
  item("CPU-002", "certification", cpuTime("mpstat", 70)),
  item("CPU-009", "certification", load),
  item("STO-001", "certification", bandwidth),
  item("STO-002", "certification", latency),
  item("STO-008", "certification", slowVolume),
  item("NET-001", "certification", hops(["quiet_hop", "path_loss", "target_only"], 60)),
  item("NET-002", "certification", packets("packet_size")),
  item("NET-009", "certification", datagrams("arrived")),
  item("ERR-001", "certification", order(zones)),
  item("ERR-011", "certification", instant),
  item("ERR-012", "certification", evidence),
  item("ERR-013", "certification", noSpace),
  item("REP-009", "certification", ticket),
  item("CPU-101", "practice", cpuTime("mpstat", 70)),
  item("CPU-103", "practice", cpuTime("vmstat", 75)),
  item("CPU-104", "practice", load),
  item("STO-101", "practice", bandwidth),
  item("STO-103", "practice", latency),
  item("STO-104", "practice", slowVolume),
  item("NET-101", "practice", hops(["quiet_hop", "path_loss", "target_only"], 65)),
  item("NET-102", "practice", packets("bandwidth")),
  item("NET-103", "practice", packets("packet_size")),
  item("NET-104", "practice", datagrams("lost")),
  item("ERR-101", "practice", order(zones)),
  item("ERR-103", "practice", instant),
  item("ERR-104", "practice", evidence),
  item("ERR-105", "practice", noSpace),
  item("REP-103", "practice", ticket),
];
