/** What an incident ticket is made of: facts of one fault that fit together, as the person who reports it would have them. */
import type { ClauseTag } from "../clause-tags";
import type { Phrase, Words } from "../item-content";
import type { SeededChoice } from "../seeded-choice";
import { figure } from "./generated-text";

export const symptoms = ["storage", "network", "compute"] as const;
export type Symptom = (typeof symptoms)[number];

export interface Situation {
  readonly story: Words;
  readonly subject: Words;
  readonly components: Phrase;
  readonly versions: string;
  readonly description: Words;
  readonly log: string;
  readonly measurement: Words;
  /** Of 2.2: what the measurement stands for. */
  readonly measured: ClauseTag;
  readonly monitoring: Words;
  readonly configuration: Words;
}

interface Place {
  readonly host: string;
  readonly address: string;
  readonly ticket: string;
  /** As a journal begins a line. */
  readonly stamp: string;
}

const hex = (choice: SeededChoice, digits: number): string =>
  Array.from({ length: digits }, () => choice.integer(0, 15).toString(16)).join("");

/** Shaped like a random UUID. */
const uuid = (choice: SeededChoice): string =>
  `${hex(choice, 8)}-${hex(choice, 4)}-4${hex(choice, 3)}-${choice.pick(["8", "9", "a", "b"])}${hex(choice, 3)}-${hex(choice, 12)}`;

const kernels = [
  "Debian 12.9, Linux 6.1.0-27-amd64",
  "Ubuntu 24.04.2, Linux 6.8.0-55-generic",
  "AlmaLinux 9.5, Linux 5.14.0-503",
];

function storage(choice: SeededChoice, { host, address, ticket, stamp }: Place): Situation {
  const iops = choice.integer(20, 80);
  const [server, volume] = [uuid(choice), uuid(choice)];
  const latency = figure(1000 / iops, 1, "ms");
  const bandwidth = figure((iops * 16) / 1024, 2, "MiB/s");
  const sync = figure(choice.integer(200, 500) / 10, 3);
  return {
    story: {
      en: `The volume of the database server \`${host}\` has been answering slowly since this morning.`,
      de: `Das Volume des Datenbankservers \`${host}\` antwortet seit heute Morgen langsam.`,
    },
    subject: {
      en: `[${ticket}] ${host}: read latency of volume vdb raised`,
      de: `[${ticket}] ${host}: Leselatenz des Volumes vdb erhöht`,
    },
    components: {
      en: `Server ${server}, volume vdb ${volume}, ${address}`,
      de: `Server ${server}, Volume vdb ${volume}, ${address}`,
    },
    versions: `${choice.pick(kernels)}, PostgreSQL 16.6`,
    description: {
      en: "Single reads from vdb take long at any load; vda of the same server is as quick as always",
      de: "Einzelne Lesezugriffe auf vdb dauern bei jeder Last lange; vda desselben Servers ist so schnell wie immer",
    },
    log: `${stamp} ${host} postgres[812]: LOG:  checkpoint complete: wrote 4102 buffers (25.0%); 0 WAL file(s) added, 0 removed, 3 recycled; write=4.214 s, sync=${sync.en} s`,
    measurement: {
      en: `fio, randread, 16 KiB, depth 1: ${iops} IOPS, ${bandwidth.en}, mean latency ${latency.en}`,
      de: `fio, randread, 16 KiB, Tiefe 1: ${iops} IOPS, ${bandwidth.de}, mittlere Latenz ${latency.de}`,
    },
    measured: "2.2-storage-latency",
    monitoring: {
      en: "Chart of r_await of vda and vdb, yesterday and today, axis in UTC",
      de: "Diagramm r_await von vda und vdb, gestern und heute, Achse in UTC",
    },
    configuration: {
      en: "8 dedicated cores, 32 GB RAM, vdb: 500 GB, ext4, mounted with noatime",
      de: "8 Dedicated Cores, 32 GB RAM, vdb: 500 GB, ext4, gemountet mit noatime",
    },
  };
}

