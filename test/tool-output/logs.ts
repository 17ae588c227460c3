/** Reads lines of journals and of classic syslog, and the clock of a host. */

export interface LogLine {
  readonly host: string;
  readonly unit: string;
  readonly text: string;
}

const matched = (line: string, pattern: RegExp): RegExpExecArray => {
  const found = pattern.exec(line);
  if (!found) throw new Error(`not as expected: ${line}`);
  return found;
};

/** `journalctl -o short-iso`: date, time and offset say the instant. */
export function readJournal(line: string): LogLine & { readonly at: number; readonly wall: string } {
  const [, day, wall = "", hours, minutes, host = "", unit = "", text = ""] = matched(
    line,
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)([+-]\d\d)(\d\d) (\S+) ([^\s:]+(?:\[\d+\])?): +(.+)$/,
  );
  return { at: Date.parse(`${day}T${wall}${hours}:${minutes}`), wall, host, unit, text };
}

/** Classic syslog: neither year nor zone. */
export function readSyslog(
  line: string,
): LogLine & { readonly month: string; readonly date: number; readonly wall: string } {
  const [, month = "", date, wall = "", host = "", unit = "", text = ""] = matched(
    line,
    /^([A-Z][a-z]{2}) ([ \d]\d) (\d\d:\d\d:\d\d) (\S+) ([^\s:]+(?:\[\d+\])?): +(.+)$/,
  );
  return { month, date: Number(date), wall, host, unit, text };
}

export interface HostClock {
  readonly local: string;
  readonly universal: string;
  readonly zone: string;
  /** `+02:00`. */
  readonly offset: string;
}

/** `timedatectl` */
export function readClock(lines: readonly string[]): HostClock {
  const values = new Map(lines.map((line) => line.trim().split(/: (.*)/, 2) as [string, string]));
  const [, zone = "", hours, minutes] = matched(values.get("Time zone") ?? "", /^(\S+) \(\w+, ([+-]\d\d)(\d\d)\)$/);
  const stamp = (name: string) =>
    matched(values.get(name) ?? "", /^\w{3} (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) \w+$/)[1] ?? "";
  return { local: stamp("Local time"), universal: stamp("Universal time"), zone, offset: `${hours}:${minutes}` };
}
