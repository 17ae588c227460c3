import { Rejection } from "~/kernel/rejection";
import type { Database } from "~/platform/database/handle";
import type { Portal } from "~/platform/portal";
import { type Chance, chanceFrom } from "./chance";
import { type AuditRow, AuditTrail } from "./checks/audit-trail";
import { type ExpectedNotice, Ledger } from "./checks/ledger";
import { Mails } from "./checks/mails";
import { EventLog } from "./event-log";
import { type FaultKind, StatementFaults } from "./faults";
import { type Goal, GoalCounter } from "./goals";
import { type Instance, startInstance } from "./instance";
import { MailServer } from "./mail-server";
import { dueForOrganisation } from "./reference/due";
import type { Reference } from "./reference/model";
import { VirtualClock } from "./virtual-clock";

export interface Violation {
  /** What does not hold. */
  readonly invariant: string;
  /** By the virtual clock, in UTC. */
  readonly at: string;
  readonly detail: string;
  /** The last events that name the same subjects. */
  readonly trail: readonly string[];
}

/** Something that somebody does in the portal, in one workflow. */
export interface Act<T> {
  readonly name: string;
  readonly subjects: readonly string[];
  run(portal: Portal, now: Date): Promise<T>;
  /** The audit event by which one recognises that it happened, when the answer was never heard. */
  readonly event: { readonly action: string; readonly subjectId?: string };
  /** Organisations whose count it may change: what is due of them must be told with it. */
  readonly counts?: readonly string[];
  /** Tells the reference that it happened; which notices must have come with it. */
  apply(now: Date, events: readonly AuditRow[]): Promise<readonly ExpectedNotice[]> | readonly ExpectedNotice[];
}

type Answer<T> = { readonly value: T } | { readonly rejection: Rejection } | { readonly lost: true };

export type ActOutcome<T> =
  | { readonly outcome: "done"; readonly value: T | undefined; readonly now: Date }
  | { readonly outcome: "refused"; readonly rejection: Rejection; readonly now: Date };

export interface SimulationParts {
  readonly database: Database;
  readonly seed: string;
  readonly faults: ReadonlySet<FaultKind>;
  readonly reference: Reference;
  readonly instances: number;
  /** How much more often than usual faults come. */
  readonly faultsOften: number;
  readonly print?: ((line: string) => void) | undefined;
  /** Ends the run at the first violation. */
  readonly stopAtFirst: boolean;
}

/** Thrown to end a run that has seen enough. */
export class Stopped extends Error {}

const restartMinutes = 3;

/** The simulated world's middle: clock, instances and faults, and what everything that happens is checked by. */
export class Simulation {
  readonly clock = new VirtualClock();
  readonly log: EventLog;
  readonly goals = new GoalCounter();
  readonly violations: Violation[] = [];
  readonly reference: Reference;
  readonly database: Database;
  readonly mailServer: MailServer;
  readonly faults: StatementFaults;
  readonly ledger: Ledger;
  readonly audit: AuditTrail;
  readonly mails: Mails;
  readonly instances: Instance[] = [];
  readonly struck = { kill: 0, connection: 0 };
  private starts = 0;
  private turn = 0;

  constructor(private readonly parts: SimulationParts) {
    this.log = new EventLog(parts.print);
    this.reference = parts.reference;
    this.database = parts.database;
    this.mailServer = new MailServer(this.clock, this.chance("mail server"));
    this.mailServer.faulty = parts.faults.has("smtp");
    this.faults = new StatementFaults(this.chance("statements"), parts.faults, parts.faultsOften);
    this.ledger = new Ledger(this);
    this.audit = new AuditTrail(this);
    this.mails = new Mails(this);
  }

  /** A source of chance of its own for each purpose, so that one drawing more does not shift the others. */
  chance(purpose: string): Chance {
    return chanceFrom(`${this.parts.seed}/${purpose}`);
  }

  allows(kind: FaultKind): boolean {
    return this.parts.faults.has(kind);
  }

  async start(): Promise<void> {
    for (let index = 0; index < this.parts.instances; index += 1) this.instances.push(await this.newInstance());
  }

