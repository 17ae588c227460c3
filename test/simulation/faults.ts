import type { Chance } from "./chance";

export const faultKinds = ["kill", "connection", "smtp", "clock"] as const;
export type FaultKind = (typeof faultKinds)[number];

/** What befalls the n-th statement of a step: before it reaches the database, or after it was carried out and before the answer is back. */
export interface StatementFault {
  readonly kind: "kill" | "connection";
  readonly when: "before" | "after";
  /** From 1 on; or the commit, where the answer that is lost is the one that counts. */
  readonly at: number | "commit";
}

const probability = { kill: 0.02, connection: 0.015 };
const atCommit = 0.35;

/** Draws for each step whether something befalls it. */
export class StatementFaults {
  private armed: StatementFault | undefined;
  private count = 0;
  /** What did befall the step, and in which statement. */
  struck: (StatementFault & { readonly statement: string }) | undefined;

  constructor(
    private readonly chance: Chance,
    private readonly kinds: ReadonlySet<FaultKind>,
    /** How much more often than usual: a short run must meet in weeks what a long one meets in years. */
    private readonly often: number,
  ) {}

  /** Begins a step that sends about so many statements. */
  arm(statements: number): void {
    const { chance } = this;
    const [kind, when, place, at] = [chance.number(), chance.number(), chance.number(), chance.between(1, statements)];
    const [kills, losses] = [probability.kill * this.often, probability.connection * this.often];
    const drawn = kind < kills ? "kill" : kind < kills + losses ? "connection" : undefined;
    const fault = { when: when < 0.5 ? "before" : "after", at: place < atCommit ? "commit" : at } as const;
    this.armed = drawn && this.kinds.has(drawn) ? { kind: drawn, ...fault } : undefined;
    this.count = 0;
    this.struck = undefined;
  }

  /** Begins a step that nothing befalls. */
  spare(): void {
    this.armed = undefined;
    this.struck = undefined;
  }

  disarm(): void {
    this.armed = undefined;
  }

  /** To be asked for every statement before it is sent. */
  next(statement: string): StatementFault | undefined {
    this.count += 1;
    const isCommit = /^commit\b/i.test(statement);
    if (!this.armed || (this.armed.at === "commit" ? !isCommit : this.count !== this.armed.at)) return undefined;
    const fault = this.armed;
    this.armed = undefined;
    this.struck = { ...fault, statement: statement.trim().split(/\s+/).slice(0, 3).join(" ") };
    return fault;
  }
}
