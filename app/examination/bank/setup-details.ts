/** Clause 2.2: "Transmission of setup relevant details": configuration of the components involved. */
import { type BankItem, matching, multipleChoice, singleChoice, toolOutput, words } from "./author-item";

export const setupDetailItems: readonly BankItem[] = [
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
        words("The private SSH key for both servers", "Der private SSH-Schlüssel für beide Server"),
        words(
          "Disk usage of both servers over the last month, as an extract from monitoring",
          "Die Plattenbelegung beider Server im letzten Monat, als Auszug aus dem Monitoring",
        ),
      ],
      rationale: words(
        "2.2 asks for configuration details of the components involved in the malfunction; how full the disks are has no part in it. Keys never belong in a ticket; support does not log on (2.6).",
        "2.2 verlangt Konfigurationsdetails der an der Störung beteiligten Komponenten; die Plattenbelegung ist daran nicht beteiligt. Schlüssel gehören nie in ein Ticket; der Support meldet sich nicht an (2.6).",
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
          "ip link show | grep mtu",
          `
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
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
        "wg0 has the MTU of the interface that carries it, which leaves no room for the headers of the tunnel",
        "wg0 hat dieselbe MTU wie die tragende Schnittstelle, für die Tunnel-Header bleibt also kein Platz",
      ),
      wrong: [
        words(
          "wg0 is in state UNKNOWN, so the tunnel is down and only what is cached gets through quickly",
          "wg0 steht auf UNKNOWN, der Tunnel ist also unterbrochen und nur Zwischengespeichertes kommt an",
        ),
        words(
          "NOARP keeps the other side from finding the address as soon as the transfer takes longer than a minute",
          "NOARP verhindert, dass die Gegenseite die Adresse findet, sobald eine Übertragung länger als eine Minute dauert",
        ),
        words(
          "fq_codel favours small flows on ens6 and drops large packets",
          "fq_codel bevorzugt kleine Flows auf ens6 und verwirft große Pakete",
        ),
      ],
      rationale: words(
        "A WireGuard interface over 1500 bytes usually has 1420; larger packets have to be fragmented outside, and fragments are often dropped on the way. State UNKNOWN and NOARP are normal for such an interface, and fq_codel shares by flow, not by size of packet. MTU belongs to the configuration details of a network report.",
        "Eine WireGuard-Schnittstelle über 1500 Byte hat üblicherweise 1420; größere Pakete müssen außen fragmentiert werden, und Fragmente werden unterwegs oft verworfen. UNKNOWN und NOARP sind bei ihr normal, und fq_codel verteilt nach Flows, nicht nach Paketgröße. Die MTU gehört zu den Konfigurationsangaben einer Netzwerkmeldung.",
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
          words("With which options are file systems mounted?", "Mit welchen Optionen sind Dateisysteme gemountet?"),
          "`findmnt`",
        ],
      ],
      decoys: ["`cat /etc/hosts`", "`lscpu`"],
      rationale: words(
        "`sshd -T` prints the effective configuration, which may differ from the file one thinks is read; `findmnt` shows what is mounted, not what fstab asks for.",
        "`sshd -T` gibt die wirksame Konfiguration aus, die von der vermuteten Datei abweichen kann; `findmnt` zeigt, was gemountet ist, nicht, was in fstab steht.",
      ),
    }),
  },
];
