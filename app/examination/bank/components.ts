/** Clause 2.2: "Details about components involved: IPs, UUIDs, operating system, applications and versions". */
import { type BankItem, markEvidence, matching, multipleChoice, singleChoice, toolOutput, words } from "./author-item";

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
      right: words("The UUIDs of the server and of its data center", "Die UUIDs des Servers und seines Rechenzentrums"),
      wrong: [
        [
          words("The host name that the operating system shows", "Der Hostname, den das Betriebssystem anzeigt"),
          words(
            "Set inside the guest; the platform does not know it.",
            "Im Gastsystem gesetzt; die Plattform kennt ihn nicht.",
          ),
        ],
        [
          words("The private IP address of its first NIC", "Die private IP-Adresse seiner ersten NIC"),
          words("Private ranges may recur in every LAN.", "Private Bereiche können in jedem LAN wieder vorkommen."),
        ],
        [
          words(
            "The name that the server bears in the Data Center Designer",
            "Der Name, den der Server im Data Center Designer trägt",
          ),
          words("All twelve bear the same.", "Alle zwölf heißen gleich."),
        ],
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
          "A list of all servers of the contract, in case others are concerned",
          "Eine Liste aller Server des Vertrags, falls weitere betroffen sind",
        ),
      ],
      rationale: words(
        "2.2 asks for IPs, UUIDs, operating system, applications and versions of the components involved. Support has no authorisation to log on (1.3, 2.6), so passwords help nobody; the PIN is for authentication, not for the subject line. Servers that take no part only hide those that do.",
        "2.2 verlangt IPs, UUIDs, Betriebssystem, Anwendungen und Versionen der beteiligten Komponenten. Der Support darf sich nicht anmelden (1.3, 2.6), Passwörter nützen also niemandem; die PIN dient der Authentifizierung und gehört nicht in den Betreff. Unbeteiligte Server lenken von den beteiligten nur ab.",
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
        ["`lsblk`", words("Block devices with size and mount point", "Blockgeräte mit Größe und Mountpoint")],
      ],
      decoys: [words("Listening services with their ports", "Lauschende Dienste mit ihren Ports")],
      rationale: words(
        "`os-release` names the distribution, `uname -r` the kernel that runs now, `ip -br address` the addresses, one line per interface, `lsblk` the block devices. Listening services are shown by `ss -ltnp`.",
        "`os-release` nennt die Distribution, `uname -r` den gerade laufenden Kernel, `ip -br address` die Adressen, eine Zeile je Schnittstelle, `lsblk` die Blockgeräte. Lauschende Dienste zeigt `ss -ltnp`.",
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
          "ip -4 -br address",
          `
  lo               UNKNOWN        127.0.0.1/8
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
        "10.7.12.20 lies in 10.7.12.0/24, so the more specific route over ens7 wins against the default route over ens6. 10.7.120.0/24 on ens8 only looks alike.",
        "10.7.12.20 liegt in 10.7.12.0/24, also gilt statt der Default-Route über ens6 die spezifischere Route über ens7. 10.7.120.0/24 an ens8 sieht nur ähnlich aus.",
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
    enemyGroup: "running-kernel",
    content: singleChoice({
      stem: words(
        "The package manager shows kernel 6.1.0-28 as installed, `uname -r` answers 6.1.0-25-amd64. What goes into the report?",
        "Die Paketverwaltung zeigt Kernel 6.1.0-28 als installiert, `uname -r` antwortet 6.1.0-25-amd64. Was gehört in die Meldung?",
      ),
      right: words(
        "Both: 6.1.0-25 is running, 6.1.0-28 is installed",
        "Beides: 6.1.0-25 läuft, 6.1.0-28 ist installiert",
      ),
      wrong: [
        words(
          "6.1.0-28, because the newest package installed is what counts",
          "6.1.0-28, weil das neueste installierte Paket zählt",
        ),
        words(
          "The name of the distribution, because the kernel follows from it",
          "Der Name der Distribution, weil sich der Kernel daraus ergibt",
        ),
        words(
          "Neither, because in a virtual machine the hypervisor's kernel counts",
          "Keins von beiden, weil in einer virtuellen Maschine der Kernel des Hypervisors zählt",
        ),
      ],
      rationale: words(
        "The fault was seen under the kernel that runs, whatever is installed beside it. That a newer one is installed and not in use is part of the update status (2.2). A distribution ships many kernels, so none follows from its name; and a virtual machine runs a kernel of its own.",
        "Der Fehler trat unter dem laufenden Kernel auf, was auch immer daneben installiert ist. Dass ein neuerer installiert und nicht in Betrieb ist, gehört zum Updatestand (2.2). Eine Distribution liefert viele Kernel aus, aus ihrem Namen ergibt sich also keiner; und eine virtuelle Maschine hat ihren eigenen.",
      ),
    }),
  },
  {
    code: "CMP-006",
    pool: "certification",
    section: "components",
    clauses: ["2.2-components"],
    points: 3,
    difficultyGuess: 65,
    content: multipleChoice({
      stem: words(
        "A web shop behind a load balancer answers slowly. Two web servers and one database server take part. Which details about the components belong in the report? Choose all that apply.",
        "Ein Webshop hinter einem Load Balancer antwortet langsam. Beteiligt sind zwei Webserver und ein Datenbankserver. Welche Angaben zu den Komponenten gehören in die Meldung? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words(
          "UUIDs and addresses of all four, the load balancer included",
          "UUIDs und Adressen aller vier, auch des Load Balancers",
        ),
        words(
          "Versions of web server, runtime and database",
          "Versionen von Webserver, Laufzeitumgebung und Datenbank",
        ),
        words("Operating system and kernel of each server", "Betriebssystem und Kernel jedes Servers"),
      ],
      wrong: [
        [
          words(
            "Those of the server that seemed slow, and no others",
            "Die des langsam wirkenden Servers und keine weiteren",
          ),
          words(
            "Takes the place where a fault is felt for the place where it is.",
            "Hält den Ort, an dem ein Fehler spürbar ist, für den Ort des Fehlers.",
          ),
        ],
        [
          words(
            "Those of one web server, as both were made from the same image",
            "Die eines der Webserver, da beide aus demselben Image entstanden sind",
          ),
          words(
            "Servers of one image drift apart with every update, and their UUIDs differ from the start.",
            "Server aus einem Image entwickeln sich mit jedem Update auseinander, und ihre UUIDs sind von Anfang an verschieden.",
          ),
        ],
        [
          words("“Latest version” for each application", "„Neueste Version“ für jede Anwendung"),
          words("Says nothing tomorrow, and often nothing today.", "Sagt morgen nichts mehr und oft auch heute nicht."),
        ],
      ],
      rationale: words(
        "2.2 asks for details about the components involved: all that a request passes through, each with UUID, address, operating system, application and version.",
        "2.2 verlangt Angaben zu den beteiligten Komponenten: alles, was eine Anfrage durchläuft, jeweils mit UUID, Adresse, Betriebssystem, Anwendung und Version.",
      ),
    }),
  },
  {
    code: "CMP-007",
    pool: "certification",
    section: "components",
    clauses: ["2.2-components"],
    points: 2,
    difficultyGuess: 70,
    content: singleChoice({
      stem: words(
        "In the guest a volume is `/dev/vdc`, in the Data Center Designer three volumes are attached to the server. How do you find out beyond doubt which of them the report is about?",
        "Im Gastsystem heißt ein Volume `/dev/vdc`, im Data Center Designer hängen drei Volumes am Server. Wie stellen Sie zweifelsfrei fest, um welches es in der Meldung geht?",
      ),
      right: words(
        "Match its size and its slot on the bus with the Data Center Designer, and name the UUID there",
        "Größe und Bus-Slot im Gastsystem mit dem Data Center Designer abgleichen und die dortige UUID nennen",
      ),
      wrong: [
        [
          words(
            "The third letter stands for the third volume that was created, so take the one with the latest date",
            "Der dritte Buchstabe steht für das als drittes angelegte Volume, also das mit dem jüngsten Datum nehmen",
          ),
          words(
            "Device letters follow the order of discovery, which may change with a restart.",
            "Gerätebuchstaben folgen der Reihenfolge der Erkennung, die sich mit einem Neustart ändern kann.",
          ),
        ],
        [
          words(
            "Report the UUID that `blkid` prints for the file system, because support can look it up",
            "Die UUID melden, die `blkid` für das Dateisystem ausgibt, weil der Support danach suchen kann",
          ),
          words(
            "The UUID of a file system was given inside the guest; the platform does not know it.",
            "Die UUID eines Dateisystems entstand im Gastsystem; die Plattform kennt sie nicht.",
          ),
        ],
        [
          words(
            "Detach one volume after the other until the fault has gone, and report the last one",
            "Ein Volume nach dem anderen abhängen, bis der Fehler weg ist, und das letzte melden",
          ),
          words("Turns a slow system into a broken one.", "Macht aus einem langsamen System ein defektes."),
        ],
      ],
      rationale: words(
        "Device names in the guest and UUIDs of the platform can be matched only by facts that both sides know, such as size and slot. A wrong UUID costs more time than a missing one.",
        "Gerätenamen im Gastsystem und UUIDs der Plattform lassen sich nur über Angaben zuordnen, die beide Seiten kennen, etwa Größe und Slot. Eine falsche UUID kostet mehr Zeit als eine fehlende.",
      ),
    }),
  },
];
