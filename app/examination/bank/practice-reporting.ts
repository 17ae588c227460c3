/** Practice: reporting and the interface to support. */
import { type BankItem, multipleChoice, numeric, ordering, singleChoice, words } from "./author-item";

export const practiceReportingItems: readonly BankItem[] = [
  {
    code: "REP-101",
    pool: "practice",
    section: "reporting",
    clauses: ["1.2"],
    points: 1,
    difficultyGuess: 85,
    content: numeric({
      stem: words(
        "Within what time does the agreement promise a response to a service or information request? Give the upper limit.",
        "Innerhalb welcher Zeit sagt die Vereinbarung eine Reaktion auf eine Service- oder Informationsanfrage zu? Nennen Sie die obere Grenze.",
      ),
      answers: [
        { unit: "h", value: 72, tolerance: 0 },
        { unit: "d", value: 3, tolerance: 0 },
      ],
      rationale: words(
        "1.2: malfunction less than 1 hour, service or information request less than 72 hours.",
        "1.2: Störung unter 1 Stunde, Service- oder Informationsanfrage unter 72 Stunden.",
      ),
    }),
  },
  {
    code: "REP-102",
    pool: "practice",
    section: "reporting",
    clauses: ["1.4", "2.1"],
    points: 2,
    difficultyGuess: 85,
    content: singleChoice({
      stem: words(
        "Where does the first level look for known incidents of the platform before it measures?",
        "Wo informiert sich der First Level über bekannte Störungen der Plattform, bevor er misst?",
      ),
      right: words(
        "On the status page status.ionos.cloud, which it monitors or subscribes to",
        "Auf der Statusseite status.ionos.cloud, die er beobachtet oder abonniert",
      ),
      wrong: [
        [
          words(
            "In the Reason for Outage document, which is written beforehand",
            "Im Reason-for-Outage-Dokument, das vorab geschrieben wird",
          ),
          words("It explains an outage afterwards.", "Es erklärt einen Ausfall im Nachhinein."),
        ],
        [
          words(
            "In the monitoring of another partner who uses the same location",
            "Im Monitoring eines anderen Partners am selben Standort",
          ),
          words(
            "Another partner's resources say nothing binding about the platform.",
            "Die Ressourcen eines anderen Partners sagen nichts Verbindliches über die Plattform.",
          ),
        ],
        [
          words(
            "In the contract details of the end customer, where incidents of the resources are noted",
            "In den Vertragsdaten des Endkunden, wo Störungen der Ressourcen vermerkt werden",
          ),
          words("The contract holds no incidents.", "Im Vertrag stehen keine Störungen."),
        ],
      ],
      rationale: words(
        "2.1 asks the first level to monitor or subscribe to the status page; IONOS keeps it up to date during incidents (1.4). A Reason for Outage explains afterwards.",
        "2.1 verlangt vom First Level, die Statusseite zu beobachten oder zu abonnieren; IONOS pflegt sie während Störungen (1.4). Ein Reason for Outage erklärt im Nachhinein.",
      ),
    }),
  },
  {
    code: "REP-104",
    pool: "practice",
    section: "reporting",
    clauses: ["2.1", "2.2-always-report", "2.4.3"],
    points: 3,
    difficultyGuess: 70,
    content: ordering({
      stem: words(
        "A customer's server is limited by an incident of the platform. Put the steps into their order.",
        "Der Server eines Kunden ist durch eine Störung der Plattform eingeschränkt. Bringen Sie die Schritte in die richtige Reihenfolge.",
      ),
      entries: [
        words(
          "The first level takes the customer's report and looks at the status page",
          "Der First Level nimmt die Meldung des Kunden auf und sieht auf der Statusseite nach",
        ),
        words(
          "The second level measures and describes the error pattern",
          "Der Second Level misst und beschreibt das Fehlerbild",
        ),
        words(
          "A support employee of the partner reports it to IONOS with all details",
          "Ein Supportmitarbeiter des Partners meldet es mit allen Angaben an IONOS",
        ),
        words(
          "The response time of less than one hour passes without a statement",
          "Die Reaktionszeit von unter einer Stunde verstreicht ohne Aussage",
        ),
        words(
          "The partner turns to the Head of 24/7 IONOS Cloud Support",
          "Der Partner wendet sich an die Leitung des 24/7 IONOS Cloud Supports",
        ),
      ],
      rationale: words(
        "First the regular way of 1.2 to its end, then the escalation of 2.4.3; the response time runs from the partner's own report.",
        "Zuerst der reguläre Weg nach 1.2 bis zum Ende, dann die Eskalation nach 2.4.3; die Reaktionszeit läuft ab der Meldung des Partners.",
      ),
    }),
  },
  {
    code: "REP-105",
    pool: "practice",
    section: "reporting",
    clauses: ["2.4.4", "2.5", "2.6"],
    points: 3,
    difficultyGuess: 70,
    content: multipleChoice({
      stem: words(
        "Which statements about working with 24/7 IONOS Cloud Support hold? Choose all that apply.",
        "Welche Aussagen zur Zusammenarbeit mit dem 24/7 IONOS Cloud Support treffen zu? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words(
          "Whoever reports has to be authenticated before the ticket is processed",
          "Wer meldet, muss authentifiziert sein, bevor das Ticket bearbeitet wird",
        ),
        words(
          "A changed contact person of an open ticket is passed on at once",
          "Ein geänderter Ansprechpartner eines offenen Tickets wird sofort mitgeteilt",
        ),
        words(
          "Support does not log on to virtual resources of partner or customer",
          "Der Support meldet sich nicht auf virtuellen Ressourcen von Partner oder Kunde an",
        ),
      ],
      wrong: [
        [
          words(
            "With the root password in the ticket support repairs the guest itself",
            "Mit dem Root-Passwort im Ticket repariert der Support das Gastsystem selbst",
          ),
          words("Support has no authorisation to do so (2.6).", "Dazu ist der Support nicht befugt (2.6)."),
        ],
        [
          words(
            "One shared access with one PIN for all employees is recommended",
            "Empfohlen ist ein gemeinsamer Zugang mit einer PIN für alle Mitarbeiter",
          ),
          words("2.5: an individual access for each employee.", "2.5: ein individueller Zugang je Mitarbeiter."),
        ],
      ],
      rationale: words(
        "2.5 asks for authentication and recommends individual access with a support PIN, 2.4.4 for changes to be passed on immediately, 2.6 rules out that support logs on.",
        "2.5 verlangt Authentifizierung und empfiehlt individuelle Zugänge mit Support-PIN, 2.4.4 die sofortige Weitergabe von Änderungen, 2.6 schließt eine Anmeldung durch den Support aus.",
      ),
    }),
  },
];
