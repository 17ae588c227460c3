/** Clause 2.2, error pattern: "Log messages" and "Clear time information (date, time, time zone)". */
import { type BankItem, log, markEvidence, numeric, words } from "./author-item";

export const logAndTimeItems: readonly BankItem[] = [
  {
    code: "ERR-003",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-log-messages", "2.2-error-description"],
    points: 3,
    difficultyGuess: 65,
    enemyGroup: "journal-evidence",
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
! 2026-03-10T02:04:40+0000 db-02 kernel: Out of memory: Killed process 1044 (mysqld) total-vm:14680064kB, anon-rss:11534336kB, file-rss:0kB, shmem-rss:0kB, UID:113 pgtables:23180kB oom_score_adj:0
! 2026-03-10T02:04:40+0000 db-02 systemd[1]: mysql.service: A process of this unit has been killed by the OOM killer.
! 2026-03-10T02:04:41+0000 db-02 systemd[1]: mysql.service: Main process exited, code=killed, status=9/KILL
~ 2026-03-10T02:04:41+0000 db-02 systemd[1]: mysql.service: Failed with result 'oom-kill'.
  2026-03-10T02:05:10+0000 db-02 systemd[1]: Starting systemd-tmpfiles-clean.service - Cleanup of Temporary Directories...
  2026-03-10T02:06:55+0000 db-02 chronyd[622]: Selected source 192.0.2.123
`,
        ),
      ],
      rationale: words(
        "The kernel ran out of memory, chose mysqld and killed it; systemd says so, and saw the main process end by signal 9. “Failed with result” repeats that and is not counted either way.",
        "Dem Kernel ging der Arbeitsspeicher aus, er wählte mysqld und beendete den Prozess; systemd meldet das und sah den Hauptprozess mit Signal 9 enden. „Failed with result“ wiederholt es nur und wird nicht gewertet.",
      ),
    }),
  },
  {
    code: "ERR-006",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-time-information"],
    points: 2,
    difficultyGuess: 65,
    content: numeric({
      stem: words(
        "A server logs `2026-07-14T23:50:10-04:00 link down`, the monitoring, in UTC, shows the link up again from `2026-07-15 04:02:40` on. How long was the interruption?",
        "Ein Server protokolliert `2026-07-14T23:50:10-04:00 link down`, das Monitoring zeigt in UTC, dass die Verbindung seit `2026-07-15 04:02:40` wieder steht. Wie lange dauerte die Unterbrechung?",
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
    code: "ERR-009",
    pool: "certification",
    section: "error_pattern",
    clauses: ["2.2-log-messages", "2.2-time-information"],
    points: 3,
    difficultyGuess: 60,
    enemyGroup: "journal-evidence",
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
  2026-01-20T07:15:02+0000 nas-01 kernel: EXT4-fs (vdc1): mounted filesystem with ordered data mode. Quota mode: none.
! 2026-01-20T08:15:01+0000 nas-01 kernel: I/O error, dev vdb, sector 8388616 op 0x1:(WRITE) flags 0x800 phys_seg 1 prio class 2
~ 2026-01-20T08:15:01+0000 nas-01 kernel: Aborting journal on device vdb1-8.
! 2026-01-20T08:15:02+0000 nas-01 kernel: EXT4-fs (vdb1): Remounting filesystem read-only
  2026-01-20T09:15:00+0000 nas-01 kernel: EXT4-fs (vdc1): re-mounted. Quota mode: none.
  2026-01-20T09:15:03+0000 nas-01 kernel: perf: interrupt took too long (2522 > 2500), lowering kernel.perf_event_max_sample_rate to 79250
`,
        ),
      ],
      rationale: words(
        "09:15 in Berlin in winter is 08:15 UTC. The write error made ext4 abort its journal and turn the file system read-only. The lines of 09:15 UTC came an hour later and concern other things.",
        "09:15 Uhr in Berlin ist im Winter 08:15 UTC. Nach dem Schreibfehler brach ext4 sein Journal ab und stellte das Dateisystem auf „nur lesen“ um. Die Zeilen von 09:15 UTC kamen eine Stunde später und betreffen anderes.",
      ),
    }),
  },
];
