/** Reporting and the interface to support: clauses 1.2, 1.3, 1.4, 2.1, 2.3 to 2.6, and "must always be reported" of 2.2. */
import { type BankItem, matching, multipleChoice, ordering, singleChoice, words } from "./author-item";

export const reportingItems: readonly BankItem[] = [
  {
    code: "REP-003",
    pool: "certification",
    section: "reporting",
    clauses: ["2.4.3", "1.2"],
    points: 2,
    difficultyGuess: 75,
    content: singleChoice({
      stem: words(
        "At 14:00 you submitted a malfunction with everything 1.2 asks for. At 15:10 there is still no qualified statement. What now?",
        "Um 14:00 Uhr haben Sie eine Störung mit allen Angaben nach 1.2 gemeldet. Um 15:10 Uhr liegt noch keine qualifizierte Aussage vor. Was nun?",
      ),
      right: words(
        "Escalate to the Head of 24/7 IONOS Cloud Support",
        "An die Leitung des 24/7 IONOS Cloud Supports eskalieren",
      ),
      wrong: [
        words(
          "Wait until 72 hours have passed since the report",
          "Warten, bis seit der Meldung 72 Stunden vergangen sind",
        ),
        words(
          "Ask the end customer to call the hotline directly",
          "Den Endkunden bitten, direkt die Hotline anzurufen",
        ),
        words(
          "Open the same ticket again, so that the time starts anew",
          "Dasselbe Ticket erneut eröffnen, damit die Zeit neu beginnt",
        ),
      ],
      rationale: words(
        "Malfunction: less than one hour, measured from the report by the partner's support employee (1.2, 2.4.3); 72 hours hold for service and information requests. The regular process has been followed, so escalation is open; end customers have no direct channel (2.4.1), and a second ticket on the same fault speeds nothing up.",
        "Störung: unter einer Stunde, gemessen ab der Meldung durch den Supportmitarbeiter des Partners (1.2, 2.4.3); 72 Stunden gelten für Service- und Informationsanfragen. Der reguläre Weg ist eingehalten, die Eskalation steht also offen; Endkunden haben keinen direkten Kanal (2.4.1), und ein zweites Ticket zum selben Fehler beschleunigt nichts.",
      ),
    }),
  },
  {
    code: "REP-004",
    pool: "certification",
    section: "reporting",
    clauses: ["2.5"],
    points: 2,
    difficultyGuess: 70,
    content: multipleChoice({
      stem: words(
        "What does the agreement say about authentication towards 24/7 IONOS Cloud Support? Choose all that apply.",
        "Was sagt die Vereinbarung über die Authentifizierung gegenüber dem 24/7 IONOS Cloud Support? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words(
          "Tickets can only be processed once the reporting party has been authenticated",
          "Tickets können erst bearbeitet werden, wenn der Meldende authentifiziert ist",
        ),
        words(
          "An individual access in the Data Center Designer is created for each partner support employee",
          "Für jeden Supportmitarbeiter des Partners wird ein eigener Zugang im Data Center Designer angelegt",
        ),
        words(
          "A support PIN belongs to that access, and the partner sees to both",
          "Zu diesem Zugang gehört eine Support-PIN, und der Partner sorgt für beides",
        ),
      ],
      wrong: [
        words(
          "One shared access with one PIN is enough for the partner's whole support team",
          "Für das gesamte Supportteam des Partners genügt ein gemeinsamer Zugang mit einer PIN",
        ),
        words("The end customer's PIN authenticates the partner", "Die PIN des Endkunden authentifiziert den Partner"),
        words(
          "Malfunctions are processed without authentication",
          "Störungen werden ohne Authentifizierung bearbeitet",
        ),
      ],
      rationale: words(
        "2.5: prior authentication; individual access plus support PIN for each partner support employee, which the partner must create. A shared access identifies nobody, the end customer is not the one who reports, and malfunctions are no exception.",
        "2.5: vorherige Authentifizierung; eigener Zugang und Support-PIN für jeden Supportmitarbeiter des Partners, die der Partner anlegen muss. Ein gemeinsamer Zugang weist niemanden aus, der Endkunde meldet nicht selbst, und für Störungen gibt es keine Ausnahme.",
      ),
    }),
  },
  {
    code: "REP-005",
    pool: "certification",
    section: "reporting",
    clauses: ["2.1", "2.3"],
    points: 3,
    difficultyGuess: 75,
    enemyGroup: "levels",
    content: matching({
      stem: words(
        "Who takes care of it? Match each task with the level that the agreement names.",
        "Wer kümmert sich darum? Ordnen Sie jeder Aufgabe die Stufe zu, die die Vereinbarung nennt.",
      ),
      pairs: [
        [
          words("The end customer asks about an invoice", "Der Endkunde fragt nach einer Rechnung"),
          words("First level: the partner", "First Level: der Partner"),
        ],
        [
          words(
            "Measure steal time and IOPS and qualify the fault",
            "Steal Time und IOPS messen und den Fehler qualifizieren",
          ),
          words(
            "Second level: certified administrators of the partner",
            "Second Level: zertifizierte Administratoren des Partners",
          ),
        ],
        [
          words(
            "Troubleshoot a service that IONOS Cloud offers",
            "Fehler an einem Dienst suchen, den IONOS Cloud anbietet",
          ),
          words("Third level: 24/7 IONOS Cloud Support", "Third Level: 24/7 IONOS Cloud Support"),
        ],
        [
          words(
            "Set up a Private Cross Connect as a service request",
            "Einen Private Cross Connect als Service Request einrichten",
          ),
          words("Third level: 24/7 IONOS Cloud Support", "Third Level: 24/7 IONOS Cloud Support"),
        ],
      ],
      decoys: [words("The end customer", "Der Endkunde")],
      rationale: words(
        "2.1 leaves contract, master data and accounting with the first level; 2.2 is diagnosis and qualification; 2.3 reserves troubleshooting of IONOS services and service requests such as Private Cross Connect for third level.",
        "2.1 weist Vertrag, Stammdaten und Abrechnung dem First Level zu; 2.2 ist Diagnose und Qualifizierung; 2.3 behält die Fehlersuche an IONOS-Diensten und Service Requests wie Private Cross Connect dem Third Level vor.",
      ),
    }),
  },
  {
    code: "REP-006",
    pool: "certification",
    section: "reporting",
    clauses: ["2.2-always-report", "2.4.2"],
    points: 2,
    difficultyGuess: 80,
    content: singleChoice({
      stem: words(
        "Storage latency rose tenfold for twenty minutes and is normal again. The end customer says: “Leave it, it works.” What do you do?",
        "Die Storage-Latenz war zwanzig Minuten lang auf das Zehnfache erhöht und ist wieder normal. Der Endkunde sagt: „Lassen Sie es, es läuft ja.“ Was tun Sie?",
      ),
      right: words(
        "Report it with measurements and times: limitations are always reported",
        "Mit Messwerten und Zeiten melden: Einschränkungen werden immer gemeldet",
      ),
      wrong: [
        words(
          "Nothing, because the customer as the one affected decides whether an incident is reported",
          "Nichts, weil der Kunde als Betroffener entscheidet, ob eine Störung gemeldet wird",
        ),
        words(
          "Wait for a second event, as a single one cannot be examined",
          "Ein zweites Ereignis abwarten, da sich ein einzelnes nicht untersuchen lässt",
        ),
        words(
          "Note it in your own ticket system only, because the event is over",
          "Es nur im eigenen Ticketsystem vermerken, weil das Ereignis vorbei ist",
        ),
      ],
      rationale: words(
        "2.2: incidents and performance limitations must always be reported to IONOS; 2.4.2: limitations due to IONOS services are reported by a support employee of the partner. Whoever waits for a second event or only makes a note does not report, and the decision is not the end customer's.",
        "2.2: Störungen und Leistungseinschränkungen müssen IONOS immer gemeldet werden; 2.4.2: Einschränkungen durch IONOS-Dienste meldet ein Supportmitarbeiter des Partners. Wer ein zweites Ereignis abwartet oder es nur intern vermerkt, meldet nicht, und die Entscheidung liegt nicht beim Endkunden.",
      ),
    }),
  },
  {
    code: "REP-007",
    pool: "certification",
    section: "reporting",
    clauses: ["1.3", "2.6", "2.4.4", "2.1"],
    points: 2,
    difficultyGuess: 70,
    content: multipleChoice({
      stem: words(
        "Which statements about work on an open ticket are right? Choose all that apply.",
        "Welche Aussagen über die Arbeit an einem offenen Ticket sind richtig? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words(
          "Support may neither log on to virtual resources nor change anything there",
          "Der Support darf sich weder an virtuellen Ressourcen anmelden noch dort etwas ändern",
        ),
        words(
          "If the contact person changes, support is told immediately",
          "Wechselt der Ansprechpartner, wird das dem Support sofort mitgeteilt",
        ),
        words(
          "Communication with the end customer stays with the first level",
          "Die Kommunikation mit dem Endkunden bleibt beim First Level",
        ),
      ],
      wrong: [
        words(
          "In urgent cases support may restart the end customer's server by itself",
          "In dringenden Fällen darf der Support den Server des Endkunden selbst neu starten",
        ),
        words(
          "A changed telephone number is passed on when the ticket is closed",
          "Eine geänderte Telefonnummer wird beim Abschluss des Tickets weitergegeben",
        ),
      ],
      rationale: words(
        "1.3 and 2.6: no log-on, no changes. 2.4.4: changed information is communicated immediately. 2.1: ticket responsibility and communication stay in the first level.",
        "1.3 und 2.6: keine Anmeldung, keine Änderungen. 2.4.4: Geänderte Angaben werden sofort mitgeteilt. 2.1: Ticketverantwortung und Kommunikation bleiben im First Level.",
      ),
    }),
  },
  {
    code: "REP-008",
    pool: "certification",
    section: "reporting",
    clauses: ["2.1", "2.4.2", "2.5", "1.2", "2.2-always-report"],
    points: 3,
    difficultyGuess: 75,
    enemyGroup: "levels",
    content: ordering({
      stem: words(
        "A malfunction of an IONOS service hits your end customer. Put the steps into the order that the agreement provides for.",
        "Eine Störung eines IONOS-Dienstes trifft Ihren Endkunden. Bringen Sie die Schritte in die Reihenfolge, die die Vereinbarung vorsieht.",
      ),
      entries: [
        words(
          "The end customer reports the malfunction to the partner's first level",
          "Der Endkunde meldet die Störung dem First Level des Partners",
        ),
        words(
          "The second level diagnoses and qualifies the fault",
          "Der Second Level diagnostiziert und qualifiziert den Fehler",
        ),
        words(
          "A support employee of the partner authenticates and submits the ticket to 24/7 IONOS Cloud Support",
          "Ein Supportmitarbeiter des Partners authentifiziert sich und reicht das Ticket beim 24/7 IONOS Cloud Support ein",
        ),
        words(
          "Support gives a qualified statement within the response time",
          "Der Support gibt innerhalb der Reaktionszeit eine qualifizierte Aussage ab",
        ),
        words(
          "The first level informs the end customer about extent and expected duration",
          "Der First Level informiert den Endkunden über Ausmaß und voraussichtliche Dauer",
        ),
      ],
      rationale: words(
        "The partner's first level receives and informs (2.1), the second level qualifies (2.2), a partner's employee reports (2.4.2) and is authenticated (2.5); the statement on a malfunction names extent and expected duration (1.2).",
        "Der First Level des Partners nimmt an und informiert (2.1), der Second Level qualifiziert (2.2), ein Mitarbeiter des Partners meldet (2.4.2) und authentifiziert sich (2.5); die Aussage zu einer Störung nennt Ausmaß und voraussichtliche Dauer (1.2).",
      ),
    }),
  },
];