function network(choice: SeededChoice, { host, address, ticket, stamp }: Place): Situation {
  const lost = choice.integer(40, 180);
  const [here, there] = [uuid(choice), uuid(choice)];
  const percent = figure(lost / 10, 1, "%");
  return {
    story: {
      en: `Between \`${host}\` and its partner in the same LAN packets are lost; a cluster has failed over twice.`,
      de: `Zwischen \`${host}\` und seinem Partner im selben LAN gehen Pakete verloren; ein Cluster hat zweimal umgeschaltet.`,
    },
    subject: {
      en: `[${ticket}] Packet loss between ${host} and its partner node`,
      de: `[${ticket}] Paketverlust zwischen ${host} und dem Partnerknoten`,
    },
    components: {
      en: `NIC ${here} of ${host} (${address}) and NIC ${there} of the partner node`,
      de: `NIC ${here} von ${host} (${address}) und NIC ${there} des Partnerknotens`,
    },
    versions: `${choice.pick(kernels)}, Corosync 3.1.7`,
    description: {
      en: "Loss in both directions between these two nodes, none to a third node of the same LAN",
      de: "Verlust in beiden Richtungen zwischen diesen beiden Knoten, keiner zu einem dritten Knoten im selben LAN",
    },
    log: `${stamp} ${host} corosync[901]:   [KNET  ] link: host: 2 link: 0 is down`,
    measurement: {
      en: `ping, 1,000 probes in each direction: ${lost} without answer (${percent.en}), mean of the others 0.4 ms`,
      de: `ping, 1.000 Testpakete je Richtung: ${lost} ohne Antwort (${percent.de}), Mittel der übrigen 0,4 ms`,
    },
    measured: "2.2-network-latency",
    monitoring: {
      en: "Chart of lost heartbeats, yesterday and today, axis in UTC",
      de: "Diagramm verlorener Heartbeats, gestern und heute, Achse in UTC",
    },
    configuration: {
      en: "MTU 1500 on both NICs, firewall of both NICs switched off, static addresses",
      de: "MTU 1500 auf beiden NICs, Firewall beider NICs ausgeschaltet, statische Adressen",
    },
  };
}

function compute(choice: SeededChoice, { host, address, ticket, stamp }: Place): Situation {
  // As much as the work it gets: half the usual speed.
  const steal = choice.integer(37, 45);
  const idle = 100 - steal - 41;
  return {
    story: {
      en: `The application server \`${host}\` has been computing at half its usual speed since this morning.`,
      de: `Der Anwendungsserver \`${host}\` rechnet seit heute Morgen nur noch halb so schnell wie sonst.`,
    },
    subject: {
      en: `[${ticket}] ${host}: steal time raised, jobs take twice as long`,
      de: `[${ticket}] ${host}: Steal Time erhöht, Jobs dauern doppelt so lange`,
    },
    components: `Server ${uuid(choice)}, ${address}`,
    versions: `${choice.pick(kernels)}, OpenJDK 21.0.6`,
    description: {
      en: "The same job with the same input takes 20 minutes instead of 10, on all cores alike",
      de: "Derselbe Job mit denselben Daten dauert 20 statt 10 Minuten, auf allen Kernen gleich",
    },
    log: `${stamp} ${host} worker[2210]: WARN job 4711 exceeded its limit of 900 s`,
    measurement: {
      en: `mpstat, 60 s: user 38 %, system 3 %, iowait 0 %, steal ${steal} %, idle ${idle} %; load 7.9`,
      de: `mpstat, 60 s: user 38 %, system 3 %, iowait 0 %, steal ${steal} %, idle ${idle} %; Load 7,9`,
    },
    measured: "2.2-compute-steal",
    monitoring: {
      en: "Chart of steal and user time, yesterday and today, axis in UTC",
      de: "Diagramm Steal- und User-Zeit, gestern und heute, Achse in UTC",
    },
    configuration: {
      en: "8 vCPUs, 16 GB RAM, boot volume of 50 GB, one NIC",
      de: "8 vCPUs, 16 GB RAM, Boot-Volume mit 50 GB, eine NIC",
    },
  };
}

const situations: Record<Symptom, (choice: SeededChoice, place: Place) => Situation> = { storage, network, compute };

export const situationOf = (choice: SeededChoice, symptom: Symptom, place: Place): Situation =>
  situations[symptom](choice, place);
