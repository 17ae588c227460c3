import { type DayNumber, dayText } from "../reference/days";
import type { Span } from "../reference/facts";
import type { Simulation } from "../simulation";
import { selectFactLines } from "./fact-queries";

const range = ({ from, to }: Span): string => `[${dayText(from)},${to === null ? "" : dayText(to)})`;
const bool = (value: boolean): string => (value ? "t" : "f");

/** Every acknowledged write is there as it was acknowledged, nothing else is, and no chain has a gap or an overlap. */
export async function checkFacts(simulation: Simulation): Promise<void> {
  const must = new Set(linesOf(simulation));
  const is = new Set(await selectFactLines(simulation.database.db));
  const tell = (invariant: string, line: string) =>
    simulation.violated(
      invariant,
      line,
      line.split(" ").filter((word) => word.length === 36),
    );
  for (const line of must) if (!is.has(line)) tell("acknowledged_but_not_there", line);
  for (const line of is) if (!must.has(line)) tell("there_but_not_acknowledged", line);
  checkChains(simulation);
}

function linesOf({ reference }: Simulation): string[] {
  const lines: string[] = [];
  for (const { memberships } of reference.people.values()) {
    for (const one of memberships)
      lines.push(`member ${one.personId} ${one.organisationId} ${bool(one.administrator)} ${range(one)}`);
  }
  for (const { id, levels, optIns } of reference.organisations.values()) {
    for (const span of levels) lines.push(`level ${id} ${span.level} ${range(span)}`);
    for (const span of optIns) lines.push(`opted in ${id} ${range(span)}`);
  }
  for (const { id, personId, attemptId, start, end, suspensions, revokedFrom } of reference.certificates.values()) {
    lines.push(`certificate ${id} ${personId} ${attemptId} ${range({ from: start, to: end })}`);
    for (const span of suspensions) lines.push(`suspended ${id} ${range(span)}`);
    if (revokedFrom !== null) lines.push(`revoked ${id} ${dayText(revokedFrom)}`);
  }
  for (const { id, personId, organisationId, passed } of reference.attempts.values()) {
    lines.push(`attempt ${id} ${personId} ${organisationId} ${passed ?? "open"}`);
  }
  return lines;
}

/** From term to term without a day between, and always a whole number of years from the anchor. */
function checkChains(simulation: Simulation): void {
  const { certificates } = simulation.reference;
  for (const { id, previousId, start, term, anchor } of certificates.values()) {
    const before = previousId === null ? undefined : certificates.get(previousId);
    const joins = before
      ? before.end === start && before.term + 1 === term && before.anchor === anchor
      : term === 1 && anchor === start;
    if (!joins)
      simulation.violated(
        "chain_broken",
        `${id} begins on ${day(start)} after ${before ? day(before.end) : "nothing"}`,
        [id],
      );
  }
}

const day = (number: DayNumber): string => dayText(number);
