/** Reads ping, mtr and iperf3. */

const matched = (line: string | undefined, pattern: RegExp): RegExpExecArray => {
  const found = pattern.exec(line ?? "");
  if (!found) throw new Error(`not as expected: ${line}`);
  return found;
};

export interface PingSummary {
  readonly sent: number;
  readonly received: number;
  readonly lostPercent: number;
}

export function readPing(lines: readonly string[]): PingSummary {
  const summary = lines.find((line) => line.includes("packets transmitted"));
  const [, sent, received, lost] = matched(
    summary,
    /^(\d+) packets transmitted, (\d+) received, ([\d.]+)% packet loss, time \d+ms$/,
  );
  return { sent: Number(sent), received: Number(received), lostPercent: Number(lost) };
}

export interface Hop {
  readonly hop: number;
  readonly address: string;
  readonly lossPercent: number;
  readonly sent: number;
  readonly last: number;
  readonly average: number;
  readonly best: number;
  readonly worst: number;
  readonly deviation: number;
}

/** `mtr --report-wide`: the columns stand where it sets them for the longest name. */
export function readMtr(lines: readonly string[]): Hop[] {
  const [start, header = "", ...rows] = lines;
  matched(start, /^Start: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}$/);
  const [, host = ""] = matched(header, /^HOST: (\S+)\s+Loss% {3}Snt {3}Last {3}Avg {2}Best {2}Wrst StDev$/);
  const width = header.indexOf("Loss%") - "HOST: ".length;
  return rows.map((line) => {
    const [, hop, address = "", loss, sent, last, average, best, worst, deviation] = matched(
      line,
      /^ {0,2}(\d+)\.\|-- (\S+)\s+([\d.]+)%\s+(\d+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)$/,
    );
    if (line.indexOf("%") !== "  1.|-- ".length + width + "Loss".length) throw new Error(`out of its column: ${line}`);
    if (Math.max(address.length, host.length) >= width) throw new Error(`wider than the report: ${line}`);
    const numbers = { hop, sent, last, average, best, worst, deviation, lossPercent: loss };
    return {
      address,
      ...Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)])),
    } as Hop;
  });
}

export interface DatagramSummary {
  readonly side: string;
  readonly seconds: number;
  readonly mebibytes: number;
  readonly megabits: number;
  readonly lost: number;
  readonly total: number;
  readonly lostPercent: number;
}

/** The summary of `iperf3 -u`: sender and receiver. */
export function readDatagrams(lines: readonly string[]): DatagramSummary[] {
  const pattern =
    /^\[ {2}5\] {3}0\.00-([\d.]+) {1,4}sec {2} ?([\d.]+) ([MG])Bytes {2} ?([\d.]+) Mbits\/sec {2}[\d.]+ ms {2}(\d+)\/(\d+) \(([\d.]+)%\) {2}(sender|receiver)$/;
  return lines
    .filter((line) => /sender|receiver/.test(line))
    .map((line) => {
      const [, seconds, transfer, unit, megabits, lost, total, lostPercent, side = ""] = matched(line, pattern);
      const mebibytes = Number(transfer) * (unit === "G" ? 1024 : 1);
      const numbers = { seconds, mebibytes, megabits, lost, total, lostPercent };
      return {
        side,
        ...Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, Number(text)])),
      } as DatagramSummary;
    });
}
