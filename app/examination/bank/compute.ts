/** Clause 2.2: "Compute (Stealtime, load, cpu/iowait)". */
import {
  type BankItem,
  markEvidence,
  matching,
  multipleChoice,
  numeric,
  singleChoice,
  toolOutput,
  words,
} from "./author-item";

export const computeItems: readonly BankItem[] = [
  {
    code: "CPU-003",
    pool: "certification",
    section: "compute",
    clauses: ["2.2-compute-load", "2.2-compute-iowait"],
    points: 2,
    difficultyGuess: 70,
    enemyGroup: "load",
    content: singleChoice({
      stem: words(
        "A server with 4 cores shows a load average of 24, while its CPUs are 85 % idle and iowait is 13 %. What explains the load on Linux?",
        "Ein Server mit 4 Kernen zeigt eine Load Average von 24, während seine CPUs zu 85 % untätig sind und iowait 13 % beträgt. Was erklärt die Load unter Linux?",
      ),
      right: words(
        "Load also counts processes that wait uninterruptibly, here for storage",
        "Die Load zählt auch Prozesse in nicht unterbrechbarem Warten, hier auf Storage",
      ),
      wrong: [
        words(
          "Load is CPU use in per cent divided by the number of cores",
          "Die Load ist die CPU-Nutzung in Prozent, geteilt durch die Zahl der Kerne",
        ),
        words(
          "The hypervisor takes CPU time away, and the time that is missing is counted as load",
          "Der Hypervisor entzieht CPU-Zeit, und die fehlende Zeit wird als Load mitgezählt",
        ),
        words(
          "Load counts sessions: 24 users are logged on to the server",
          "Die Load zählt Sitzungen: 24 Benutzer sind am Server angemeldet",
        ),
      ],
      rationale: words(
        "Linux counts runnable tasks and tasks in state D. A high load with idle CPUs points at waiting, `ps` with state D and the storage figures say for what. Time taken by the hypervisor would show as steal. Load is neither a percentage nor a count of sessions.",
        "Linux zählt lauffähige Tasks und Tasks im Zustand D. Hohe Load bei untätigen CPUs deutet auf Warten; `ps` mit Zustand D und die Storage-Werte sagen, worauf. Vom Hypervisor entzogene Zeit würde als Steal erscheinen. Die Load ist weder ein Prozentwert noch eine Zahl von Sitzungen.",
      ),
    }),
  },
  {
    code: "CPU-004",
    pool: "certification",
    section: "compute",
    clauses: ["2.2-compute-load"],
    points: 3,
    difficultyGuess: 60,
    enemyGroup: "load",
    content: markEvidence({
      stem: words(
        "The load of `app-02` is high although its CPUs are mostly idle. Mark the lines of the processes that raise the load without using a CPU.",
        "Die Load von `app-02` ist hoch, obwohl die CPUs meist untätig sind. Markieren Sie die Zeilen der Prozesse, die die Load erhöhen, ohne eine CPU zu nutzen.",
      ),
      exhibits: [
        toolOutput(
          "a",
          words("Processes of app-02", "Prozesse von app-02"),
          "ps -eo pid,stat,pcpu,wchan:20,comm",
          `
      PID STAT %CPU WCHAN                COMMAND
        1 Ss    0.0 ep_poll              systemd
!     733 D     0.1 rpc_wait_bit_killabl backup
!     734 D     0.0 rpc_wait_bit_killabl backup
     1402 R     2.1 -                    node
     1410 S     0.4 ep_poll              nginx
!    1877 D     0.0 rpc_wait_bit_killabl du
     1901 T     0.0 do_signal_stop       vim
`,
        ),
      ],
      rationale: words(
        "State D is uninterruptible sleep and counts towards the load; all three wait for answers of a network file system. S sleeps, T is stopped: neither counts. R counts, but uses a CPU.",
        "Zustand D ist nicht unterbrechbarer Schlaf und zählt zur Load; alle drei warten auf Antworten eines Netzwerkdateisystems. S schläft, T ist angehalten: Beide zählen nicht. R zählt, nutzt aber eine CPU.",
      ),
    }),
  },
  {
    code: "CPU-005",
    pool: "certification",
    section: "compute",
    clauses: ["2.2-compute-steal", "2.2-always-report"],
    points: 3,
    difficultyGuess: 65,
    content: multipleChoice({
      stem: words(
        "Monitoring shows 20 to 30 % steal time on a vCPU server every evening. What do you do? Choose all that apply.",
        "Das Monitoring zeigt auf einem vCPU-Server jeden Abend 20 bis 30 % Steal Time. Was tun Sie? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words(
          "Measure during the event, for example with mpstat, and keep the output with its times",
          "Während des Ereignisses messen, etwa mit mpstat, und die Ausgabe mit Zeitangaben aufheben",
        ),
        words(
          "Report it to 24/7 IONOS Cloud Support with the UUID of the server",
          "Es mit der UUID des Servers an den 24/7 IONOS Cloud Support melden",
        ),
        words(
          "Attach the extract from monitoring over several days with its time zone",
          "Den Monitoring-Auszug über mehrere Tage mit Zeitzone beifügen",
        ),
      ],
      wrong: [
        words(
          "Wait for the monthly review, as steal is no malfunction",
          "Die monatliche Durchsicht abwarten, da Steal keine Störung ist",
        ),
        words(
          "Ask support to log on to the server while it happens and to end the process that causes the steal",
          "Den Support bitten, sich währenddessen am Server anzumelden und den verursachenden Prozess zu beenden",
        ),
        words(
          "Lower the priority of the application with `nice`, which removes steal",
          "Die Priorität der Anwendung mit `nice` senken, was Steal beseitigt",
        ),
      ],
      rationale: words(
        "Performance limitations must always be reported (2.2). Steal arises outside the guest: nothing inside ends it, `nice` only decides between the guest's own processes, and support has no authorisation to log on (1.3, 2.6).",
        "Leistungseinschränkungen müssen immer gemeldet werden (2.2). Steal entsteht außerhalb des Gastsystems: Von innen lässt er sich nicht abstellen, `nice` regelt nur den Vorrang unter den eigenen Prozessen, und der Support darf sich nicht anmelden (1.3, 2.6).",
      ),
    }),
  },
  {
    code: "CPU-006",
    pool: "certification",
    section: "compute",
    clauses: ["2.2-compute-load", "2.2-compute-iowait", "2.2-compute-steal"],
    points: 3,
    difficultyGuess: 75,
    content: matching({
      stem: words(
        "Match each finding on a Linux server with the next step.",
        "Ordnen Sie jedem Befund auf einem Linux-Server den nächsten Schritt zu.",
      ),
      pairs: [
        [
          words("High `st`, the rest low", "Hohes `st`, der Rest niedrig"),
          words(
            "Note the times and report: the cause lies outside the guest",
            "Zeiten notieren und melden: Die Ursache liegt außerhalb des Gastsystems",
          ),
        ],
        [
          words("High `wa`, many processes in state D", "Hohes `wa`, viele Prozesse im Zustand D"),
          words("Measure the latency of the volumes", "Latenz der Volumes messen"),
        ],
        [
          words("High `us`, load near the number of cores", "Hohes `us`, Load nahe der Zahl der Kerne"),
          words("Find the process with top or pidstat", "Mit top oder pidstat den Prozess finden"),
        ],
        [
          words("High `si` and `so` of vmstat", "Hohes `si` und `so` in vmstat"),
          words("Check memory: the server is swapping", "Arbeitsspeicher prüfen: Der Server swappt"),
        ],
      ],
      rationale: words(
        "st is time the hypervisor gave to others, wa time idle with requests outstanding, us time of applications; si and so are memory swapped in and out.",
        "st ist Zeit, die der Hypervisor anderen gab, wa untätige Zeit mit offenen Anfragen, us Zeit der Anwendungen; si und so sind ein- und ausgelagerter Arbeitsspeicher (Swap).",
      ),
    }),
  },
  {
    code: "CPU-007",
    pool: "certification",
    section: "compute",
    clauses: ["2.2-compute-steal"],
    points: 3,
    difficultyGuess: 65,
    content: numeric({
      stem: words(
        "Over 60 seconds the counters of `/proc/stat` for all 4 CPUs of a server grew as shown (in hundredths of a second; guest time is zero). How high was steal time, as a share of all CPU time?",
        "In 60 Sekunden sind die Zähler in `/proc/stat` für alle 4 CPUs eines Servers wie gezeigt gewachsen (in Hundertstelsekunden; Guest-Zeit ist null). Wie hoch war die Steal Time als Anteil an der gesamten CPU-Zeit?",
      ),
      exhibits: [
        {
          kind: "table",
          title: words("Growth in 60 seconds", "Zuwachs in 60 Sekunden"),
          columns: ["user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal"],
          rows: [["7200", "0", "1440", "9360", "240", "0", "120", "5640"]],
        },
      ],
      answers: [{ unit: "%", value: 23.5, tolerance: 0.2 }],
      rationale: words(
        "The sum is 24,000 (4 CPUs x 60 s x 100); 5,640 / 24,000 = 23.5 %. Idle time belongs to the sum.",
        "Die Summe beträgt 24.000 (4 CPUs x 60 s x 100); 5.640 / 24.000 = 23,5 %. Die untätige Zeit gehört zur Summe.",
      ),
    }),
  },
  {
    code: "CPU-008",
    pool: "certification",
    section: "compute",
    clauses: ["2.2-compute-load"],
    points: 2,
    difficultyGuess: 70,
    content: multipleChoice({
      stem: words(
        "A customer reports “load 6” on a server. Which further details does support need to judge it? Choose all that apply.",
        "Ein Kunde meldet „Load 6“ auf einem Server. Welche weiteren Angaben braucht der Support, um das zu beurteilen? Wählen Sie alle zutreffenden.",
      ),
      right: [
        words(
          "The number of cores, and whether they are vCPUs or dedicated cores",
          "Die Zahl der Kerne und ob es vCPUs oder Dedicated Cores sind",
        ),
        words(
          "How CPU time is split at that moment: user, system, iowait, steal",
          "Wie sich die CPU-Zeit in dem Moment aufteilt: User, System, iowait, Steal",
        ),
        words(
          "All three averages with date, time and time zone",
          "Alle drei Mittelwerte mit Datum, Uhrzeit und Zeitzone",
        ),
        words("What the load usually is at this time", "Wie hoch die Load zu dieser Zeit üblicherweise ist"),
      ],
      wrong: [
        words(
          "How many processes exist on the server, including all those that are asleep",
          "Wie viele Prozesse es auf dem Server gibt, einschließlich aller schlafenden Prozesse",
        ),
        words("The mean of the three averages as one figure", "Das Mittel der drei Mittelwerte als eine Zahl"),
      ],
      rationale: words(
        "A load of 6 is little for 16 cores and a queue on 2. Load says how many tasks run or wait, the split of CPU time says for what, and the comparison says whether it is unusual. Sleeping processes do not count towards the load, and a mean of the three averages hides whether it rises or falls.",
        "Eine Load von 6 ist für 16 Kerne wenig, auf 2 Kernen bedeutet sie Stau. Die Load sagt, wie viele Tasks laufen oder warten, die Aufteilung der CPU-Zeit, worauf, und der Vergleich, ob das ungewöhnlich ist. Schlafende Prozesse zählen nicht zur Load, und ein Mittel der drei Werte verbirgt, ob sie steigt oder fällt.",
      ),
    }),
  },
];
