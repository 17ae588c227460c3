/** Clause 2.2, set-up: "Update status", and what was changed. */
import { type BankItem, log, markEvidence, multipleChoice, ordering, singleChoice, words } from "./author-item";

export const updateStatusItems: readonly BankItem[] = [
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
        "Both the TLS library and the web server were upgraded that night; editor and manual pages take no part in TLS, and tzdata came three weeks earlier. The report names old and new version of each.",
        "In dieser Nacht wurden die TLS-Bibliothek und der Webserver aktualisiert; Editor und Manpages haben mit TLS nichts zu tun, und tzdata kam drei Wochen früher. Die Meldung nennt jeweils alte und neue Version.",
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
        "Old and new version of both, with times of installation and restart",
        "Alte und neue Version von beiden, mit Zeitpunkt von Installation und Neustart",
      ),
      wrong: [
        words(
          "That the server is “up to date” according to its package manager",
          "Dass der Server laut Paketverwaltung „auf dem neuesten Stand“ ist",
        ),
        words(
          "The versions of the database, because IONOS updates the kernel of virtual machines",
          "Die Versionen der Datenbank, weil IONOS den Kernel virtueller Maschinen aktualisiert",
        ),
        words(
          "What is installed after the customer has gone back to the old versions",
          "Was installiert ist, nachdem der Kunde zu den alten Versionen zurückgekehrt ist",
        ),
      ],
      rationale: words(
        "Operating system and application belong to the partner's first level (2.1), and their update status to the report (2.2). A change shortly before the fault is the most useful line of it. “Up to date” names no version, IONOS changes nothing inside the guest (2.6), and going back first would destroy what there is to report.",
        "Betriebssystem und Anwendung gehören zum First Level des Partners (2.1), ihr Updatestand gehört in die Meldung (2.2). Eine Änderung kurz vor dem Fehler ist deren nützlichste Zeile. „Auf dem neuesten Stand“ nennt keine Version, IONOS ändert im Gastsystem nichts (2.6), und ein Zurück vorab würde zerstören, was zu melden ist.",
      ),
    }),
  },
  {
    code: "SET-006",
    pool: "certification",
    section: "setup_details",
    clauses: ["2.2-update-status"],
    points: 3,
    difficultyGuess: 65,
    enemyGroup: "running-kernel",
    content: multipleChoice({
      stem: words(
        "A server runs Linux 6.1.0-25, while 6.1.0-27 has been installed for two weeks. What does this mean for the report? Choose all that apply.",
        "Auf einem Server läuft Linux 6.1.0-25, installiert ist seit zwei Wochen 6.1.0-27. Was heißt das für die Meldung? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words("The update to 6.1.0-27 has not taken effect yet", "Das Update auf 6.1.0-27 ist noch nicht wirksam"),
        words(
          "Both versions are named: running and installed",
          "Beide Versionen werden genannt: laufende und installierte",
        ),
        words("Faults fixed in 6.1.0-27 may still occur", "In 6.1.0-27 behobene Fehler können noch auftreten"),
      ],
      wrong: [
        [
          words("The installation has failed", "Die Installation ist fehlgeschlagen"),
          words(
            "A new kernel takes effect only once the server starts with it.",
            "Ein neuer Kernel wirkt erst, wenn der Server mit ihm startet.",
          ),
        ],
        [
          words("The installed version alone is named", "Genannt wird allein die installierte Version"),
          words("The fault happened under the running one.", "Der Fehler geschah unter der laufenden."),
        ],
      ],
      rationale: words(
        "`uname -r` says what runs, the package manager what is installed. Whether the server was not restarted since, or starts an older kernel on purpose, the two versions alone do not tell. The update status of 2.2 is both, with dates.",
        "`uname -r` sagt, was läuft, die Paketverwaltung, was installiert ist. Ob der Server seither nicht neu gestartet wurde oder mit Absicht einen älteren Kernel startet, sagen die beiden Versionen allein nicht. Der Updatestand nach 2.2 ist beides, mit Datum.",
      ),
    }),
  },
  {
    code: "SET-007",
    pool: "certification",
    section: "setup_details",
    clauses: ["2.2-configuration", "2.2-update-status"],
    points: 3,
    difficultyGuess: 65,
    content: ordering({
      stem: words(
        "A colleague changed the configuration of `lb-01`, and connections have failed since. Put the steps into the order in which they leave you with the best report.",
        "Eine Kollegin hat die Konfiguration von `lb-01` geändert, seither scheitern Verbindungen. Bringen Sie die Schritte in die Reihenfolge, die zur besten Meldung führt.",
      ),
      entries: [
        words(
          "Save the present state: configuration, versions, logs",
          "Den jetzigen Zustand sichern: Konfiguration, Versionen, Logs",
        ),
        words(
          "Compare with the last configuration that worked",
          "Mit der letzten funktionierenden Konfiguration vergleichen",
        ),
        words("Undo the one change in question", "Die eine fragliche Änderung zurücknehmen"),
        words("Measure again and see whether the fault has gone", "Erneut messen und prüfen, ob der Fehler weg ist"),
        words(
          "Report what remains open, with both configurations",
          "Melden, was offen bleibt, mit beiden Konfigurationen",
        ),
      ],
      rationale: words(
        "What is undone before it is kept cannot be shown any more, and of two changes undone at once nobody knows which it was.",
        "Was zurückgenommen wird, bevor es gesichert ist, lässt sich nicht mehr zeigen, und von zwei zugleich zurückgenommenen Änderungen weiß niemand, welche es war.",
      ),
    }),
  },
];
