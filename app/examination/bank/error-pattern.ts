/** Clause 2.2: "Detailed error pattern analysis": exact description, log messages, extract from monitoring, clear time information. */
import {
  type BankItem,
  log,
  markEvidence,
  matching,
  multipleChoice,
  numeric,
  ordering,
  singleChoice,
  words,
} from "./author-item";

const hours = ["08:00", "08:05", "08:10", "08:15", "08:20", "08:25", "08:30", "08:35", "08:40"];

export const errorPatternItems: readonly BankItem[] = [
  {
    code: "ERR-001",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-time-information", "2.2-log-messages"],
    points: 4,
    content: {
      kind: "ordering",
      generator: "log_order",
      parameters: { zones: ["Europe/Berlin", "America/New_York", "Asia/Kolkata"] },
    },
  },
  {
    code: "ERR-002",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-error-description"],
    points: 2,
    content: singleChoice({
      stem: words(
        "Which description lets support start at once?",
        "Mit welcher Beschreibung kann der Support sofort beginnen?",
      ),
      right: words(
        "Since 10 March 2026, 09:14 CET, about one in five HTTPS requests from shop-01 to api-02 (10.7.12.20:443) ends after 30 s with “connection timed out”; before that none; requests to api-03 in the same LAN are not affected.",
        "Seit dem 10. März 2026, 09:14 Uhr MEZ, endet etwa jede fünfte HTTPS-Anfrage von shop-01 an api-02 (10.7.12.20:443) nach 30 s mit „connection timed out“; vorher keine; Anfragen an api-03 im selben LAN sind nicht betroffen.",
      ),
      wrong: [
        words(
          "Since this morning the API has been extremely slow and sometimes does not work at all. Several customers have complained. Please check urgently.",
          "Seit heute Morgen ist die API extrem langsam und geht teilweise gar nicht. Mehrere Kunden haben sich beschwert. Bitte dringend prüfen.",
        ),
        words(
          "There is a network problem at IONOS: api-02 loses packets. Please exchange the switch port and confirm.",
          "Es gibt ein Netzwerkproblem bei IONOS: api-02 verliert Pakete. Bitte den Switch-Port tauschen und bestätigen.",
        ),
        words(
          "The error “connection timed out” occurs on our servers at 09:14. All logs of the last week of all servers are attached.",
          "Auf unseren Servern tritt um 09:14 Uhr der Fehler „connection timed out“ auf. Angehängt sind alle Logs aller Server der letzten Woche.",
        ),
      ],
      rationale: words(
        "It names who, whom, since when with time zone, how often, the exact message, and what is not affected: an observation with its limits. A conclusion without the observation cannot be checked.",
        "Sie nennt wer, wen, seit wann mit Zeitzone, wie oft, die genaue Meldung und was nicht betroffen ist: eine Beobachtung mit ihren Grenzen. Eine Schlussfolgerung ohne Beobachtung lässt sich nicht prüfen.",
      ),
    }),
  },
  {
    code: "ERR-003",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-log-messages", "2.2-error-description"],
    points: 3,
    content: markEvidence({
      stem: words(
        "The database on `db-02` stopped by itself. Mark every line that proves why.",
        "Die Datenbank auf `db-02` hat sich von selbst beendet. Markieren Sie jede Zeile, die den Grund beweist.",
      ),
      exhibits: [
        log(
          "a",
          words("Journal of db-02 (UTC)", "Journal von db-02 (UTC)"),
          `
  2026-03-10T02:00:01+0000 db-02 CRON[9120]: (root) CMD (/usr/local/bin/nightly-report)
  2026-03-10T02:03:12+0000 db-02 sshd[9188]: Connection closed by 203.0.113.77 port 41022 [preauth]
! 2026-03-10T02:04:40+0000 db-02 kernel: report invoked oom-killer: gfp_mask=0x140cca(GFP_HIGHUSER_MOVABLE|__GFP_COMP), order=0, oom_score_adj=0
! 2026-03-10T02:04:40+0000 db-02 kernel: Out of memory: Killed process 1044 (mysqld) total-vm:14680064kB, anon-rss:11534336kB
! 2026-03-10T02:04:41+0000 db-02 systemd[1]: mysql.service: Main process exited, code=killed, status=9/KILL
~ 2026-03-10T02:04:41+0000 db-02 systemd[1]: mysql.service: Failed with result 'signal'.
  2026-03-10T02:05:10+0000 db-02 systemd[1]: Starting Cleanup of Temporary Directories...
  2026-03-10T02:06:55+0000 db-02 ntpd[622]: Soliciting pool server 192.0.2.123
`,
        ),
      ],
      rationale: words(
        "The kernel ran out of memory, chose mysqld and killed it; systemd saw the main process end by signal 9. “Failed with result” repeats that and is not counted either way.",
        "Dem Kernel ging der Speicher aus, er wählte mysqld und beendete den Prozess; systemd sah den Hauptprozess mit Signal 9 enden. „Failed with result“ wiederholt das nur und zählt weder so noch so.",
      ),
    }),
  },
  {
    code: "ERR-004",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-monitoring-extract"],
    points: 2,
    content: singleChoice({
      stem: words(
        "Users report time-outs from 08:20 UTC on. Which statement does the extract from monitoring support?",
        "Anwender melden Zeitüberschreitungen ab 08:20 UTC. Welche Aussage stützt der Monitoring-Auszug?",
      ),
      exhibits: [
        {
          kind: "chart",
          title: words(
            "Response time of the application and read latency of volume vdb",
            "Antwortzeit der Anwendung und Leselatenz des Volumes vdb",
          ),
          axis: words("10 March 2026, UTC", "10. März 2026, UTC"),
          unit: "ms",
          labels: hours,
          series: [
            { name: words("Response time", "Antwortzeit"), values: [42, 44, 41, 43, 610, 655, 640, 45, 43] },
            { name: words("Read latency vdb", "Leselatenz vdb"), values: [1, 1, 1, 48, 55, 57, 51, 1, 1] },
          ],
        },
      ],
      right: words(
        "The read latency rose before the response time and fell with it: the volume is the first suspect",
        "Die Leselatenz stieg vor der Antwortzeit und sank mit ihr: Das Volume ist der erste Verdacht",
      ),
      wrong: [
        words(
          "The response time rose first, so the application overloaded the volume",
          "Die Antwortzeit stieg zuerst, also hat die Anwendung das Volume überlastet",
        ),
        words(
          "Both curves are unrelated, because their values differ by a factor of ten",
          "Beide Kurven haben nichts miteinander zu tun, weil sich die Werte um den Faktor zehn unterscheiden",
        ),
        words("The event lasted until 08:40 at least", "Das Ereignis dauerte mindestens bis 08:40 Uhr"),
      ],
      rationale: words(
        "At 08:15 only the latency is raised, from 08:20 to 08:30 both, from 08:35 neither. That is an order in time and thus a suspicion to be measured, not yet a proof.",
        "Um 08:15 ist nur die Latenz erhöht, von 08:20 bis 08:30 beide, ab 08:35 keine mehr. Das ist eine zeitliche Reihenfolge und damit ein Verdacht, den man misst, noch kein Beweis.",
      ),
    }),
  },
  {
    code: "ERR-005",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-monitoring-extract", "2.2-time-information"],
    points: 3,
    content: multipleChoice({
      stem: words(
        "What makes an extract from monitoring useful as evidence? Choose all that apply.",
        "Was macht einen Monitoring-Auszug als Beleg brauchbar? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words("The time zone of the axis is stated", "Die Zeitzone der Achse ist angegeben"),
        words(
          "It shows the time before and after the event as well",
          "Er zeigt auch die Zeit vor und nach dem Ereignis",
        ),
        words(
          "Metric, unit, interval and the server or volume with its UUID are named",
          "Messgröße, Einheit, Intervall und der Server oder das Volume mit UUID sind genannt",
        ),
      ],
      wrong: [
        words(
          "It shows averages over a month, so that outliers do not mislead",
          "Er zeigt Mittelwerte über einen Monat, damit Ausreißer nicht täuschen",
        ),
        words(
          "It shows only the worst value, so that the urgency is plain",
          "Er zeigt nur den schlimmsten Wert, damit die Dringlichkeit klar ist",
        ),
        words("It shows all metrics that exist on one page", "Er zeigt alle vorhandenen Messgrößen auf einer Seite"),
      ],
      rationale: words(
        "Without zone, unit and comparison a curve proves nothing; averages over long intervals hide short events.",
        "Ohne Zone, Einheit und Vergleich beweist eine Kurve nichts; Mittelwerte über lange Intervalle verbergen kurze Ereignisse.",
      ),
    }),
  },
  {
    code: "ERR-006",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-time-information"],
    points: 2,
    content: numeric({
      stem: words(
        "A server logs `2026-07-14T23:50:10-04:00 link down`, the monitoring in UTC shows the recovery at `2026-07-15 04:02:40`. How long was the interruption?",
        "Ein Server protokolliert `2026-07-14T23:50:10-04:00 link down`, das Monitoring in UTC zeigt die Erholung um `2026-07-15 04:02:40`. Wie lange dauerte die Unterbrechung?",
      ),
      answers: [
        { unit: "s", value: 750, tolerance: 0 },
        { unit: "min", value: 12.5, tolerance: 0 },
      ],
      rationale: words(
        "23:50:10 at -04:00 is 03:50:10 UTC of the next day; from there to 04:02:40 it is 12 minutes and 30 seconds.",
        "23:50:10 Uhr bei -04:00 ist 03:50:10 UTC des Folgetags; von dort bis 04:02:40 sind es 12 Minuten und 30 Sekunden.",
      ),
    }),
  },
  {
    code: "ERR-007",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-error-description", "2.2-log-messages"],
    points: 3,
    content: matching({
      stem: words("Match each message with what it says.", "Ordnen Sie jeder Meldung zu, was sie aussagt."),
      pairs: [
        [
          "`Connection refused`",
          words(
            "The host answers, but nothing accepts connections on this port, or a firewall actively rejects them",
            "Der Host antwortet, aber auf diesem Port nimmt nichts Verbindungen an, oder eine Firewall weist sie aktiv ab",
          ),
        ],
        [
          "`Connection timed out`",
          words(
            "No answer came: packets are lost or silently dropped, or the host is down",
            "Es kam keine Antwort: Pakete gehen verloren oder werden still verworfen, oder der Host läuft nicht",
          ),
        ],
        [
          "`No route to host`",
          words(
            "A router or the own neighbour table says that the target cannot be reached",
            "Ein Router oder die eigene Nachbartabelle sagt, dass das Ziel nicht erreichbar ist",
          ),
        ],
        [
          "`Temporary failure in name resolution`",
          words(
            "The name server gave no answer; the target itself has not been asked yet",
            "Der Nameserver gab keine Antwort; das Ziel selbst wurde noch gar nicht gefragt",
          ),
        ],
      ],
      decoys: [words("The certificate of the server has expired", "Das Zertifikat des Servers ist abgelaufen")],
      rationale: words(
        "The exact wording matters: it separates service, path, neighbour and name, and thereby who looks next.",
        "Der genaue Wortlaut zählt: Er trennt Dienst, Strecke, Nachbar und Namen und damit, wer als Nächstes sucht.",
      ),
    }),
  },
  {
    code: "ERR-008",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-error-description", "2.2-monitoring-extract"],
    points: 3,
    content: ordering({
      stem: words(
        "Derive a fault: from the first complaint to a statement that others can check. Put the steps in order.",
        "Leiten Sie einen Fehler her: von der ersten Beschwerde bis zu einer Aussage, die andere prüfen können. Ordnen Sie die Schritte.",
      ),
      entries: [
        words(
          "Take down the exact message and what the user did",
          "Genaue Meldung und Handlung des Anwenders aufnehmen",
        ),
        words("Reproduce it, or find the events in the logs", "Nachstellen oder die Ereignisse in den Logs finden"),
        words(
          "Narrow down: which servers, paths and times are affected, which are not?",
          "Eingrenzen: Welche Server, Strecken und Zeiten sind betroffen, welche nicht?",
        ),
        words(
          "Form one hypothesis and measure so that it could fail",
          "Eine Vermutung bilden und so messen, dass sie scheitern kann",
        ),
        words(
          "Write down the finding with the measurements that carry it",
          "Den Befund mit den Messungen aufschreiben, die ihn tragen",
        ),
      ],
      rationale: words(
        "Observation, confirmation, limits, test, finding. A measurement chosen before the limits are known often measures the wrong thing.",
        "Beobachtung, Bestätigung, Grenzen, Prüfung, Befund. Wer misst, bevor die Grenzen bekannt sind, misst oft das Falsche.",
      ),
    }),
  },
  {
    code: "ERR-009",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-log-messages", "2.2-time-information"],
    points: 3,
    content: markEvidence({
      stem: words(
        "The customer says that `nas-01` “became read-only at a quarter past nine in Berlin”. Mark the line that shows the cause and the line that shows the change itself.",
        "Der Kunde sagt, `nas-01` sei „um Viertel nach neun in Berlin schreibgeschützt geworden“. Markieren Sie die Zeile, die die Ursache zeigt, und die Zeile, die den Wechsel selbst zeigt.",
      ),
      exhibits: [
        log(
          "a",
          words("Kernel log of nas-01 (times in UTC, winter)", "Kernel-Log von nas-01 (Zeiten in UTC, Winter)"),
          `
  2026-01-20T07:15:02+0000 nas-01 kernel: EXT4-fs (vdc1): mounted filesystem with ordered data mode
! 2026-01-20T08:15:01+0000 nas-01 kernel: blk_update_request: I/O error, dev vdb, sector 8388616 op 0x1:(WRITE)
~ 2026-01-20T08:15:01+0000 nas-01 kernel: Aborting journal on device vdb1-8.
! 2026-01-20T08:15:02+0000 nas-01 kernel: EXT4-fs (vdb1): Remounting filesystem read-only
  2026-01-20T09:15:00+0000 nas-01 kernel: EXT4-fs (vdc1): re-mounted. Opts: (null)
  2026-01-20T09:15:03+0000 nas-01 kernel: perf: interrupt took too long, lowering kernel.perf_event_max_sample_rate
`,
        ),
      ],
      rationale: words(
        "09:15 in Berlin in winter is 08:15 UTC. The write error made ext4 abort its journal and protect the file system. What stands at 09:15 UTC concerns another volume an hour later.",
        "09:15 Uhr in Berlin ist im Winter 08:15 UTC. Nach dem Schreibfehler brach ext4 sein Journal ab und schützte das Dateisystem. Die Zeilen um 09:15 UTC betreffen ein anderes Volume eine Stunde später.",
      ),
    }),
  },
  {
    code: "ERR-010",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-monitoring-extract"],
    points: 2,
    content: singleChoice({
      stem: words(
        "Users report hangs of some 20 seconds. The monitoring of the server looks like this. What do you conclude?",
        "Anwender melden Aussetzer von etwa 20 Sekunden. Das Monitoring des Servers sieht so aus. Was schließen Sie daraus?",
      ),
      exhibits: [
        {
          kind: "chart",
          title: words(
            "Read latency of volume vdc, mean of five minutes each",
            "Leselatenz des Volumes vdc, Mittel über je fünf Minuten",
          ),
          axis: words("10 March 2026, UTC", "10. März 2026, UTC"),
          unit: "ms",
          labels: hours,
          series: [{ name: words("Read latency vdc", "Leselatenz vdc"), values: [2, 2, 2, 3, 9, 3, 2, 2, 2] }],
        },
      ],
      right: words(
        "The mean of five minutes can hide a short peak; a measurement every second during the event is needed",
        "Das Mittel über fünf Minuten kann eine kurze Spitze verbergen; nötig ist eine sekündliche Messung während des Ereignisses",
      ),
      wrong: [
        words(
          "The volume is ruled out, because 9 ms can be felt by nobody",
          "Das Volume scheidet aus, weil 9 ms niemand spürt",
        ),
        words(
          "The users are mistaken, because the curve is smooth",
          "Die Anwender irren sich, weil die Kurve glatt ist",
        ),
        words(
          "The volume is proved to be the cause, because the curve has a peak",
          "Das Volume ist als Ursache bewiesen, weil die Kurve eine Spitze hat",
        ),
      ],
      rationale: words(
        "Twenty seconds are a fifteenth of the interval: requests at 100 ms for that time, among others at 2 ms, give a mean of about 9 ms. The extract is a hint; name its interval and measure finer.",
        "Zwanzig Sekunden sind ein Fünfzehntel des Intervalls: Anfragen mit 100 ms in dieser Zeit, sonst 2 ms, ergeben im Mittel rund 9 ms. Der Auszug ist ein Hinweis; nennen Sie sein Intervall und messen Sie feiner.",
      ),
    }),
  },
  {
    code: "ERR-101",
    pool: "practice",
    section: "error_pattern",
    clauses: ["2.2-time-information", "2.2-log-messages"],
    points: 4,
    content: { kind: "ordering", generator: "log_order", parameters: { zones: ["Europe/Berlin", "America/New_York"] } },
  },
  {
    code: "ERR-102",
    pool: "practice",
    section: "error_pattern",
    clauses: ["2.2-time-information"],
    points: 2,
    content: singleChoice({
      stem: words(
        "Which time in a report cannot be misread?",
        "Welche Zeitangabe in einer Meldung lässt sich nicht missverstehen?",
      ),
      right: "2026-10-25T02:30:00+01:00",
      wrong: [
        words("25 October 2026, 02:30, Berlin time", "25. Oktober 2026, 02:30 Uhr Berliner Zeit"),
        words("10/11/2026 02:30 UTC", "10/11/2026 02:30 UTC"),
        words("Last Sunday night, half past two", "Letzte Sonntagnacht, halb drei"),
      ],
      rationale: words(
        "In the night of 25 October 2026 the hour from two to three happens twice in Berlin; only the offset says which is meant. 10/11 is October or November, depending on the reader.",
        "In der Nacht zum 25. Oktober 2026 gibt es in Berlin die Stunde von zwei bis drei zweimal; nur der Versatz sagt, welche gemeint ist. 10/11 ist je nach Leser Oktober oder November.",
      ),
    }),
  },
];
