/** Practice: the components involved. */
import { type BankItem, incidentReport, matching, singleChoice, words } from "./author-item";

export const practiceComponentItems: readonly BankItem[] = [
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
              label: words("Ticket ID from your own ticket system", "Ticket-ID des eigenen Systems"),
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
      wrong: [
        [
          "`apt-cache search nginx`",
          words(
            "Searches names and descriptions of packages that could be installed, and shows no version.",
            "Durchsucht Namen und Beschreibungen installierbarer Pakete und zeigt keine Version.",
          ),
        ],
        [
          "`systemctl is-enabled nginx`",
          words("Says whether the service starts at boot.", "Sagt, ob der Dienst beim Booten startet."),
        ],
        ["`ss -ltn`", words("Shows ports that are listened on.", "Zeigt Ports, auf denen gelauscht wird.")],
      ],
      rationale: words(
        "`dpkg -l` lists packages with their state and version. What runs may be older than what is installed, until the service is restarted.",
        "`dpkg -l` listet Pakete mit Zustand und Version. Bis zum Neustart des Dienstes kann eine ältere Version laufen, als installiert ist.",
      ),
    }),
  },
  {
    code: "CMP-103",
    pool: "practice",
    section: "components",
    clauses: ["2.2-components"],
    points: 3,
    difficultyGuess: 75,
    content: matching({
      stem: words(
        "Match each piece of information about a component with the command that gives it on a Linux server.",
        "Ordnen Sie jeder Angabe zu einer Komponente den Befehl zu, der sie auf einem Linux-Server liefert.",
      ),
      pairs: [
        [
          words("Name and release of the operating system", "Name und Release des Betriebssystems"),
          "`cat /etc/os-release`",
        ],
        [words("Running kernel", "Laufender Kernel"), "`uname -r`"],
        [words("IP addresses of every interface", "IP-Adressen jeder Schnittstelle"), "`ip -br address`"],
        [words("UUIDs of the file systems", "UUIDs der Dateisysteme"), "`lsblk -f`"],
      ],
      decoys: ["`uptime`", "`free -m`"],
      rationale: words(
        "2.2 asks for IPs, UUIDs, operating system, applications and versions. The UUIDs of server, volume and NIC as IONOS knows them stand in the Data Center Designer, not in the guest.",
        "2.2 verlangt IPs, UUIDs, Betriebssystem, Anwendungen und Versionen. Die UUIDs von Server, Volume und NIC, wie IONOS sie kennt, stehen im Data Center Designer, nicht im Gastsystem.",
      ),
    }),
  },
  {
    code: "CMP-104",
    pool: "practice",
    section: "components",
    clauses: ["2.2-components"],
    points: 2,
    difficultyGuess: 75,
    content: singleChoice({
      stem: words(
        "A report says “server web-01 in our data center”. The contract holds three virtual data centers with a web-01 each. What makes the server unmistakable to support?",
        "In einer Meldung steht „Server web-01 in unserem Rechenzentrum“. Im Vertrag gibt es drei virtuelle Rechenzentren mit je einem web-01. Was macht den Server für den Support unverwechselbar?",
      ),
      right: words("The UUID of the server", "Die UUID des Servers"),
      wrong: [
        [
          words("The host name in the guest", "Der Hostname im Gastsystem"),
          words("Chosen freely and the same in all three.", "Frei gewählt und in allen dreien gleich."),
        ],
        [
          words("The private IP address", "Die private IP-Adresse"),
          words(
            "Private ranges repeat in every data center.",
            "Private Bereiche wiederholen sich in jedem Rechenzentrum.",
          ),
        ],
        [
          words("The number of the contract", "Die Nummer des Vertrags"),
          words("Names all three of them.", "Benennt alle drei."),
        ],
      ],
      rationale: words(
        "A UUID exists once. Names and private addresses are given by people and come up again; 2.2 therefore asks for UUIDs beside IPs.",
        "Eine UUID gibt es nur einmal. Namen und private Adressen vergeben Menschen, und sie kommen wieder vor; deshalb verlangt 2.2 neben IPs auch UUIDs.",
      ),
    }),
  },
];