  private newInstance(): Promise<Instance> {
    this.starts += 1;
    const { database, clock, mailServer } = this;
    const { seed } = this.parts;
    const nextFault = (statement: string) => this.faults.next(statement);
    return startInstance(`instance ${this.starts}`, { database, clock, mailServer, seed, nextFault });
  }

  /** Whoever was killed is started again. */
  async restartTheDead(): Promise<void> {
    for (const [index, instance] of this.instances.entries()) {
      if (!instance.pool.dead) continue;
      this.clock.pass(restartMinutes * 60_000);
      this.instances[index] = await this.newInstance();
    }
  }

  /** The instance whose turn it is to answer people. */
  nextInstance(): Instance {
    this.turn += 1;
    const instance = this.instances[this.turn % this.instances.length];
    if (!instance) throw new Error("no instance has been started");
    return instance;
  }

  reached(goal: Goal, times?: number): void {
    this.goals.reached(goal, times);
  }

  violated(invariant: string, detail: string, subjects: readonly string[] = []): void {
    this.log.write(`VIOLATION ${invariant}: ${detail}`);
    const trail = this.log.tail(12, subjects);
    this.violations.push({ invariant, at: this.clock.now().toISOString(), detail, trail });
    if (this.parts.stopAtFirst || this.violations.length >= 100) throw new Stopped();
  }

  /**
   * Does something in the portal as a person would: when no answer comes it is looked up whether it happened, and done again if it did not.
   * Checks that what was acknowledged is in the audit trail, and that the right notices came with it.
   */
  async act<T>(act: Act<T>): Promise<ActOutcome<T>> {
    for (let tries = 1; ; tries += 1) {
      this.clock.pass(1);
      const now = this.clock.now();
      const answer = await this.attempt(act, now, tries);
      const struck = this.faults.struck;
      this.faults.disarm();
      const events = await this.audit.readOn();
      const happened = events.some(
        ({ action, subjectId }) => action === act.event.action && subjectId === (act.event.subjectId ?? subjectId),
      );
      if (struck) {
        this.struck[struck.kind] += 1;
        const word = happened ? "but it happened" : "and it did not happen";
        this.log.write(
          `${now.toISOString()} ${act.name}: ${struck.kind} ${struck.when} "${struck.statement}", ${word}`,
        );
        if (struck.kind === "connection") this.reached("connection_lost_in_an_act");
        else this.reached(happened ? "killed_but_committed" : "killed_and_rolled_back");
      }
      const expected = happened ? await act.apply(now, events) : [];
      await this.ledger.readOn(now, this.clock.now(), expected);
      if (happened) this.checkTold(act.counts ?? [], now);
      this.log.write(`${now.toISOString()} ${act.name} ${act.subjects.join(" ")}: ${answerWord(answer, happened)}`);
      await this.restartTheDead();
      if ("value" in answer && !happened) {
        this.violated(
          "acknowledged_but_not_there",
          `${act.name} was acknowledged and left no audit event`,
          act.subjects,
        );
      }
      if (happened) return { outcome: "done", value: "value" in answer ? answer.value : undefined, now };
      if ("rejection" in answer) return { outcome: "refused", rejection: answer.rejection, now };
      if (tries === 8) throw new Error(`${act.name} was lost eight times in a row`);
      this.clock.pass(60_000);
    }
  }

  /** Whatever brings a fall, a restoration or a fall ahead is committed with its notices or not at all. */
  private checkTold(organisationIds: readonly string[], now: Date): void {
    for (const id of organisationIds) {
      for (const due of dueForOrganisation(this.reference, id, now)) this.ledger.mustHold(due);
    }
  }

  private async attempt<T>(act: Act<T>, now: Date, tries: number): Promise<Answer<T>> {
    const { portal } = this.nextInstance();
    if (tries < 6) this.faults.arm(40);
    try {
      return { value: await act.run(portal, now) };
    } catch (error) {
      if (error instanceof Rejection) return { rejection: error };
      if (!this.faults.struck) {
        const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.violated("workflow_failed", `${act.name}: ${words}`, act.subjects);
      }
      return { lost: true };
    }
  }
}

function answerWord(answer: Answer<unknown>, happened: boolean): string {
  if ("rejection" in answer) return `refused, ${answer.rejection.code}`;
  if ("value" in answer) return "done";
  return happened ? "no answer, done" : "no answer, not done";
}
