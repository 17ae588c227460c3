import type { Words } from "../item-content";
import type { GeneratorCode } from "./all-generators";

/** What the form calls a parameter and each value that it takes. */
export interface ParameterNames {
  readonly label: Words;
  readonly values: Readonly<Record<string, Words>>;
}

const same = (text: string): Words => ({ en: text, de: text });

const asked: Words = { en: "What is asked for", de: "Gefragt wird nach" };
const causes: Words = { en: "Causes that occur", de: "Ursachen, die vorkommen" };
const zones: ParameterNames = {
  label: { en: "Time zones of the hosts", de: "Zeitzonen der Hosts" },
  values: {
    "Europe/Berlin": { en: "Berlin (Europe/Berlin)", de: "Berlin (Europe/Berlin)" },
    "America/New_York": { en: "New York (America/New_York)", de: "New York (America/New_York)" },
    "Asia/Kolkata": { en: "Kolkata (Asia/Kolkata)", de: "Kalkutta (Asia/Kolkata)" },
  },
};

/** Of every generator, by the names in its schema. */
export const parameterNames: Readonly<Record<GeneratorCode, Readonly<Record<string, ParameterNames>>>> = {
  datagram_rate: {
    ask: {
      label: asked,
      values: {
        arrived: { en: "Datagrams that arrived", de: "Angekommene Datagramme" },
        lost: { en: "Datagrams that were lost", de: "Verlorene Datagramme" },
      },
    },
  },
  fio_figures: {
    ask: {
      label: asked,
      values: { bandwidth: { en: "Bandwidth", de: "Bandbreite" }, latency: { en: "Latency", de: "Latenz" } },
    },
  },
  hop_loss: {
    faults: {
      label: { en: "Situations that occur", de: "Situationen, die vorkommen" },
      values: {
        quiet_hop: {
          en: "A router on the way answers sparingly: no fault",
          de: "Ein Router antwortet sparsam: kein Fehler",
        },
        path_loss: { en: "Packets are lost on the way", de: "Pakete gehen unterwegs verloren" },
        target_only: { en: "Packets are lost at the target alone", de: "Pakete gehen erst am Ziel verloren" },
      },
    },
  },
  incident_ticket: {
    symptoms: {
      label: { en: "Incidents that occur", de: "Störungen, die vorkommen" },
      values: {
        storage: same("Storage"),
        network: { en: "Network", de: "Netzwerk" },
        compute: { en: "CPU", de: "CPU" },
      },
    },
  },
  inodes_or_blocks: {
    causes: {
      label: causes,
      values: {
        inodes: { en: "No inodes are left", de: "Keine Inodes mehr frei" },
        blocks: { en: "No space is left", de: "Kein Speicherplatz mehr frei" },
      },
    },
  },
  journal_evidence: {
    stories: {
      label: { en: "Incidents that occur", de: "Störungen, die vorkommen" },
      values: {
        out_of_memory: {
          en: "The kernel runs out of memory and ends a process",
          de: "Der Arbeitsspeicher geht aus, der Kernel beendet einen Prozess",
        },
        read_only: { en: "A file system turns read-only", de: "Ein Dateisystem wird schreibgeschützt" },
        table_full: { en: "The table for connection tracking is full", de: "Die Tabelle der Verbindungen ist voll" },
        link_down: {
          en: "A network interface loses its link",
          de: "Eine Netzwerkschnittstelle verliert die Verbindung",
        },
      },
    },
  },
  load_cause: {
    causes: {
      label: causes,
      values: {
        cpu: { en: "Processes wait for a CPU", de: "Prozesse warten auf eine CPU" },
        storage: { en: "Processes wait for storage", de: "Prozesse warten auf den Speicher" },
        falling: { en: "The shortage is over and the load falls", de: "Der Engpass ist vorbei, die Load sinkt" },
      },
    },
  },
  log_order: { zones },
  packet_rate: {
    ask: {
      label: asked,
      values: {
        packet_size: { en: "Mean size of a packet", de: "Mittlere Größe eines Pakets" },
        bandwidth: { en: "Bandwidth", de: "Bandbreite" },
      },
    },
  },
  slow_volume: {},
  steal_or_iowait: {
    tool: {
      label: { en: "Measured with", de: "Gemessen mit" },
      values: { vmstat: same("vmstat"), mpstat: same("mpstat") },
    },
    causes: {
      label: causes,
      values: {
        steal: { en: "Steal: the host gives no CPU time", de: "Steal: Der Host gibt keine CPU-Zeit" },
        iowait: { en: "Iowait: processes wait for storage", de: "Iowait: Prozesse warten auf den Speicher" },
        user: { en: "User: applications use the CPU", de: "User: Anwendungen nutzen die CPU" },
        system: { en: "System: the kernel uses the CPU", de: "System: Der Kernel nutzt die CPU" },
      },
    },
  },
  utc_time: { zones },
};
