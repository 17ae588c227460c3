/** Whole tickets to compose, held against the lists of 1.2 and 2.2. */
import { type BankItem, incidentReport, words } from "./author-item";
import { asked, fields, labels, rationale, stem } from "./incident-report-parts";

export const incidentReportItems: readonly BankItem[] = [
  {
    code: "REP-001",
    pool: "certification",
    section: "reporting",
    clauses: ["1.2", "2.2-always-report", "2.2-storage-latency"],
    points: 6,
    difficultyGuess: 60,
    enemyGroup: "incident-report",
    content: incidentReport({
      stem: stem(
        words(
          "The volume of the database server `db-01` has been answering slowly since this morning; the shop of your end customer is hardly usable.",
          "Das Volume des Datenbankservers `db-01` antwortet seit heute Morgen langsam; der Shop Ihres Endkunden ist kaum nutzbar.",
        ),
      ),
      fields: [
        {
          id: "subject",
          label: fields.subject,
          requirements: [
            asked(
              "1.2",
              labels.ticketId,
              words(
                "[INC-50117] db-01: read latency of volume vdb raised",
                "[INC-50117] db-01: Leselatenz des Volumes vdb erhöht",
              ),
            ),
          ],
        },
        {
          id: "contact",
          label: fields.contact,
          requirements: [
            asked(
              "1.2",
              labels.processor,
              words(
                "Jonas Feld, second level, +49 30 5550 1234, noc@partner.example",
                "Jonas Feld, Second Level, +49 30 5550 1234, noc@partner.example",
              ),
            ),
          ],
        },
        {
          id: "components",
          label: fields.components,
          requirements: [
            asked(
              "2.2-components",
              labels.components,
              words(
                "Server 5f0d2c1e-8a53-4f0b-9c0e-6f6f1f0a7d21, volume vdb 0b7c9e44-51d2-4d3e-a3a5-9d1f4b1f2c10, 10.7.12.20",
                "Server 5f0d2c1e-8a53-4f0b-9c0e-6f6f1f0a7d21, Volume vdb 0b7c9e44-51d2-4d3e-a3a5-9d1f4b1f2c10, 10.7.12.20",
              ),
            ),
            asked("2.2-components", labels.versions, "Debian 12.9, Linux 6.1.0-27-amd64, PostgreSQL 16.6"),
          ],
        },
        {
          id: "error",
          label: fields.error,
          requirements: [
            asked(
              "2.2-time-information",
              labels.time,
              words(
                "Since 2026-03-10 09:14 CET (UTC+1), without interruption",
                "Seit 10.03.2026, 09:14 Uhr MEZ (UTC+1), ohne Unterbrechung",
              ),
            ),
            asked(
              "2.2-log-messages",
              labels.logs,
              "2026-03-10 09:20:02 CET [812] LOG:  checkpoint complete: wrote 4102 buffers (25.0%); 0 WAL file(s) added, 0 removed, 3 recycled; write=269.104 s, sync=48.217 s, total=317.402 s",
            ),
          ],
        },
        {
          id: "measurements",
          label: fields.measurements,
          requirements: [
            asked(
              "2.2-storage-latency",
              labels.measurement,
              words(
                "fio, randread, 16 KiB, depth 1: 21 IOPS, 0.33 MiB/s, mean latency 48 ms (normal: 1,900 IOPS, 0.5 ms)",
                "fio, randread, 16 KiB, Tiefe 1: 21 IOPS, 0,33 MiB/s, mittlere Latenz 48 ms (sonst 1.900 IOPS, 0,5 ms)",
              ),
            ),
            asked(
              "2.2-monitoring-extract",
              labels.monitoring,
              words(
                "Chart of r_await of vdb, 9 and 10 March, axis in CET",
                "Diagramm r_await von vdb, 9. und 10. März, Achse in MEZ",
              ),
            ),
          ],
        },
        {
          id: "setup",
          label: fields.setup,
          requirements: [
            asked(
              "2.2-update-status",
              labels.updates,
              words(
                "No package changed since 2026-02-17, last restart on that day",
                "Seit 17.02.2026 kein Paket geändert, letzter Neustart an diesem Tag",
              ),
            ),
            asked(
              "2.2-configuration",
              labels.configuration,
              words(
                "8 dedicated cores, 32 GB RAM, vdb: 500 GB, ext4, mounted with noatime",
                "8 Dedicated Cores, 32 GB RAM, vdb: 500 GB, ext4, gemountet mit noatime",
              ),
            ),
          ],
        },
      ],
      decoys: [
        words(
          "Root password, so that support can look for itself",
          "Root-Passwort, damit der Support selbst nachsehen kann",
        ),
        words(
          "Other customers are said to have had similar problems",
          "Andere Kunden sollen ähnliche Probleme gehabt haben",
        ),
        words("Probably a broken disk on your side", "Vermutlich ist bei Ihnen eine Platte defekt"),
      ],
      rationale,
    }),
  },
  {
    code: "REP-002",
    pool: "certification",
    section: "reporting",
    clauses: ["1.2", "2.2-always-report", "2.2-network-latency"],
    points: 6,
    difficultyGuess: 60,
    enemyGroup: "incident-report",
    content: incidentReport({
      stem: stem(
        words(
          "Between two servers of the same LAN packets are lost; the cluster of your end customer has failed over twice.",
          "Zwischen zwei Servern desselben LANs gehen Pakete verloren; der Cluster Ihres Endkunden hat zweimal umgeschaltet.",
        ),
      ),
      fields: [
        {
          id: "subject",
          label: fields.subject,
          requirements: [
            asked(
              "1.2",
              labels.ticketId,
              words(
                "[T-2026-0774] Packet loss between node-1 and node-2",
                "[T-2026-0774] Paketverlust zwischen node-1 und node-2",
              ),
            ),
          ],
        },
        {
          id: "contact",
          label: fields.contact,
          requirements: [
            asked(
              "1.2",
              labels.processor,
              words(
                "Aylin Kara, second level, +1 215 555 0142, support@partner.example",
                "Aylin Kara, Second Level, +1 215 555 0142, support@partner.example",
              ),
            ),
          ],
        },
        {
          id: "components",
          label: fields.components,
          requirements: [
            asked(
              "2.2-components",
              labels.components,
              words(
                "NIC 1d6b…c2 of node-1 (10.7.30.11) and NIC 8e20…4f of node-2 (10.7.30.12), UUIDs in full attached",
                "NIC 1d6b…c2 von node-1 (10.7.30.11) und NIC 8e20…4f von node-2 (10.7.30.12), vollständige UUIDs im Anhang",
              ),
            ),
            asked("2.2-components", labels.versions, "Ubuntu 24.04.2, Linux 6.8.0-55-generic, Corosync 3.1.7"),
          ],
        },
        {
          id: "error",
          label: fields.error,
          requirements: [
            asked(
              "2.2-error-description",
              labels.description,
              words(
                "Of 1,000 pings in either direction 60 to 80 stay without answer; to node-3 in the same LAN none",
                "Von 1.000 Pings bleiben je Richtung 60 bis 80 ohne Antwort, zu node-3 im selben LAN keiner",
              ),
            ),
            asked(
              "2.2-time-information",
              labels.time,
              words(
                "2026-07-14 03:10 to 03:26 and 04:40 to 04:51, both UTC",
                "14.07.2026, 03:10 bis 03:26 und 04:40 bis 04:51 Uhr, beides UTC",
              ),
            ),
            asked(
              "2.2-log-messages",
              labels.logs,
              "2026-07-14T03:10:44+0000 node-1 corosync[901]:   [KNET  ] link: host: 2 link: 0 is down",
            ),
          ],
        },
        {
          id: "measurements",
          label: fields.measurements,
          requirements: [
            asked(
              "2.2-network-latency",
              labels.measurement,
              words(
                "iperf3, UDP, 200 Mbit/s, 60 s: 7.1 % lost, 17,300 packets/s; ping mean 0.4 ms, maximum 310 ms",
                "iperf3, UDP, 200 Mbit/s, 60 s: 7,1 % Verlust, 17.300 Pakete/s; Ping im Mittel 0,4 ms, höchstens 310 ms",
              ),
            ),
            asked(
              "2.2-monitoring-extract",
              labels.monitoring,
              words(
                "Chart of lost heartbeats, 13 and 14 July, axis in UTC",
                "Diagramm verlorener Heartbeats, 13. und 14. Juli, Achse in UTC",
              ),
            ),
          ],
        },
        {
          id: "setup",
          label: fields.setup,
          requirements: [
            asked(
              "2.2-configuration",
              labels.configuration,
              words(
                "MTU 1500 on both NICs, firewall of both NICs switched off, static addresses",
                "MTU 1500 auf beiden NICs, Firewall beider NICs ausgeschaltet, statische Adressen",
              ),
            ),
            asked(
              "2.2-update-status",
              labels.updates,
              words(
                "Kernel 6.8.0-55 on both nodes since 2 July, no change since",
                "Kernel 6.8.0-55 auf beiden Knoten seit 2. Juli, seither keine Änderung",
              ),
            ),
          ],
        },
      ],
      decoys: [
        words("Support PIN of the processor, in plain text", "Support-PIN der Bearbeiterin, im Klartext"),
        words(
          "The end customer's administrator will call you directly",
          "Der Administrator des Endkunden ruft Sie direkt an",
        ),
        words("It must be urgent, as always", "Es ist wie immer dringend"),
      ],
      rationale,
    }),
  },
];
