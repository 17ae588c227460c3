/** Reads uptime, and processes counted by state. */

/** Load over 1, 5 and 15 minutes. */
export function readUptime(line: string): [number, number, number] {
  const found = /^ \d\d:\d\d:\d\d up .+, {2}\d+ users?, {2}load average: ([\d.]+), ([\d.]+), ([\d.]+)$/.exec(line);
  if (!found) throw new Error(`no uptime: ${line}`);
  return [Number(found[1]), Number(found[2]), Number(found[3])];
}

/** `ps -eo state= | sort | uniq -c` */
export function readStates(lines: readonly string[]): Map<string, number> {
  return new Map(
    lines.map((line) => {
      const found = /^ *(\d+) ([DIRSTZ])$/.exec(line);
      if (!found || line.length !== 9) throw new Error(`no count of a state: ${line}`);
      return [found[2] ?? "", Number(found[1])];
    }),
  );
}
