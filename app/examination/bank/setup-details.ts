/** Clause 2.2: "Transmission of setup relevant details": update status and configuration of the components involved. */
import {
  type BankItem,
  log,
  markEvidence,
  matching,
  multipleChoice,
  singleChoice,
  toolOutput,
  words,
} from "./author-item";

export const setupDetailItems: readonly BankItem[] = [
  {
    code: "SET-001",
    pool: "certification",
    section: "setup_details",
    clauses: ["2.2-update-status"],
    points: 3,
    difficultyGuess: 60,
    content: markEvidence({
      stem: words(
        "After last night `web-02` answers TLS connections with errors. Mark the lines that show what was changed and could explain it.",
        "Seit letzter Nacht beantwortet `web-02` TLS-Verbindungen mit Fehlern. Markieren Sie die Zeilen, die eine Änderung zeigen, die das erklären könnte.",
      ),
      exhibits: [
        log(
          "a",
          words(
            "/var/log/dpkg.log of web-02 (local time, Europe/Berlin)",
            "/var/log/dpkg.log von web-02 (Ortszeit, Europe/Berlin)",
          ),
          `
  2026-02-17 06:11:20 status installed tzdata:all 2025b-0+deb12u1
~ 2026-03-10 02:14:03 startup archives unpack
! 2026-03-10 02:14:05 upgrade libssl3:amd64 3.0.15-1~deb12u1 3.0.16-1~deb12u1
! 2026-03-10 02:14:08 upgrade nginx:amd64 1.22.1-9 1.22.1-9+deb12u1
  2026-03-10 02:14:15 upgrade vim-common:all 2:9.0.1378-2 2:9.0.1378-2+deb12u1
  2026-03-10 02:14:19 upgrade man-db:amd64 2.11.2-2 2.11.2-2+deb12u1
`,
        ),
      ],
      rationale: words(
        "Both the TLS library and the web server were upgraded in that night; editor and manual pages do not take part. The report names old and new version of each.",
        "In dieser Nacht wurden die TLS-Bibliothek und der Webserver aktualisiert; Editor und Handbuchseiten sind nicht beteiligt. Die Meldung nennt jeweils alte und neue Version.",
      ),
    }),
  },
  {
    code: "SET-002",
    pool: "certification",
    section: "setup_details",
    clauses: ["2.2-configuration"],
    points: 3,
    difficultyGuess: 70,
    content: multipleChoice({
      stem: words(
        "Two servers in the same LAN of a virtual data center do not reach each other. Which details of the set-up belong in the report? Choose all that apply.",
        "Zwei Server im selben LAN eines virtuellen Rechenzentrums erreichen einander nicht. Welche Angaben zum Aufbau gehören in die Meldung? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words(
          "UUIDs of the NICs and the LAN each of them is attached to",
          "UUIDs der NICs und das LAN, an dem jede hängt",
        ),
        words(
          "IP configuration inside both operating systems, DHCP or static",
          "IP-Konfiguration in beiden Betriebssystemen, DHCP oder statisch",
        ),
        words("Firewall rules of the NICs and inside the guests", "Firewallregeln der NICs und in den Gastsystemen"),
        words("What was changed last, and when", "Was zuletzt wann geändert wurde"),
      ],
      wrong: [
        words("The private SSH key of the administrator", "Der private SSH-Schlüssel des Administrators"),
        words("The price of the servers in the last invoice", "Der Preis der Server in der letzten Rechnung"),
      ],
      rationale: words(
        "2.2 asks for configuration details of the components involved in the malfunction. Keys never belong in a ticket; support does not log on (2.6).",
        "2.2 verlangt Konfigurationsdetails der an der Störung beteiligten Komponenten. Schlüssel gehören nie in ein Ticket; der Support meldet sich nicht an (2.6).",
      ),
    }),
  },
  {
    code: "SET-003",
    pool: "certification",
    section: "setup_details",
    clauses: ["2.2-configuration"],
    points: 2,
    difficultyGuess: 55,
    content: singleChoice({
      stem: words(
        "Small requests over a VPN succeed, large downloads hang. Which part of the outputs explains it best?",
        "Kleine Anfragen über ein VPN gelingen, große Downloads bleiben hängen. Welcher Teil der Ausgaben erklärt das am besten?",
      ),
      exhibits: [
        toolOutput(
          "a",
          words("Interfaces of vpn-01", "Schnittstellen von vpn-01"),
          "ip link show",
          `
2: ens6: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP mode DEFAULT group default qlen 1000
3: ens7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc fq_codel state UP mode DEFAULT group default qlen 1000
4: wg0: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1500 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
`,
        ),
        toolOutput(
          "b",
          words("Test through the tunnel", "Test durch den Tunnel"),
          "ping -M do -s 1472 -c 2 10.99.0.2",
          `
PING 10.99.0.2 (10.99.0.2) 1472(1500) bytes of data.

--- 10.99.0.2 ping statistics ---
2 packets transmitted, 0 received, 100% packet loss, time 1012ms
`,
        ),
      ],
      right: words(
        "wg0 has the MTU of the interface that carries it, which leaves no room for the header of the tunnel",
        "wg0 hat dieselbe MTU wie die tragende Schnittstelle, so bleibt kein Platz für den Kopf des Tunnels",
      ),
      wrong: [
        words(
          "wg0 is in state UNKNOWN, so the tunnel is down",
          "wg0 steht auf UNKNOWN, der Tunnel ist also unterbrochen",
        ),
        words(
          "NOARP keeps the other side from finding the address",
          "NOARP verhindert, dass die Gegenseite die Adresse findet",
        ),
        words("fq_codel drops large packets on ens6", "fq_codel verwirft große Pakete auf ens6"),
      ],
      rationale: words(
        "A WireGuard interface over 1500 bytes usually has 1420; larger packets have to be fragmented outside, and fragments are often dropped on the way. State UNKNOWN and NOARP are normal for such an interface. MTU belongs to the configuration details of a network report.",
        "Eine WireGuard-Schnittstelle über 1500 Byte hat üblicherweise 1420; größere Pakete müssen außen fragmentiert werden, und Fragmente werden unterwegs oft verworfen. UNKNOWN und NOARP sind bei ihr normal. Die MTU gehört zu den Konfigurationsangaben einer Netzwerkmeldung.",
      ),
    }),
  },
  {
    code: "SET-004",
    pool: "certification",
    section: "setup_details",
    clauses: ["2.2-update-status", "2.2-configuration"],
    points: 3,
    difficultyGuess: 65,
    content: matching({
      stem: words(
        "Match each question about the set-up with the command that answers it on a Debian server.",
        "Ordnen Sie jeder Frage zum Aufbau den Befehl zu, der sie auf einem Debian-Server beantwortet.",
      ),
      pairs: [
        [
          words(
            "Which updates are available but not installed?",
            "Welche Updates sind verfügbar, aber nicht installiert?",
          ),
          "`apt list --upgradable`",
        ],
        [words("Since when has the server been running?", "Seit wann läuft der Server?"), "`uptime -s`"],
        [
          words("Which settings does sshd really use?", "Welche Einstellungen verwendet sshd tatsächlich?"),
          "`sshd -T`",
        ],
        [
          words("With which options are file systems mounted?", "Mit welchen Optionen sind Dateisysteme eingehängt?"),
          "`findmnt`",
        ],
      ],
      decoys: ["`cat /etc/hosts`", "`lscpu`"],
      rationale: words(
        "`sshd -T` prints the effective configuration, which may differ from the file one thinks is read; `findmnt` shows what is mounted, not what fstab wishes.",
        "`sshd -T` gibt die wirksame Konfiguration aus, die von der vermuteten Datei abweichen kann; `findmnt` zeigt, was eingehängt ist, nicht was fstab wünscht.",
      ),
    }),
  },
  {
    code: "SET-005",
    pool: "certification",
    section: "setup_details",
    clauses: ["2.2-update-status", "2.1"],
    points: 2,
    difficultyGuess: 80,
    content: singleChoice({
      stem: words(
        "A malfunction appeared after the customer's own administrator had updated kernel and database in one go. What do you pass on as update status?",
        "Eine Störung trat auf, nachdem der Administrator des Kunden Kernel und Datenbank in einem Zug aktualisiert hatte. Was geben Sie als Updatestand weiter?",
      ),
      right: words(
        "Old and new version of both, when each was installed, and when the server was restarted",
        "Alte und neue Version von beiden, wann sie installiert wurden und wann der Server neu gestartet wurde",
      ),
      wrong: [
        words("That the server is “up to date”", "Dass der Server „auf dem neuesten Stand“ ist"),
        words(
          "Only the database, because IONOS updates the kernel of virtual machines",
          "Nur die Datenbank, weil IONOS den Kernel virtueller Maschinen aktualisiert",
        ),
        words(
          "Nothing, until the customer has gone back to the old versions",
          "Nichts, bis der Kunde zu den alten Versionen zurückgekehrt ist",
        ),
      ],
      rationale: words(
        "Operating system and application belong to the partner's first level (2.1), and their update status to the report (2.2). A change shortly before the fault is the most useful line of it.",
        "Betriebssystem und Anwendung gehören zum First Level des Partners (2.1), ihr Updatestand gehört in die Meldung (2.2). Eine Änderung kurz vor dem Fehler ist deren nützlichste Zeile.",
      ),
    }),
  },
  {
    code: "SET-101",
    pool: "practice",
    section: "setup_details",
    clauses: ["2.2-configuration"],
    points: 3,
    difficultyGuess: 75,
    content: multipleChoice({
      stem: words(
        "Which of these are configuration details of a server in a virtual data center? Choose all that apply.",
        "Welche dieser Angaben sind Konfigurationsdetails eines Servers in einem virtuellen Rechenzentrum? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words(
          "vCPU or dedicated core, number of cores, memory",
          "vCPU oder Dedicated Core, Zahl der Kerne, Arbeitsspeicher",
        ),
        words("Volumes attached, with type and size", "Angehängte Volumes mit Typ und Größe"),
        words("NICs with their LANs and firewall rules", "NICs mit ihren LANs und Firewallregeln"),
      ],
      wrong: [
        words("Name and telephone number of the end customer", "Name und Telefonnummer des Endkunden"),
        words("Time at which the fault began", "Zeitpunkt, zu dem der Fehler begann"),
      ],
      rationale: words(
        "Time and contact belong in the ticket too, but under other headings (1.2).",
        "Zeit und Kontakt gehören auch ins Ticket, aber unter andere Überschriften (1.2).",
      ),
    }),
  },
];
