/** Clause 2.2: "exact error description/derivation" and "Extract Monitoring". */
import { type BankItem, matching, multipleChoice, ordering, singleChoice, words } from "./author-item";

const hours = ["08:00", "08:05", "08:10", "08:15", "08:20", "08:25", "08:30", "08:35", "08:40"];

export const errorPatternItems: readonly BankItem[] = [
  {
    code: "ERR-002",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-error-description"],
    points: 2,
    difficultyGuess: 75,
    content: singleChoice({
      stem: words(
        "Which description lets support start at once?",
        "Bei welcher Beschreibung kann der Support sofort loslegen?",
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
          "On 10 March 2026 at 09:14 CET the error “connection timed out” occurred on our servers for the first time, and several times since. Attached are all logs of the last week of shop-01, shop-02, api-02, api-03, db-01 and db-02, so that nothing is missing.",
          "Am 10. März 2026 um 09:14 Uhr MEZ trat auf unseren Servern erstmals der Fehler „connection timed out“ auf, seither mehrmals. Angehängt sind alle Logs der letzten Woche von shop-01, shop-02, api-02, api-03, db-01 und db-02, damit nichts fehlt.",
        ),
      ],
      rationale: words(
        "It names who, whom, since when with time zone, how often, the exact message, and what is not affected: an observation with its limits. “Extremely slow” cannot be checked, a conclusion without the observation neither, and whoever attaches everything leaves the search to others.",
        "Sie nennt wer, wen, seit wann mit Zeitzone, wie oft, die genaue Meldung und was nicht betroffen ist: eine Beobachtung mit ihren Grenzen. „Extrem langsam“ lässt sich nicht prüfen, eine Schlussfolgerung ohne Beobachtung ebenso wenig, und wer alles anhängt, überlässt anderen die Suche.",
      ),
    }),
  },
  {
    code: "ERR-004",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-monitoring-extract"],
    points: 2,
    difficultyGuess: 75,
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
        "The read latency rose before the response time and fell with it: suspicion falls on the volume first",
        "Die Leselatenz stieg vor der Antwortzeit und sank mit ihr: Der erste Verdacht fällt auf das Volume",
      ),
      wrong: [
        words(
          "The response time rose first and the read latency followed, so the application overloaded the volume",
          "Die Antwortzeit stieg zuerst, die Leselatenz folgte: Die Anwendung hat das Volume überlastet",
        ),
        words(
          "Both curves are unrelated, because their values differ by a factor of ten",
          "Beide Kurven haben nichts miteinander zu tun, weil sich die Werte um den Faktor zehn unterscheiden",
        ),
        words(
          "The event lasted until 08:40 at least, as both curves stay raised",
          "Das Ereignis dauerte mindestens bis 08:40 Uhr, denn beide Kurven bleiben erhöht",
        ),
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
    difficultyGuess: 65,
    enemyGroup: "monitoring-extract",
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
        words(
          "It shows all the metrics that the monitoring has, on one page",
          "Er zeigt alle Messgrößen, die das Monitoring kennt, auf einer Seite",
        ),
      ],
      rationale: words(
        "Without zone, unit and comparison a curve proves nothing; averages over long intervals hide short events, and among all metrics nobody finds the one that matters.",
        "Ohne Zeitzone, Einheit und Vergleich beweist eine Kurve nichts; Mittelwerte über lange Intervalle verbergen kurze Ereignisse, und unter allen Messgrößen findet niemand die eine, auf die es ankommt.",
      ),
    }),
  },
  {
    code: "ERR-007",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-error-description", "2.2-log-messages"],
    points: 3,
    difficultyGuess: 75,
    content: matching({
      stem: words("Match each message with what it says.", "Ordnen Sie jeder Meldung zu, was sie aussagt."),
      pairs: [
        [
          "`Connection refused`",
          words(
            "The attempt was turned down at once: nothing listens on this port, or a firewall answers in its place",
            "Der Versuch wurde sofort abgewiesen: Auf diesem Port lauscht nichts, oder eine Firewall antwortet an seiner Stelle",
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
            "A router, a firewall or the host's own neighbour table says that the target cannot be reached",
            "Ein Router, eine Firewall oder die eigene Nachbartabelle sagt, dass das Ziel nicht erreichbar ist",
          ),
        ],
        [
          "`Temporary failure in name resolution`",
          words(
            "The name server gave no usable answer; the target itself has not been asked yet",
            "Der Nameserver gab keine brauchbare Antwort; das Ziel selbst wurde noch gar nicht gefragt",
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
    clauses: ["2.2-error-description", "2.2-log-messages"],
    points: 3,
    difficultyGuess: 70,
    content: ordering({
      stem: words(
        "You get to the bottom of a fault: from the first complaint to a statement that others can check. Put the steps in order.",
        "Sie gehen einem Fehler auf den Grund: von der ersten Beschwerde bis zu einer Aussage, die andere prüfen können. Ordnen Sie die Schritte.",
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
          "Form one hypothesis and take a measurement that could refute it",
          "Eine Hypothese bilden und so messen, dass die Messung sie widerlegen könnte",
        ),
        words(
          "Write down the finding with the measurements that support it",
          "Den Befund mit den Messungen festhalten, die ihn belegen",
        ),
      ],
      rationale: words(
        "Observation, confirmation, scope, test, finding. A measurement chosen before the scope is known often measures the wrong thing.",
        "Beobachtung, Bestätigung, Eingrenzung, Prüfung, Befund. Wer misst, bevor der Fehler eingegrenzt ist, misst oft das Falsche.",
      ),
    }),
  },
  {
    code: "ERR-010",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-monitoring-extract"],
    points: 2,
    difficultyGuess: 70,
    enemyGroup: "monitoring-extract",
    content: singleChoice({
      stem: words(
        "Around 08:20 UTC users report hangs of some 20 seconds. The monitoring of the server looks like this. What do you conclude?",
        "Gegen 08:20 UTC melden Anwender Aussetzer von etwa 20 Sekunden. Das Monitoring des Servers sieht so aus. Was schließen Sie daraus?",
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
        "A mean of five minutes can hide a short peak: measure every second while it happens",
        "Ein Mittel über fünf Minuten kann eine kurze Spitze verbergen: während des Ereignisses sekündlich messen",
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
          "The volume is proved to be the cause, because the curve has its peak at the time of the hangs reported",
          "Das Volume ist als Ursache bewiesen, weil die Kurve ihre Spitze genau zur Zeit der gemeldeten Aussetzer hat",
        ),
      ],
      rationale: words(
        "Twenty seconds are a fifteenth of the interval: requests at 100 ms for that time, among others at 2 ms, give a mean of about 9 ms. The extract is a hint, neither an acquittal of the volume nor a proof against it; name its interval and measure finer.",
        "Zwanzig Sekunden sind ein Fünfzehntel des Intervalls: Anfragen mit 100 ms in dieser Zeit, sonst 2 ms, ergeben im Mittel rund 9 ms. Der Auszug ist ein Hinweis: Er entlastet das Volume nicht und überführt es nicht. Nennen Sie sein Intervall und messen Sie feiner.",
      ),
    }),
  },
];
