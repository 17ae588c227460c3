/** Clause 2.2: "Network (internal/external connection - bandwidth, PPS, latency)". */
import {
  type BankItem,
  log,
  markEvidence,
  matching,
  multipleChoice,
  numeric,
  singleChoice,
  toolOutput,
  words,
} from "./author-item";

export const networkItems: readonly BankItem[] = [
  {
    code: "NET-003",
    pool: "certification",
    section: "network",
    clauses: ["2.2-network-bandwidth"],
    points: 2,
    difficultyGuess: 60,
    content: singleChoice({
      stem: words(
        "Between two servers in the same LAN a single TCP stream reaches 2.1 Gbit/s, eight parallel streams reach 7.6 Gbit/s together. On the receiver one core is at 100 % softirq during the single stream. What does this tell you?",
        "Zwischen zwei Servern im selben LAN erreicht ein einzelner TCP-Stream 2,1 Gbit/s, acht parallele Streams erreichen zusammen 7,6 Gbit/s. Beim einzelnen Stream ist auf dem Empfänger ein Kern zu 100 % mit Softirqs ausgelastet. Was sagt Ihnen das?",
      ),
      exhibits: [
        toolOutput(
          "a",
          words("Sums of two measurements", "Summen zweier Messungen"),
          "iperf3 -c 10.7.12.20 -t 30 ; iperf3 -c 10.7.12.20 -t 30 -P 8",
          `
[  5]   0.00-30.00  sec  7.33 GBytes  2.10 Gbits/sec    0             sender
[  5]   0.00-30.00  sec  7.33 GBytes  2.10 Gbits/sec                  receiver
[SUM]   0.00-30.00  sec  26.5 GBytes  7.60 Gbits/sec   12             sender
[SUM]   0.00-30.00  sec  26.5 GBytes  7.59 Gbits/sec                  receiver
`,
        ),
      ],
      right: words(
        "The network carries at least 7.6 Gbit/s; the single stream is limited by one core of the receiver",
        "Das Netzwerk schafft mindestens 7,6 Gbit/s; den einzelnen Stream begrenzt ein Kern des Empfängers",
      ),
      wrong: [
        words(
          "The network is limited to 2.1 Gbit/s; the sum counts the parallel streams several times over",
          "Das Netzwerk ist auf 2,1 Gbit/s begrenzt; die Summe zählt die parallelen Streams mehrfach",
        ),
        words(
          "Packets are lost on the path: a single stream has to repeat them, eight streams share the burden",
          "Pakete gehen verloren: Ein Stream muss sie wiederholen, acht Streams teilen sich die Last",
        ),
        words(
          "The latency of the LAN is too high, so that only eight streams fill it",
          "Die Latenz im LAN ist zu hoch, sodass erst acht Streams es auslasten",
        ),
      ],
      rationale: words(
        "The receiving work of one TCP stream generally stays on one core, and that core is full. `[SUM]` counts each stream once. The single stream has no retransmissions, so nothing speaks for loss; a window too small for the latency would leave the core idle. A report on bandwidth therefore names number of streams, duration, direction and the load of the cores.",
        "Die Empfangsarbeit eines TCP-Streams liegt in der Regel auf einem Kern, und der ist ausgelastet. `[SUM]` zählt jeden Stream einmal. Der einzelne Stream hat keine Retransmits, für Verluste spricht also nichts; ein zu kleines Fenster bei hoher Latenz ließe den Kern untätig. Eine Meldung zur Bandbreite nennt daher Zahl der Streams, Dauer, Richtung und die Auslastung der Kerne.",
      ),
    }),
  },
  {
    code: "NET-004",
    pool: "certification",
    section: "network",
    clauses: ["2.2-network-latency", "2.2-network-bandwidth"],
    points: 2,
    difficultyGuess: 70,
    content: multipleChoice({
      stem: words(
        "A customer says “the connection is slow”. Which measurements separate the internal from the external connection? Choose all that apply.",
        "Ein Kunde sagt: „Die Verbindung ist langsam.“ Welche Messungen trennen die interne von der externen Verbindung? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words(
          "iperf3 between two servers in the same private LAN",
          "iperf3 zwischen zwei Servern im selben privaten LAN",
        ),
        words(
          "iperf3 between one of the servers and an external host",
          "iperf3 zwischen einem Server und einem externen Host",
        ),
        words(
          "mtr from the server to the customer's site and back",
          "mtr vom Server zum Standort des Kunden und zurück",
        ),
      ],
      wrong: [
        words("fio on the boot volume of the server", "fio auf dem Boot-Volume des Servers"),
        words(
          "ping from the server to its own public IP address",
          "ping vom Server auf seine eigene öffentliche IP-Adresse",
        ),
        words(
          "Loading time of the web page, taken in the customer's browser",
          "Ladezeit der Webseite, gemessen im Browser des Kunden",
        ),
      ],
      rationale: words(
        "2.2 asks for internal and external connection. A ping to the server's own address never leaves the machine, fio measures storage, and a loading time mixes network, server and browser.",
        "2.2 fragt nach interner und externer Verbindung. Ein Ping auf die eigene Adresse verlässt die Maschine nicht, fio misst Storage, und in einer Ladezeit stecken Netzwerk, Server und Browser zugleich.",
      ),
    }),
  },
  {
    code: "NET-005",
    pool: "certification",
    section: "network",
    clauses: ["2.2-network-latency", "2.2-network-bandwidth"],
    points: 3,
    difficultyGuess: 55,
    content: numeric({
      stem: words(
        "A backup over a single TCP connection to another region runs at a steady 40 Mbit/s. The round-trip time is 50 ms, there is no loss, and the window of the receiver stays at 256 KiB. What is the highest rate that this window allows? (1 KiB = 1024 bytes.)",
        "Ein Backup über eine einzelne TCP-Verbindung in eine andere Region läuft mit gleichbleibend 40 Mbit/s. Die Umlaufzeit beträgt 50 ms, Verluste gibt es nicht, und das Fenster des Empfängers bleibt bei 256 KiB. Welche Rate lässt dieses Fenster höchstens zu? (1 KiB = 1024 Byte.)",
      ),
      answers: [
        { unit: "Mbit/s", value: 41.94304, tolerance: 0.6 },
        { unit: "MB/s", value: 5.24288, tolerance: 0.075 },
      ],
      rationale: words(
        "One window a round trip: 262,144 bytes x 8 / 0.05 s = 41.9 Mbit/s. The transfer is limited by window and latency, not by the bandwidth of the link.",
        "Ein Fenster je Umlauf: 262.144 Byte x 8 / 0,05 s = 41,9 Mbit/s. Die Übertragung ist durch Fenster und Latenz begrenzt, nicht durch die Bandbreite der Leitung.",
      ),
    }),
  },
  {
    code: "NET-006",
    pool: "certification",
    section: "network",
    clauses: ["2.2-log-messages", "2.2-configuration"],
    points: 3,
    difficultyGuess: 65,
    enemyGroup: "journal-evidence",
    content: markEvidence({
      stem: words(
        "New connections to `gw-01` fail now and then, established ones go on. Mark every line that proves why.",
        "Neue Verbindungen zu `gw-01` scheitern immer wieder, bestehende laufen weiter. Markieren Sie jede Zeile, die den Grund beweist.",
      ),
      exhibits: [
        log(
          "a",
          words("Kernel log of gw-01 (UTC)", "Kernel-Log von gw-01 (UTC)"),
          `
  2026-03-10T08:11:02+0000 gw-01 kernel: virtio_net virtio1 ens6: renamed from eth0
  2026-03-10T08:14:29+0000 gw-01 systemd[1]: Finished apt-daily.service - Daily apt download activities.
! 2026-03-10T08:14:31+0000 gw-01 kernel: nf_conntrack: nf_conntrack: table full, dropping packet
! 2026-03-10T08:14:36+0000 gw-01 kernel: nf_conntrack: nf_conntrack: table full, dropping packet
  2026-03-10T08:15:04+0000 gw-01 sshd[4120]: Accepted publickey for ops from 10.7.12.5 port 50822 ssh2
`,
        ),
        toolOutput(
          "b",
          words("Counters of gw-01", "Zähler von gw-01"),
          "sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max net.core.somaxconn",
          `
! net.netfilter.nf_conntrack_count = 262144
! net.netfilter.nf_conntrack_max = 262144
  net.core.somaxconn = 4096
`,
        ),
      ],
      rationale: words(
        "The connection tracking table is full: the count equals the maximum, and the kernel says that it drops packets. Packets of known connections still find their entry. `somaxconn` limits queues of listening sockets. The cause lies inside the guest (2.1).",
        "Die Connection-Tracking-Tabelle ist voll: Der Zähler steht auf dem Maximum, und der Kernel meldet, dass er Pakete verwirft. Pakete bekannter Verbindungen finden ihren Eintrag noch. `somaxconn` begrenzt Warteschlangen lauschender Sockets. Die Ursache liegt im Gastsystem (2.1).",
      ),
    }),
  },
  {
    code: "NET-007",
    pool: "certification",
    section: "network",
    clauses: ["2.2-network-bandwidth", "2.2-network-pps", "2.2-network-latency"],
    points: 3,
    difficultyGuess: 70,
    content: matching({
      stem: words(
        "Match each observation with the figure that explains it.",
        "Ordnen Sie jeder Beobachtung die Größe zu, die sie erklärt.",
      ),
      pairs: [
        [
          words(
            "Large files arrive slowly, the link is full, small requests are quick while nothing else runs",
            "Große Dateien kommen langsam an, die Leitung ist voll; läuft sonst nichts, sind kleine Anfragen schnell",
          ),
          words("Bandwidth", "Bandbreite"),
        ],
        [
          words(
            "A DNS server drops queries at 80 Mbit/s on a link of 10 Gbit/s",
            "Ein DNS-Server verwirft Anfragen bei 80 Mbit/s auf einer Leitung mit 10 Gbit/s",
          ),
          words("Packets per second", "Pakete pro Sekunde"),
        ],
        [
          words(
            "A program with hundreds of queries in a row is slow only from the distant site",
            "Ein Programm mit Hunderten aufeinanderfolgender Abfragen ist nur vom entfernten Standort aus langsam",
          ),
          words("Latency", "Latenz"),
        ],
      ],
      decoys: [words("MTU of the interface", "MTU der Schnittstelle")],
      rationale: words(
        "Small packets reach a limit in packets per second at little bandwidth; what waits for each answer before the next question pays the round trip every time. A wrong MTU makes large packets fail, not all of them slow.",
        "Kleine Pakete stoßen bei wenig Bandbreite an die Grenze der Pakete pro Sekunde; wer jede Antwort abwartet, zahlt bei jeder Abfrage die Umlaufzeit. Eine falsche MTU lässt große Pakete scheitern und macht nicht alles langsam.",
      ),
    }),
  },
  {
    code: "NET-008",
    pool: "certification",
    section: "network",
    clauses: ["2.2-network-pps", "2.2-network-bandwidth"],
    points: 3,
    difficultyGuess: 60,
    enemyGroup: "packets-and-bits",
    content: multipleChoice({
      stem: words(
        "A VoIP gateway loses packets. Monitoring shows 90 Mbit/s and 55,000 packets per second, on a link of 1 Gbit/s. Which statements hold? Choose all that apply.",
        "Ein VoIP-Gateway verliert Pakete. Das Monitoring zeigt 90 Mbit/s und 55.000 Pakete pro Sekunde auf einer Leitung mit 1 Gbit/s. Welche Aussagen treffen zu? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words("A packet is about 205 bytes on average", "Ein Paket ist im Mittel etwa 205 Byte groß"),
        words("The bandwidth of the link is not the limit", "Die Bandbreite der Leitung ist nicht die Grenze"),
        words(
          "The load of each core by softirq should be measured as well",
          "Auch die Softirq-Last jedes Kerns sollte gemessen werden",
        ),
      ],
      wrong: [
        words("A packet is about 1,640 bytes on average", "Ein Paket ist im Mittel etwa 1.640 Byte groß"),
        words(
          "At 90 Mbit/s a limit in packets per second can be ruled out",
          "Bei 90 Mbit/s ist eine Grenze bei Paketen pro Sekunde ausgeschlossen",
        ),
      ],
      rationale: words(
        "90,000,000 / 8 / 55,000 = 205 bytes; whoever forgets the 8 gets 1,640. With small packets the work for each packet counts, which shows as softirq on single cores.",
        "90.000.000 / 8 / 55.000 = 205 Byte; wer die 8 vergisst, erhält 1.640. Bei kleinen Paketen zählt die Arbeit je Paket, die sich als Softirq auf einzelnen Kernen zeigt.",
      ),
    }),
  },
];
