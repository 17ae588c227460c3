/** Clause 2.2: "Storage (bandwidth, IOPS, latency)". */
import { type BankItem, markEvidence, multipleChoice, ordering, singleChoice, toolOutput, words } from "./author-item";

export const storageItems: readonly BankItem[] = [
  {
    code: "STO-003",
    pool: "certification",
    section: "storage",
    clauses: ["2.2-storage-iops", "2.2-storage-latency"],
    points: 2,
    difficultyGuess: 55,
    content: singleChoice({
      stem: words(
        "fio with 4 KiB random reads gives 1,950 IOPS at queue depth 1 and 31,000 IOPS at queue depth 16, mean latency about 0.5 ms in both runs. The customer's database reaches 1,900 IOPS. What follows?",
        "fio mit zufälligen 4-KiB-Lesezugriffen liefert 1.950 IOPS bei Warteschlangentiefe 1 und 31.000 IOPS bei Tiefe 16, die mittlere Latenz beträgt beide Male rund 0,5 ms. Die Datenbank des Kunden erreicht 1.900 IOPS. Was folgt daraus?",
      ),
      right: words(
        "The volume could do more: the database has about one request in flight at a time, so latency decides its IOPS",
        "Das Volume könnte mehr: Die Datenbank hat jeweils etwa eine Anfrage offen, also bestimmt die Latenz ihre IOPS",
      ),
      wrong: [
        words(
          "The volume is limited to 1,950 IOPS, so its next larger size is needed; the second run was served from the page cache",
          "Das Volume ist auf 1.950 IOPS begrenzt, also wird das nächstgrößere gebraucht; der zweite Lauf kam aus dem Page-Cache",
        ),
        words(
          "The latency rises with the queue depth, so the volume is overloaded",
          "Die Latenz steigt mit der Warteschlangentiefe, also ist das Volume überlastet",
        ),
        words(
          "The block size is too small to say anything about IOPS; measure with 1 MiB",
          "Die Blockgröße ist zu klein, um etwas über IOPS auszusagen; mit 1 MiB messen",
        ),
      ],
      rationale: words(
        "1 / 0.5 ms = 2,000 per second for one request in flight; sixteen in flight give about 32,000. At the same latency more parallel requests mean more IOPS until the volume's limit is reached; a cache would have answered faster, and an overloaded volume slower. Databases read small blocks, so 4 KiB says more than 1 MiB.",
        "1 / 0,5 ms = 2.000 pro Sekunde bei einer offenen Anfrage; sechzehn offene ergeben rund 32.000. Bei gleicher Latenz bringen mehr parallele Anfragen mehr IOPS, bis die Grenze des Volumes erreicht ist; ein Cache hätte schneller geantwortet, ein überlastetes Volume langsamer. Datenbanken lesen kleine Blöcke, also sagen 4 KiB mehr als 1 MiB.",
      ),
    }),
  },
  {
    code: "STO-004",
    pool: "certification",
    section: "storage",
    clauses: ["2.2-storage-bandwidth", "2.2-storage-iops", "2.2-storage-latency"],
    points: 3,
    difficultyGuess: 60,
    content: multipleChoice({
      stem: words(
        "A colleague measured a volume with `dd if=/dev/zero of=/data/test bs=1M count=1000` and got 2.4 GB/s. Why is this no evidence for a report? Choose all that apply.",
        "Ein Kollege hat ein Volume mit `dd if=/dev/zero of=/data/test bs=1M count=1000` gemessen und 2,4 GB/s erhalten. Warum taugt das nicht als Beleg für eine Meldung? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words(
          "Without direct or synced writes it measures the memory of the guest",
          "Ohne direktes oder synchronisiertes Schreiben misst es den Arbeitsspeicher des Gastsystems",
        ),
        words("It says nothing about IOPS with small blocks", "Es sagt nichts über IOPS mit kleinen Blöcken"),
        words("It gives no latency of single requests", "Es nennt keine Latenz einzelner Anfragen"),
      ],
      wrong: [
        words(
          "Blocks of 1 MiB are too large to say anything about bandwidth",
          "Blöcke von 1 MiB sind zu groß, um etwas über die Bandbreite auszusagen",
        ),
        words("It would have to be run as root to be valid", "Es müsste als root ausgeführt werden, um zu gelten"),
        words("Evidence has to come from reading", "Als Beleg taugen Messungen beim Lesen"),
      ],
      rationale: words(
        "Buffered writes end in the page cache, where dd counts them as done; a figure above what the volume can do gives it away. fio with `direct=1`, stated block size, pattern and queue depth gives all three figures that 2.2 asks for, for reading and for writing. Large blocks are the right ones for bandwidth, and being root changes nothing about the cache.",
        "Gepufferte Schreibzugriffe landen im Page-Cache, wo dd sie als erledigt zählt; ein Wert über dem, was das Volume kann, verrät es. fio mit `direct=1`, genannter Blockgröße, Zugriffsmuster und Warteschlangentiefe liefert alle drei Größen, die 2.2 verlangt, beim Lesen wie beim Schreiben. Für die Bandbreite sind große Blöcke die richtigen, und als root ändert sich am Cache nichts.",
      ),
    }),
  },
  {
    code: "STO-005",
    pool: "certification",
    section: "storage",
    clauses: ["2.2-storage-latency", "2.2-storage-iops"],
    points: 3,
    difficultyGuess: 65,
    content: markEvidence({
      stem: words(
        "Transactions on `db-01` take seconds. Mark the line of every device that is too slow.",
        "Transaktionen auf `db-01` dauern Sekunden. Markieren Sie die Zeile jedes Geräts, das zu langsam ist.",
      ),
      exhibits: [
        toolOutput(
          "a",
          words(
            "Devices of db-01, mean of 60 seconds (columns for discard and flush left out)",
            "Geräte von db-01, Mittel über 60 Sekunden (ohne die Spalten für Discard und Flush)",
          ),
          "iostat -dxy 60 1",
          `
  Device            r/s     rkB/s   rrqm/s  %rrqm r_await rareq-sz     w/s     wkB/s   wrqm/s  %wrqm w_await wareq-sz  aqu-sz  %util
  vda              4.10     98.40     0.00   0.00    0.62    24.00    6.30     88.20     2.10  25.00    0.81    14.00    0.01   0.60
! vdb            310.20   4963.20     0.00   0.00   48.70    16.00  221.40   3542.40     0.30   0.14   61.20    16.00   28.66  99.80
  vdc           2104.00  33664.00     0.00   0.00    0.55    16.00  402.00   6432.00     1.20   0.30    0.71    16.00    1.44  71.20
! vdd             12.00    192.00     0.00   0.00  104.10    16.00    9.80    156.80     0.00   0.00  121.90    16.00    2.44  98.10
`,
        ),
      ],
      rationale: words(
        "r_await and w_await are milliseconds: vdb and vdd answer in 50 to 120 ms, the others in less than one. vdc does by far the most requests and is busy, but quick: %util alone proves nothing.",
        "r_await und w_await sind Millisekunden: vdb und vdd antworten in 50 bis 120 ms, die anderen in weniger als einer. vdc hat bei Weitem die meisten Anfragen und ist beschäftigt, aber schnell: %util allein beweist nichts.",
      ),
    }),
  },
  {
    code: "STO-006",
    pool: "certification",
    section: "storage",
    clauses: ["2.2-storage-bandwidth", "2.2-storage-latency", "2.2-always-report"],
    points: 3,
    difficultyGuess: 65,
    content: ordering({
      stem: words(
        "A volume seems too slow. Put the steps from the customer's complaint to the report into a sensible order.",
        "Ein Volume wirkt zu langsam. Bringen Sie die Schritte von der Beschwerde des Kunden bis zur Meldung in eine sinnvolle Reihenfolge.",
      ),
      entries: [
        words(
          "Record what is slow, since when and in which time zone the times are given",
          "Festhalten, was seit wann langsam ist und in welcher Zeitzone die Zeiten gelten",
        ),
        words(
          "Watch the running load with iostat: which device lets requests wait, and how long?",
          "Die laufende Last mit iostat beobachten: Bei welchem Gerät dauern Anfragen wie lange?",
        ),
        words(
          "Measure the device found with fio: bandwidth, IOPS and latency, with the settings noted",
          "Das gefundene Gerät mit fio messen: Bandbreite, IOPS und Latenz, mit notierten Einstellungen",
        ),
        words(
          "Compare the figures with what the volume is specified for",
          "Die Werte mit der Spezifikation des Volumes vergleichen",
        ),
        words(
          "Report to 24/7 IONOS Cloud Support with UUID, figures, logs and times",
          "Mit UUID, Messwerten, Logs und Zeiten an den 24/7 IONOS Cloud Support melden",
        ),
      ],
      rationale: words(
        "First what and when, then the observation that costs nothing, then the measurement that adds load of its own, then the comparison that qualifies it, then the report with all of it.",
        "Zuerst das Was und Wann, dann die Beobachtung, die nichts kostet, dann die Messung, die selbst Last erzeugt, dann der Vergleich, der sie einordnet, dann die Meldung mit allem.",
      ),
    }),
  },
  {
    code: "STO-007",
    pool: "certification",
    section: "storage",
    clauses: ["2.2-storage-bandwidth", "2.2-storage-iops"],
    points: 2,
    difficultyGuess: 70,
    enemyGroup: "fio-figures",
    content: singleChoice({
      stem: words(
        "One and the same volume was measured twice, each time with a full queue. How do you read the table?",
        "Dasselbe Volume wurde zweimal mit voller Warteschlange gemessen. Wie lesen Sie die Tabelle?",
      ),
      exhibits: [
        {
          kind: "table",
          title: words("fio, random reads, 60 seconds each", "fio, zufälliges Lesen, je 60 Sekunden"),
          columns: [words("Block size", "Blockgröße"), "IOPS", words("Bandwidth", "Bandbreite")],
          rows: [
            ["4 KiB", words("20,000", "20.000"), words("78 MiB/s", "78 MiB/s")],
            ["256 KiB", words("1,200", "1.200"), words("300 MiB/s", "300 MiB/s")],
          ],
        },
      ],
      right: words(
        "Small blocks reach a limit of IOPS, large ones one of bandwidth: the block size always goes with them",
        "Kleine Blöcke stoßen an eine IOPS-Grenze, große an eine der Bandbreite: Die Blockgröße gehört stets dazu",
      ),
      wrong: [
        words(
          "The second run shows a fault, because the IOPS have collapsed",
          "Der zweite Lauf zeigt einen Fehler, weil die IOPS eingebrochen sind",
        ),
        words(
          "The first run shows a fault, because only a quarter of the bandwidth of the second one was reached",
          "Der erste Lauf zeigt einen Fehler, weil nur ein Viertel der Bandbreite des zweiten Laufs erreicht wurde",
        ),
        words(
          "The runs contradict each other: the IOPS of a volume do not depend on the block size",
          "Die Läufe widersprechen sich: Die IOPS eines Volumes hängen nicht von der Blockgröße ab",
        ),
      ],
      rationale: words(
        "20,000 x 4 KiB = 78 MiB/s and 1,200 x 256 KiB = 300 MiB/s: each run is consistent in itself. Which limit is met first depends on the block size, so a figure without it cannot be compared with a specification.",
        "20.000 x 4 KiB = 78 MiB/s und 1.200 x 256 KiB = 300 MiB/s: Jeder Lauf ist in sich stimmig. Welche Grenze zuerst erreicht wird, hängt von der Blockgröße ab; ohne sie lässt sich kein Wert mit einer Spezifikation vergleichen.",
      ),
    }),
  },
];
