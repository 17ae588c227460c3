/** Events of two hosts whose logs are written in different time zones: only the instant gives the order. */
import { z } from "zod";
import type { Phrase } from "../item-content";
import type { SeededChoice } from "../seeded-choice";
import { numberedLines, optionOf } from "./generated-text";
import { defineGenerator } from "./generator";
import { instantOn, journalStamp, syslogStamp, timedatectlLines, type Zone, zoneNames, zones } from "./host-clock";

/** A fault as it runs through both hosts, in its true order. */
const stories = [
  [
    {
      host: "db-01",
      unit: "kernel",
      text: "I/O error, dev vdb, sector 41943040 op 0x1:(WRITE) flags 0x800 phys_seg 1 prio class 2",
    },
    { host: "db-01", unit: "kernel", text: "EXT4-fs (vdb1): Remounting filesystem read-only" },
    {
      host: "db-01",
      unit: "postgres[812]",
      text: 'PANIC:  could not create file "pg_wal/xlogtemp.812": Read-only file system',
    },
    {
      host: "app-01",
      unit: "shop[2210]",
      text: "ERROR connection to db-01:5432 lost: server closed the connection unexpectedly",
    },
    {
      host: "app-01",
      unit: "haproxy[640]",
      text: 'Server shop/app-01 is DOWN, reason: Layer7 wrong status, code: 503, info: "Service Unavailable", check duration: 4ms.',
    },
  ],
  [
    { host: "app-01", unit: "kernel", text: "nf_conntrack: nf_conntrack: table full, dropping packet" },
    { host: "app-01", unit: "shop[2210]", text: "WARN connect to db-01:5432 timed out after 5000 ms, retrying" },
    { host: "db-01", unit: "postgres[812]", text: "LOG:  could not receive data from client: Connection timed out" },
    { host: "app-01", unit: "shop[2210]", text: "ERROR no database connection left in pool, giving up" },
    {
      host: "db-01",
      unit: "pgbouncer[700]",
      text: "LOG stats: 0 xacts/s, 0 queries/s, in 0 B/s, out 0 B/s, xact 0 us, query 0 us, wait 0 us",
    },
  ],
  [
    {
      host: "db-01",
      unit: "kernel",
      text: "Out of memory: Killed process 812 (postgres) total-vm:9437184kB, anon-rss:7864320kB, file-rss:0kB, shmem-rss:131072kB, UID:113 pgtables:16384kB oom_score_adj:0",
    },
    { host: "db-01", unit: "postgres[805]", text: "LOG:  server process (PID 812) was terminated by signal 9: Killed" },
    {
      host: "app-01",
      unit: "shop[2210]",
      text: "ERROR terminating connection because of crash of another server process",
    },
    { host: "db-01", unit: "postgres[805]", text: "LOG:  all server processes terminated; reinitializing" },
    { host: "app-01", unit: "shop[2210]", text: "WARN health check failed: the database system is in recovery mode" },
  ],
] as const;

interface Event {
  readonly host: "app-01" | "db-01";
  readonly unit: string;
  readonly text: string;
  /** Milliseconds of the epoch, whole seconds. */
  readonly at: number;
}

const utcLine = ({ at, host, unit, text }: Event): string => `${journalStamp(at)} ${host} ${unit}: ${text}`;

const syslogLine = ({ at, host, unit, text }: Event, zone: Zone): string =>
  `${syslogStamp(at, zone)} ${host} ${unit}: ${text}`;

/** Five events in the middle of the day, so that neither clock crosses midnight, 2 to 15 seconds apart. */
function eventsOf(choice: SeededChoice, zone: Zone): Event[] {
  let at = instantOn(zone, choice.integer(8, 14), choice.integer(0, 54), choice.integer(0, 59));
  return choice.pick(stories).map((event) => {
    at += choice.integer(2, 15) * 1000;
    return { ...event, at };
  });
}

export const logOrder = defineGenerator({
  kind: "ordering",
  parameters: z.object({ zones: z.array(z.enum(zoneNames)).min(1) }).strict(),
  generate(choice, parameters) {
    const zone = choice.pick(zones.filter(({ name }) => parameters.zones.includes(name)));
    const events = eventsOf(choice, zone);
    const of = (host: Event["host"]) => events.filter((event) => event.host === host);
    const entries = events.map(({ host, text }) => optionOf(`${host}: ${text}` satisfies Phrase));
    const span = ((events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0)) / 1000;
    return {
      kind: "ordering",
      stem: {
        en: "Put the events of both hosts into the order in which they really happened, the earliest first. The clocks of both hosts are synchronised.",
        de: "Bringen Sie die Ereignisse beider Hosts in die Reihenfolge, in der sie tatsächlich geschehen sind, das früheste zuerst. Die Uhren beider Hosts sind synchronisiert.",
      },
      exhibits: [
        {
          kind: "log",
          title: { en: "Journal of app-01", de: "Journal von app-01" },
          lines: numberedLines("a", of("app-01").map(utcLine)),
        },
        {
          kind: "log",
          title: { en: "/var/log/syslog of db-01", de: "/var/log/syslog von db-01" },
          lines: numberedLines(
            "b",
            of("db-01").map((event) => syslogLine(event, zone)),
          ),
        },
        {
          kind: "tool_output",
          title: { en: "Clock of db-01, a little later", de: "Uhr von db-01, etwas später" },
          command: "timedatectl",
          lines: numberedLines("c", timedatectlLines((events.at(-1)?.at ?? 0) + choice.integer(120, 600) * 1000, zone)),
        },
      ],
      entries,
      key: { entryIds: entries.map(({ id }) => id) },
      rationale: {
        en: `app-01 writes UTC, db-01 writes local time (${zone.name}, ${zone.offset}) without saying so. In UTC all five events lie within ${span} seconds. A report therefore always names date, time and time zone.`,
        de: `app-01 schreibt UTC, db-01 schreibt Ortszeit (${zone.name}, ${zone.offset}), ohne es anzugeben. In UTC liegen alle fünf Ereignisse innerhalb von ${span} Sekunden. Deshalb nennt eine Meldung stets Datum, Uhrzeit und Zeitzone.`,
      },
    };
  },
});
