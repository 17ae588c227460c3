/** Practice: error pattern and set-up, as 2.2 asks to describe them. */
import { type BankItem, log, markEvidence, matching, multipleChoice, singleChoice, words } from "./author-item";

export const practiceDescribingItems: readonly BankItem[] = [
  {
    code: "ERR-102",
    pool: "practice",
    section: "error_pattern",
    clauses: ["2.2-time-information"],
    points: 2,
    difficultyGuess: 80,
    content: singleChoice({
      stem: words("Which time in a report is unambiguous?", "Welche Zeitangabe in einer Meldung ist eindeutig?"),
      right: "2026-10-25T02:30:00+01:00",
      wrong: [
        [
          words("25 October 2026, 02:30, Berlin time", "25. Oktober 2026, 02:30 Uhr Berliner Zeit"),
          words(
            "That night this time comes twice: before and after the clocks go back.",
            "In dieser Nacht gibt es diese Uhrzeit zweimal: vor und nach der Zeitumstellung.",
          ),
        ],
        [
          "10/11/2026 02:30 UTC",
          words("October or November, depending on the reader.", "Je nach Leser Oktober oder November."),
        ],
        [
          words("Last Sunday night, half past two", "Letzte Sonntagnacht, halb drei"),
          words(
            "Names neither date nor zone, and shifts with the day on which it is read.",
            "Nennt weder Datum noch Zeitzone und verschiebt sich mit dem Tag, an dem es gelesen wird.",
          ),
        ],
      ],
      rationale: words(
        "In the night of 25 October 2026 the hour from two to three happens twice in Berlin; only the offset says which is meant. 10/11 is October or November, depending on the reader.",
        "In der Nacht zum 25. Oktober 2026 gibt es in Berlin die Stunde von zwei bis drei zweimal; nur der UTC-Offset sagt, welche gemeint ist. 10/11 ist je nach Leser Oktober oder November.",
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
        [
          words(
            "Name and telephone number of the end customer's contact",
            "Name und Telefonnummer des Ansprechpartners beim Endkunden",
          ),
          words(
            "IONOS talks to the partner: contact options are the processor's (1.2, 2.4.1).",
            "IONOS spricht mit dem Partner: Anzugeben ist, wie der Bearbeiter zu erreichen ist (1.2, 2.4.1).",
          ),
        ],
        [
          words("Time at which the fault began", "Zeitpunkt, zu dem der Fehler begann"),
          words("Belongs in the ticket as time information.", "Gehört als Zeitangabe ins Ticket."),
        ],
      ],
      rationale: words(
        "Configuration is how the server is built and set. Times and contact options belong in the ticket too, but under other headings (1.2).",
        "Konfiguration ist, wie der Server aufgebaut und eingestellt ist. Zeitangaben und Kontaktmöglichkeiten gehören auch ins Ticket, aber unter andere Überschriften (1.2).",
      ),
    }),
  },
  {
    code: "ERR-106",
    pool: "practice",
    section: "error_pattern",
    clauses: ["2.2-monitoring-extract"],
    points: 3,
    difficultyGuess: 70,
    content: multipleChoice({
      stem: words(
        "You attach an extract from the monitoring to a report. What makes it useful? Choose all that apply.",
        "Sie hängen einer Meldung einen Auszug aus dem Monitoring an. Was macht ihn brauchbar? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words("The time axis names its time zone", "Die Zeitachse nennt ihre Zeitzone"),
        words("It shows the time before the fault as well", "Er zeigt auch die Zeit vor dem Fehler"),
        words("Measured value and unit can be read off", "Messgröße und Einheit sind ablesbar"),
      ],
      wrong: [
        [
          words("It averages over a whole day", "Er mittelt über einen ganzen Tag"),
          words("A fault of minutes disappears in the mean.", "Ein Fehler von Minuten verschwindet im Mittel."),
        ],
        [
          words("It shows only the minute of the fault", "Er zeigt nur die Minute des Fehlers"),
          words(
            "Without the usual state nobody sees what deviates from it.",
            "Ohne den Normalzustand ist die Abweichung nicht zu erkennen.",
          ),
        ],
        [
          words("Alarm thresholds are left out of the picture", "Die Alarmschwellen sind aus dem Bild entfernt"),
          words("Takes away what the curve is compared with.", "Damit fehlt, womit man die Kurve vergleicht."),
        ],
      ],
      rationale: words(
        "An extract is evidence when it shows what was measured, when, and how that differs from before.",
        "Ein Auszug ist ein Beleg, wenn er zeigt, was wann gemessen wurde und wie es sich von vorher unterscheidet.",
      ),
    }),
  },
  {
    code: "SET-102",
    pool: "practice",
    section: "setup_details",
    clauses: ["2.2-update-status"],
    points: 3,
    difficultyGuess: 70,
    content: markEvidence({
      stem: words(
        "Since the restart this morning `app-01` has been without its second network interface. Mark the lines that show what was changed and could explain it.",
        "Seit dem Neustart heute Morgen fehlt `app-01` die zweite Netzwerkschnittstelle. Markieren Sie die Zeilen, die eine Änderung zeigen, die das erklären könnte.",
      ),
      exhibits: [
        log(
          "a",
          words("/var/log/dpkg.log of app-01 (UTC)", "/var/log/dpkg.log von app-01 (UTC)"),
          `
  2026-03-02 04:10:11 status installed tzdata:all 2026a-0+deb12u1
~ 2026-03-10 05:02:40 startup archives unpack
! 2026-03-10 05:02:44 install linux-image-6.1.0-28-amd64:amd64 <none> 6.1.119-1
! 2026-03-10 05:03:20 upgrade ifupdown:amd64 0.8.40 0.8.41
  2026-03-10 05:03:25 upgrade nano:amd64 7.2-1 7.2-1+deb12u1
  2026-03-10 05:03:27 upgrade wget:amd64 1.21.3-1+b1 1.21.3-1+deb12u1
`,
        ),
      ],
      rationale: words(
        "A new kernel takes effect with the restart, and ifupdown brings up the interfaces. Editor and download tool take no part. The report names both with old and new version.",
        "Ein neuer Kernel wirkt mit dem Neustart, und ifupdown startet die Schnittstellen. Editor und Download-Werkzeug sind nicht beteiligt. Die Meldung nennt beide mit alter und neuer Version.",
      ),
    }),
  },
  {
    code: "SET-103",
    pool: "practice",
    section: "setup_details",
    clauses: ["2.2-configuration", "2.2-update-status"],
    points: 3,
    difficultyGuess: 70,
    content: matching({
      stem: words(
        "Match each fault with the detail of the set-up that support will ask for first.",
        "Ordnen Sie jedem Fehler die Angabe zum Aufbau zu, nach der der Support zuerst fragen wird.",
      ),
      pairs: [
        [
          words("Two servers of one LAN do not reach each other", "Zwei Server eines LANs erreichen einander nicht"),
          words("LAN of each NIC, and firewall rules", "LAN jeder NIC und Firewallregeln"),
        ],
        [
          words("A database has been slower since yesterday", "Eine Datenbank ist seit gestern langsamer"),
          words("Type and size of its volume, mount options", "Typ und Größe des Volumes, Mount-Optionen"),
        ],
        [
          words(
            "An application has failed since its last restart",
            "Eine Anwendung stürzt seit dem letzten Neustart ab",
          ),
          words("Installed and running versions, last updates", "Installierte und laufende Versionen, letzte Updates"),
        ],
        [
          words("Calculations take longer at times", "Berechnungen dauern zeitweise länger"),
          words("vCPU or dedicated core, number of cores", "vCPU oder Dedicated Core, Zahl der Kerne"),
        ],
      ],
      rationale: words(
        "Configuration is asked for the components involved in the malfunction (2.2), not for everything there is.",
        "Konfiguration ist für die an der Störung beteiligten Komponenten gefragt (2.2), nicht für alles, was es gibt.",
      ),
    }),
  },
  {
    code: "SET-104",
    pool: "practice",
    section: "setup_details",
    clauses: ["2.2-configuration"],
    points: 2,
    difficultyGuess: 70,
    content: singleChoice({
      stem: words(
        "`sshd` on `ops-01` refuses passwords although `/etc/ssh/sshd_config` says `PasswordAuthentication yes`. Which output do you attach as configuration?",
        "`sshd` auf `ops-01` weist Passwörter ab, obwohl in `/etc/ssh/sshd_config` `PasswordAuthentication yes` steht. Welche Ausgabe hängen Sie als Konfiguration an?",
      ),
      right: words("`sshd -T`, the settings that are in effect", "`sshd -T`, die wirksamen Einstellungen"),
      wrong: [
        [
          words("`cat /etc/ssh/sshd_config`, the file in full", "`cat /etc/ssh/sshd_config`, die ganze Datei"),
          words(
            "Other files may be included, and of several values the first one read counts.",
            "Andere Dateien können eingebunden sein, und von mehreren Werten gilt der zuerst gelesene.",
          ),
        ],
        [
          words("`ssh -G ops-01`, the settings of the connection", "`ssh -G ops-01`, die Einstellungen der Verbindung"),
          words("Shows what the client would use.", "Zeigt, was der Client verwenden würde."),
        ],
        [
          words("`systemctl status ssh`, the state of the service", "`systemctl status ssh`, den Zustand des Dienstes"),
          words("Says that it runs, not with which settings.", "Sagt, dass er läuft, nicht mit welchen Einstellungen."),
        ],
      ],
      rationale: words(
        "Configuration in a report is what is in effect, not what stands in a file that one takes for the right one.",
        "In eine Meldung gehört die wirksame Konfiguration, nicht der Inhalt der Datei, die man für maßgeblich hält.",
      ),
    }),
  },
];
