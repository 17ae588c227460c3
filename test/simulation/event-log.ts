import { createHash } from "node:crypto";

/** Everything that happened in a run, as a digest: the same seed must give the same one. Keeps the last lines, for reading a violation. */
export class EventLog {
  private readonly hash = createHash("sha256");
  private readonly last: string[] = [];
  events = 0;

  constructor(private readonly print?: (line: string) => void) {}

  write(line: string): void {
    this.events += 1;
    this.hash.update(`${line}\n`);
    this.last.push(line);
    if (this.last.length > 400) this.last.splice(0, 200);
    this.print?.(line);
  }

  /** The latest lines that name any of the ids; the very latest without ids. */
  tail(count: number, ids: readonly string[] = []): string[] {
    const lines = ids.length === 0 ? this.last : this.last.filter((line) => ids.some((id) => line.includes(id)));
    return lines.slice(-count);
  }

  digest(): string {
    return this.hash.copy().digest("hex");
  }
}
