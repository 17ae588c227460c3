import { expect, test } from "vitest";
import { forSeeds, keyText, seedsTried, textsOf } from "#test/generated-items/seeds";
import { readClock, readJournal, readSyslog } from "#test/tool-output/logs";

const zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"];

/** The offset that the zone really has on this instant. */
const trueOffset = (zone: string, at: number): string | undefined =>
  new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;

test("log_order: sorting the lines by their instants, with the zone that timedatectl names, gives the key; sorting by the clocks does not", () => {
  let misleading = 0;
  forSeeds("log_order", { zones }, (item) => {
    if (item.kind !== "ordering") throw new Error(item.kind);
    const [app = [], db = [], clockLines = []] = textsOf(item);
    const clock = readClock(clockLines);
    const day = clock.local.slice(0, 10);
    const events = [
      ...app.map(readJournal),
      ...db.map((line) => {
        const read = readSyslog(line);
        return { ...read, at: Date.parse(`${day}T${read.wall}${clock.offset}`) };
      }),
    ];
    const texts = (sorted: typeof events) => sorted.map(({ host, text }) => `${host}: ${text}`.replace(/\s+/g, " "));
    const inOrder = texts(events.toSorted((a, b) => a.at - b.at));
    const keyed = item.key.entryIds.map((id) => item.entries.find((entry) => entry.id === id)?.text as string);
    expect(inOrder).toEqual(keyed.map((text) => text.replace(/\s+/g, " ")));
    expect(trueOffset(clock.zone, events[0]?.at ?? 0)).toBe(`GMT${clock.offset}`);
    if (texts(events.toSorted((a, b) => (a.wall < b.wall ? -1 : 1))).join() !== inOrder.join()) misleading++;
  });
  expect(misleading).toBeGreaterThan(seedsTried / 2);
});

test("utc_time: the key is the instant of the line by the zone that timedatectl names, whose offset is the true one", () => {
  forSeeds("utc_time", { zones }, (item) => {
    const [[line = ""] = [], clockLines = []] = textsOf(item);
    const clock = readClock(clockLines);
    const at = Date.parse(`${clock.local.slice(0, 10)}T${readSyslog(line).wall}${clock.offset}`);
    expect(keyText(item)).toBe(`${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`);
    expect(trueOffset(clock.zone, at)).toBe(`GMT${clock.offset}`);
    expect(Date.parse(`${clock.universal.replace(" ", "T")}Z`)).toBeGreaterThan(at);
    expect(Date.parse(`${clock.local.replace(" ", "T")}${clock.offset}`)).toBe(
      Date.parse(`${clock.universal.replace(" ", "T")}Z`),
    );
  });
});

test("journal_evidence: a journal in order of time in which several lines prove something and most do not", () => {
  forSeeds("journal_evidence", { stories: ["out_of_memory", "read_only", "table_full", "link_down"] }, (item) => {
    if (item.kind !== "mark_evidence") throw new Error(item.kind);
    const lines = (textsOf(item)[0] ?? []).map(readJournal);
    expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(new Set(lines.map(({ host }) => host)).size).toBe(1);
    expect(item.key.lineIds.length).toBeGreaterThanOrEqual(2);
    const story = item.key.lineIds.length + item.key.neutralLineIds.length;
    expect(story).toBeGreaterThanOrEqual(4);
    expect(lines).toHaveLength(story + 5);
  });
});

test("journal_evidence: what follows from one cause follows within seconds, and routine runs when it really runs", () => {
  let interrupted = 0;
  forSeeds("journal_evidence", { stories: ["out_of_memory", "read_only", "table_full", "link_down"] }, (item) => {
    if (item.kind !== "mark_evidence" || item.exhibits[0]?.kind !== "log") throw new Error(item.kind);
    const { proves, repeats } = { proves: item.key.lineIds, repeats: item.key.neutralLineIds };
    const lines = item.exhibits[0].lines.map(({ id, text }) => ({ id, ...readJournal(text) }));
    const at = (ids: readonly string[]) => lines.filter(({ id }) => ids.includes(id)).map((line) => line.at);
    const proof = at(proves);
    // Two seconds of software, or the five in which the kernel holds its tongue; stamps are cut to the second.
    expect((proof.at(-1) ?? 0) - (proof[0] ?? 0)).toBeLessThanOrEqual(9_000);
    const story = at([...proves, ...repeats]);
    expect((story.at(-1) ?? 0) - (story[0] ?? 0)).toBeLessThanOrEqual(14_000);
    const instant = (pattern: RegExp) => lines.find(({ text }) => pattern.test(text))?.at;
    const hourly = instant(/cron\.hourly/);
    if (hourly !== undefined) expect(new Date(hourly).toISOString().slice(14, 19)).toBe("17:01");
    const [login, session] = [instant(/Accepted publickey/), instant(/Started session/)];
    if (login !== undefined) expect((session ?? 0) - login).toBeLessThanOrEqual(1000);
    const places = lines.flatMap(({ id }, index) => ([...proves, ...repeats].includes(id) ? [index] : []));
    if ((places.at(-1) ?? 0) - (places[0] ?? 0) > 3) interrupted++;
  });
  // The proof must not be told by standing together.
  expect(interrupted).toBeGreaterThan(seedsTried / 2);
});

test("incident_ticket: the figures of the measurement fit, the log line carries the time of the fault, every clause is asked for", () => {
  forSeeds("incident_ticket", { symptoms: ["storage", "network", "compute"] }, (item) => {
    if (item.kind !== "incident_report") throw new Error(item.kind);
    const texts = item.evidence.map(({ text }) => (typeof text === "string" ? text : text.en));
    const piece = (pattern: RegExp) => texts.map((text) => pattern.exec(text)).find((found) => found !== null) ?? [];
    const [, iops, mebibytes, milliseconds] = piece(/: (\d+) IOPS, ([\d.]+) MiB\/s, mean latency ([\d.]+) ms/);
    if (iops) {
      expect(Math.abs(Number(mebibytes) - (Number(iops) * 16) / 1024)).toBeLessThan(0.0051);
      expect(Math.abs(Number(milliseconds) - 1000 / Number(iops))).toBeLessThan(0.051);
    }
    const [, lost, percent] = piece(/1,000 probes in each direction: (\d+) without answer \(([\d.]+) %\)/);
    if (lost) expect(Number(percent)).toBe(Number(lost) / 10);
    const [, ...shares] = piece(/user (\d+) %, system (\d+) %, iowait (\d+) %, steal (\d+) %, idle (\d+) %/);
    if (shares.length > 0) expect(shares.reduce((sum, share) => sum + Number(share), 0)).toBe(100);
    const [, began = ""] = piece(/^Since (\S+ \S+) UTC/);
    const logged = texts.find((text) => /^\d{4}-\d\d-\d\dT/.test(text)) ?? "";
    const late = readJournal(logged).at - Date.parse(`${began.replace(" ", "T")}Z`);
    expect(late >= 0 && late <= 180_000).toBe(true);
    expect(new Set(item.key.requirements.map(({ clause }) => clause)).size).toBeGreaterThanOrEqual(9);
    expect(new Set(item.key.requirements.map(({ fieldId }) => fieldId))).toEqual(
      new Set(item.fields.map(({ id }) => id)),
    );
  });
});
