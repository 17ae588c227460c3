/** Clause 2.2: "Details about components involved: IPs, UUIDs, operating system, applications and versions". */
import {
  type BankItem,
  incidentReport,
  markEvidence,
  matching,
  multipleChoice,
  singleChoice,
  toolOutput,
  words,
} from "./author-item";

export const componentItems: readonly BankItem[] = [
  {
    code: "CMP-001",
    pool: "certification",
    section: "components",
    clauses: ["2.2-components"],
    points: 2,
    difficultyGuess: 80,
    content: singleChoice({
      stem: words(
        "A customer runs twelve servers named `web` in several virtual data centers. One of them fails. Which detail tells 24/7 IONOS Cloud Support beyond doubt which server is meant?",
        "Ein Kunde betreibt zwölf Server mit dem Namen `web` in mehreren virtuellen Rechenzentren. Einer fällt aus. Welche Angabe sagt dem 24/7 IONOS Cloud Support zweifelsfrei, welcher Server gemeint ist?",
      ),
      right: words(
        "The UUID of the server, with the UUID of its virtual data center",
        "Die UUID des Servers, dazu die UUID seines virtuellen Rechenzentrums",
      ),
      wrong: [
        words("The host name that the operating system shows", "Der Hostname, den das Betriebssystem anzeigt"),
        words("The private IP address of its first NIC", "Die private IP-Adresse seiner ersten NIC"),
        words("The name of the server in the Data Center Designer", "Der Name des Servers im Data Center Designer"),
      ],
      rationale: words(
        "Names, host names and private addresses may occur several times. A UUID names exactly one resource; names and IP addresses are given in addition (2.2).",
        "Namen, Hostnamen und private Adressen können mehrfach vorkommen. Eine UUID benennt genau eine Ressource; Namen und IP-Adressen kommen hinzu (2.2).",
      ),
    }),
  },
  {
    code: "CMP-002",
    pool: "certification",
    section: "components",
    clauses: ["2.2-components"],
    points: 3,
    difficultyGuess: 65,
    content: multipleChoice({
      stem: words(
        "An application server loses its connection to a database server in another LAN. Which details about the components belong in the report? Choose all that apply.",
        "Ein Anwendungsserver verliert die Verbindung zu einem Datenbankserver in einem anderen LAN. Welche Angaben zu den Komponenten gehören in die Meldung? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words("UUIDs of both servers and of the NICs involved", "UUIDs beider Server und der beteiligten NICs"),
        words(
          "Source and destination IP address of the failing connection",
          "Quell- und Ziel-IP-Adresse der gestörten Verbindung",
        ),
        words("Operating system and version of both servers", "Betriebssystem und Version beider Server"),
        words(
          "Application and database software with their versions",
          "Anwendung und Datenbanksoftware mit ihren Versionen",
        ),
      ],
      wrong: [
        words(
          "The root password, so that support can look for itself",
          "Das Root-Passwort, damit der Support selbst nachsehen kann",
        ),
        words("The support PIN, in the subject line of the e-mail", "Die Support-PIN, in der Betreffzeile der E-Mail"),
        words(
          "A list of all servers of the contract, to be complete",
          "Eine Liste aller Server des Vertrags, der Vollständigkeit halber",
        ),
      ],
      rationale: words(
        "2.2 asks for IPs, UUIDs, operating system, applications and versions of the components involved. Support has no authorisation to log on (1.3, 2.6), so passwords help nobody; the PIN is for authentication, not for the subject line.",
        "2.2 verlangt IPs, UUIDs, Betriebssystem, Anwendungen und Versionen der beteiligten Komponenten. Der Support darf sich nicht anmelden (1.3, 2.6), Passwörter nützen also niemandem; die PIN dient der Authentifizierung und gehört nicht in den Betreff.",
      ),
    }),
  },
  {
    code: "CMP-003",
    pool: "certification",
    section: "components",
    clauses: ["2.2-components"],
    points: 3,
    difficultyGuess: 75,
    content: matching({
      stem: words(
        "Match each Linux command with the detail for the report that it shows.",
        "Ordnen Sie jedem Linux-Befehl die Angabe für die Meldung zu, die er zeigt.",
      ),
      pairs: [
        ["`cat /etc/os-release`", words("Distribution and its version", "Distribution und ihre Version")],
        ["`uname -r`", words("Version of the running kernel", "Version des laufenden Kernels")],
        ["`ip -br address`", words("IP addresses of the network interfaces", "IP-Adressen der Netzwerkschnittstellen")],
        ["`lsblk`", words("Block devices with size and mount point", "Blockgeräte mit Größe und Einhängepunkt")],
      ],
      decoys: [words("Listening services with their ports", "Lauschende Dienste mit ihren Ports")],
      rationale: words(
        "`os-release` names the distribution, `uname -r` the kernel that runs now, `ip -br address` one line an interface, `lsblk` the block devices. Listening services are shown by `ss -ltnp`.",
        "`os-release` nennt die Distribution, `uname -r` den gerade laufenden Kernel, `ip -br address` eine Zeile je Schnittstelle, `lsblk` die Blockgeräte. Lauschende Dienste zeigt `ss -ltnp`.",
      ),
    }),
  },
  {
    code: "CMP-004",
    pool: "certification",
    section: "components",
    clauses: ["2.2-components"],
    points: 3,
    difficultyGuess: 65,
    content: markEvidence({
      stem: words(
        "The web application cannot reach `10.7.12.20`. Mark the lines that name the network interface and the address from which the server would send to this target.",
        "Die Webanwendung erreicht `10.7.12.20` nicht. Markieren Sie die Zeilen, die Netzwerkschnittstelle und Adresse nennen, von denen aus der Server an dieses Ziel senden würde.",
      ),
      exhibits: [
        toolOutput(
          "a",
          words("Interfaces of web-03", "Schnittstellen von web-03"),
          "ip -br address",
          `
  lo               UNKNOWN        127.0.0.1/8 ::1/128
  ens6             UP             203.0.113.24/24
! ens7             UP             10.7.12.11/24
  ens8             UP             10.7.120.11/24
`,
        ),
        toolOutput(
          "b",
          words("Routes of web-03", "Routen von web-03"),
          "ip route",
          `
  default via 203.0.113.1 dev ens6
! 10.7.12.0/24 dev ens7 proto kernel scope link src 10.7.12.11
  10.7.120.0/24 dev ens8 proto kernel scope link src 10.7.120.11
  203.0.113.0/24 dev ens6 proto kernel scope link src 203.0.113.24
`,
        ),
      ],
      rationale: words(
        "10.7.12.20 lies in 10.7.12.0/24, so the more specific route over ens7 wins against the default route. 10.7.120.0/24 only looks alike.",
        "10.7.12.20 liegt in 10.7.12.0/24, also gilt statt der Standardroute die genauere Route über ens7. 10.7.120.0/24 sieht nur ähnlich aus.",
      ),
    }),
  },
  {
    code: "CMP-005",
    pool: "certification",
    section: "components",
    clauses: ["2.2-components", "2.2-update-status"],
    points: 2,
    difficultyGuess: 75,
    content: singleChoice({
      stem: words(
        "The package manager shows kernel 6.1.0-28 as installed, `uname -r` answers 6.1.0-25-amd64. What goes into the report?",
        "Die Paketverwaltung zeigt Kernel 6.1.0-28 als installiert, `uname -r` antwortet 6.1.0-25-amd64. Was gehört in die Meldung?",
      ),
      right: words(
        "Both: 6.1.0-25 is running, 6.1.0-28 is installed and waits for a restart",
        "Beides: 6.1.0-25 läuft, 6.1.0-28 ist installiert und wartet auf einen Neustart",
      ),
      wrong: [
        words(
          "6.1.0-28, because the newest package installed is what counts",
          "6.1.0-28, weil das neueste installierte Paket zählt",
        ),
        words(
          "Only the distribution, because the kernel follows from it",
          "Nur die Distribution, weil sich der Kernel daraus ergibt",
        ),
        words(
          "Nothing, because kernel versions concern the hypervisor only",
          "Nichts, weil Kernelversionen nur den Hypervisor betreffen",
        ),
      ],
      rationale: words(
        "The fault was seen under the kernel that runs. That an update waits for a restart is part of the update status (2.2).",
        "Der Fehler trat unter dem laufenden Kernel auf. Dass ein Update auf einen Neustart wartet, gehört zum Updatestand (2.2).",
      ),
    }),
  },
  {
    code: "CMP-101",
    pool: "practice",
    section: "components",
    clauses: ["1.2", "2.2-components"],
    points: 4,
    difficultyGuess: 65,
    content: incidentReport({
      stem: words(
        "Compose the head of a ticket. Put each piece into the field where support looks for it, and leave out what does not belong in a ticket.",
        "Stellen Sie den Kopf eines Tickets zusammen. Ordnen Sie jedes Stück dem Feld zu, in dem der Support es sucht, und lassen Sie weg, was nicht in ein Ticket gehört.",
      ),
      fields: [
        {
          id: "subject",
          label: words("Subject", "Betreff"),
          requirements: [
            {
              clause: "1.2",
              label: words("Ticket ID of the own system", "Ticket-ID des eigenen Systems"),
              anyOf: [words("[INC-48213] db-01 not reachable", "[INC-48213] db-01 nicht erreichbar")],
            },
          ],
        },
        {
          id: "contact",
          label: words("Processor and contact", "Bearbeiter und Kontakt"),
          requirements: [
            {
              clause: "1.2",
              label: words("Named processor", "Benannter Bearbeiter"),
              anyOf: [words("Processor: Mara Lindqvist, second level", "Bearbeiterin: Mara Lindqvist, Second Level")],
            },
            {
              clause: "1.2",
              label: words("Contact options", "Kontaktmöglichkeiten"),
              anyOf: [
                words(
                  "Reachable at +49 30 5550 1234 and noc@partner.example",
                  "Erreichbar unter +49 30 5550 1234 und noc@partner.example",
                ),
              ],
            },
          ],
        },
        {
          id: "component",
          label: words("Instances and service", "Instanzen und Dienst"),
          requirements: [
            {
              clause: "2.2-components",
              label: words("UUID of the server", "UUID des Servers"),
              anyOf: ["db-01, 7c1f0b52-4a0e-4b6e-9d5b-2f7f5d1c9a10, 10.7.12.20"],
            },
          ],
        },
      ],
      decoys: [
        words("Password of the database administrator", "Passwort des Datenbankadministrators"),
        words("Invoice number of last month", "Rechnungsnummer des Vormonats"),
      ],
      rationale: words(
        "1.2 asks for the ticket ID in the subject, the named processor, contact options, and the instances and service concerned; 2.2 adds UUIDs and IPs.",
        "1.2 verlangt die Ticket-ID im Betreff, den benannten Bearbeiter, Kontaktmöglichkeiten sowie die betroffenen Instanzen und Dienste; 2.2 ergänzt UUIDs und IPs.",
      ),
    }),
  },
  {
    code: "CMP-102",
    pool: "practice",
    section: "components",
    clauses: ["2.2-components"],
    points: 2,
    difficultyGuess: 80,
    content: singleChoice({
      stem: words(
        "Which command shows the version of the nginx package that is installed on Debian?",
        "Welcher Befehl zeigt unter Debian die Version des installierten Pakets nginx?",
      ),
      right: "`dpkg -l nginx`",
      wrong: ["`apt search nginx`", "`systemctl is-enabled nginx`", "`ss -ltn`"],
      rationale: words(
        "`dpkg -l` lists installed packages with their versions; `apt search` shows what could be installed.",
        "`dpkg -l` listet installierte Pakete mit Version; `apt search` zeigt, was installiert werden könnte.",
      ),
    }),
  },
];
