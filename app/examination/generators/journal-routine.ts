/** What goes on in any journal, at the times at which it really does. */
import type { SeededChoice } from "../seeded-choice";

interface RoutineLine {
  readonly text: string;
  readonly at: number;
}

/** When it happened that the others stand beside. */
interface Happening {
  /** The full hour before it. */
  readonly hour: number;
  readonly began: number;
  readonly ended: number;
}

const minute = 60_000;
/** Debian's /etc/crontab. */
const hourlyRun = 17 * minute + 1000;

/** Five lines that have nothing to do with what happened: one or two by chance in the midst of it, the others minutes away. */
export function besideLines(choice: SeededChoice, { hour, began, ended }: Happening): RoutineLine[] {
  const away = () => choice.pick([-1, 1]) * choice.integer(20_000, 9 * minute);
  const [within = "", second = "", third = ""] = choice.shuffle(moments(choice));
  const cron = `CRON[${choice.integer(3000, 9000)}]: (root) CMD (cd / && run-parts --report /etc/cron.hourly)`;
  const [first, last, pause] = choice.pick(pairs(choice));
  const pairAt = began + away();
  return [
    { text: within, at: choice.integer(began, ended) },
    { text: second, at: choice.pick([choice.integer(began, ended), began + away()]) },
    choice.pick([
      { text: cron, at: hour + hourlyRun },
      { text: third, at: began + away() },
    ]),
    { text: first, at: pairAt },
    { text: last, at: pairAt + choice.integer(...pause) },
  ];
}

const moments = (choice: SeededChoice): string[] => [
  `sshd[${choice.integer(3000, 9000)}]: Connection closed by 203.0.113.${choice.integer(2, 250)} port ${choice.integer(30000, 60000)} [preauth]`,
  `chronyd[511]: Selected source 192.0.2.${choice.integer(2, 250)}`,
  `systemd-logind[480]: Removed session ${choice.integer(20, 40)}.`,
];

/** Lines of which the second follows from the first, and how many milliseconds later. */
const pairs = (choice: SeededChoice): [string, string, [number, number]][] => [
  [
    `sshd[${choice.integer(3000, 9000)}]: Accepted publickey for ops from 10.7.12.5 port ${choice.integer(30000, 60000)} ssh2`,
    "systemd[1]: Started session-41.scope - Session 41 of User ops.",
    [30, 300],
  ],
  [
    "systemd[1]: Starting apt-daily.service - Daily apt download activities...",
    "systemd[1]: Finished apt-daily.service - Daily apt download activities.",
    [2000, 15_000],
  ],
  [
    "systemd[1]: Starting systemd-tmpfiles-clean.service - Cleanup of Temporary Directories...",
    "systemd[1]: Finished systemd-tmpfiles-clean.service - Cleanup of Temporary Directories.",
    [20, 400],
  ],
];
