/** Practice: what 2.2 asks to measure. */
import { type BankItem, matching, multipleChoice, numeric, singleChoice, toolOutput, words } from "./author-item";

export const practiceMeasuringItems: readonly BankItem[] = [
  {
    code: "STO-102",
    pool: "practice",
    section: "storage",
    clauses: ["2.2-error-description", "2.1"],
    points: 2,
    difficultyGuess: 75,
    content: singleChoice({
      stem: words(
        "A program reports “No space left on device”. What is the cause?",
        "Ein Programm meldet „No space left on device“. Was ist die Ursache?",
      ),
      exhibits: [
        toolOutput(
          "a",
          words("Space", "Platz"),
          "df -h /data",
          `
Filesystem      Size  Used Avail Use% Mounted on
/dev/vdb1       492G  211G  256G  46% /data
`,
        ),
        toolOutput(
          "b",
          words("Inodes", "Inodes"),
          "df -i /data",
          `
Filesystem       Inodes    IUsed IFree IUse% Mounted on
/dev/vdb1      32768000 32768000     0  100% /data
`,
        ),
      ],
      right: words(
        "The file system has run out of inodes: it holds too many files",
        "Dem Dateisystem sind die Inodes ausgegangen: Es enthält zu viele Dateien",
      ),
      wrong: [
        [
          words("The volume is too small: its space is used up", "Das Volume ist zu klein: Sein Platz ist verbraucht"),
          words("More than half of the blocks are free.", "Mehr als die Hälfte der Blöcke ist frei."),
        ],
        [
          words(
            "The file system was turned read-only after an error",
            "Das Dateisystem wurde nach einem Fehler auf „nur lesen“ gestellt",
          ),
          words("The message would be “Read-only file system”.", "Die Meldung hieße „Read-only file system“."),
        ],
        [
          words("The IOPS of the volume are used up", "Die IOPS des Volumes sind ausgeschöpft"),
          words("Makes writing slow, but does not refuse it.", "Macht das Schreiben langsam, lehnt es aber nicht ab."),
        ],
      ],
      rationale: words(
        "46 % of the space but 100 % of the inodes are in use, and every file needs one. The message is the same for both; the cause lies inside the guest (2.1).",
        "46 % des Platzes, aber 100 % der Inodes sind belegt, und jede Datei braucht einen. Die Meldung ist in beiden Fällen dieselbe; die Ursache liegt im Gastsystem (2.1).",
      ),
    }),
  },
  {
    code: "CPU-102",
    pool: "practice",
    section: "compute",
    clauses: ["2.2-compute-load"],
    points: 2,
    difficultyGuess: 80,
    content: singleChoice({
      stem: words(
        "`uptime` answers “load average: 3.80, 9.20, 11.50” on a server with 8 cores. How do you read it?",
        "`uptime` antwortet auf einem Server mit 8 Kernen „load average: 3.80, 9.20, 11.50“. Wie lesen Sie das?",
      ),
      right: words(
        "The load is falling from above the number of cores to below it",
        "Die Load fällt von über der Zahl der Kerne auf darunter",
      ),
      wrong: [
        [
          words(
            "The load is rising from 3.80 to 11.50 and has passed the number of cores",
            "Die Load steigt von 3,80 auf 11,50 und hat die Zahl der Kerne überschritten",
          ),
          words(
            "Reads the three averages in the wrong direction: the newest comes first.",
            "Liest die drei Mittelwerte in der falschen Richtung: Der jüngste steht vorn.",
          ),
        ],
        [
          words("The server uses 3.8 % of its CPU time", "Der Server nutzt 3,8 % seiner CPU-Zeit"),
          words("Load counts tasks, it is no percentage.", "Die Load zählt Tasks und ist kein Prozentwert."),
        ],
        [
          words("Eleven processes are blocked at this moment", "In diesem Moment sind elf Prozesse blockiert"),
          words(
            "The last figure is a mean of 15 minutes, and load counts running tasks as well.",
            "Der letzte Wert ist ein Mittel über 15 Minuten, und die Load zählt auch laufende Tasks.",
          ),
        ],
      ],
      rationale: words(
        "The three figures are averages over the last 1, 5 and 15 minutes, in this order.",
        "Die drei Werte sind Mittel über die letzten 1, 5 und 15 Minuten, in dieser Reihenfolge.",
      ),
    }),
  },
  {
    code: "NET-105",
    pool: "practice",
    section: "network",
    clauses: ["2.2-network-bandwidth", "2.2-network-pps", "2.2-network-latency"],
    points: 3,
    difficultyGuess: 75,
    content: matching({
      stem: words(
        "Match each question about a connection with the measurement that answers it.",
        "Ordnen Sie jeder Frage zu einer Verbindung die Messung zu, die sie beantwortet.",
      ),
      pairs: [
        [
          words("How much does the internal connection carry?", "Wie viel trägt die interne Verbindung?"),
          words("`iperf3` between two servers of the LAN", "`iperf3` zwischen zwei Servern des LANs"),
        ],
        [
          words(
            "Where on the external path do packets get lost?",
            "Wo auf der externen Strecke gehen Pakete verloren?",
          ),
          words("`mtr --report` in both directions", "`mtr --report` in beide Richtungen"),
        ],
        [
          words(
            "How many packets a second does an interface take in?",
            "Wie viele Pakete pro Sekunde nimmt eine Schnittstelle an?",
          ),
          words("`sar -n DEV` on the server", "`sar -n DEV` auf dem Server"),
        ],
        [
          words("How long does a packet take there and back?", "Wie lange braucht ein Paket hin und zurück?"),
          words("`ping` with many probes", "`ping` mit vielen Testpaketen"),
        ],
      ],
      decoys: [words("`ss -ltnp` on the server", "`ss -ltnp` auf dem Server")],
      rationale: words(
        "2.2 asks for bandwidth, packets per second and latency of the internal and the external connection. `ss -ltnp` shows who listens, which measures nothing.",
        "2.2 verlangt Bandbreite, Pakete pro Sekunde und Latenz der internen und der externen Verbindung. `ss -ltnp` zeigt, wer lauscht, und misst nichts.",
      ),
    }),
  },
  {
    code: "STO-105",
    pool: "practice",
    section: "storage",
    clauses: ["2.2-storage-bandwidth", "2.2-storage-iops", "2.2-storage-latency"],
    points: 3,
    difficultyGuess: 65,
    content: multipleChoice({
      stem: words(
        "You measure a volume with fio for a report. Which options make the result worth something? Choose all that apply.",
        "Sie messen ein Volume mit fio für eine Meldung. Welche Optionen machen das Ergebnis aussagekräftig? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words(
          "`--direct=1`, so that the page cache stays out of it",
          "`--direct=1`, damit der Page-Cache außen vor bleibt",
        ),
        words("`--bs` as large as the requests of the application", "`--bs` so groß wie die Anfragen der Anwendung"),
        words(
          "`--runtime` of a minute or more with `--time_based`",
          "`--runtime` von mindestens einer Minute mit `--time_based`",
        ),
      ],
      wrong: [
        [
          words("`--size=64M`, so that it is done quickly", "`--size=64M`, damit es schnell fertig ist"),
          words(
            "So little fits into caches on the way and tells nothing of the volume.",
            "So wenig passt in Caches auf dem Weg und sagt nichts über das Volume.",
          ),
        ],
        [
          words(
            "`--filename` of a volume in use, with `--rw=randwrite`",
            "`--filename` eines genutzten Volumes mit `--rw=randwrite`",
          ),
          words("Overwrites the data of the customer.", "Überschreibt die Daten des Kunden."),
        ],
      ],
      rationale: words(
        "The measurement has to show the volume, not the memory, with requests like those of the application and long enough to show swings. Write tests go to a file or volume of their own.",
        "Die Messung muss das Volume zeigen, nicht den Arbeitsspeicher, mit Anfragen wie denen der Anwendung und lange genug, um Schwankungen zu zeigen. Schreibtests gehören in eine eigene Datei oder auf ein eigenes Volume.",
      ),
    }),
  },
  {
    code: "CPU-105",
    pool: "practice",
    section: "compute",
    clauses: ["2.2-compute-steal"],
    points: 2,
    difficultyGuess: 65,
    content: numeric({
      stem: words(
        "A server with 4 vCPUs shows 30 % steal on average over one minute. How much CPU time did it wait for in that minute, all vCPUs together?",
        "Ein Server mit 4 vCPUs zeigt über eine Minute im Mittel 30 % Steal. Auf wie viel CPU-Zeit hat er in dieser Minute gewartet, alle vCPUs zusammen?",
      ),
      answers: [{ unit: "s", value: 72, tolerance: 0.5 }],
      rationale: words(
        "4 vCPUs x 60 s = 240 s of CPU time in a minute; 30 % of it are 72 s. Steal is a share of the CPU time of all vCPUs, not of one of them.",
        "4 vCPUs x 60 s = 240 s CPU-Zeit in einer Minute; 30 % davon sind 72 s. Steal ist ein Anteil der CPU-Zeit aller vCPUs, nicht einer einzelnen.",
      ),
    }),
  },
];
