import { setTimeout as wait } from "node:timers/promises";
import { type Db, inTransaction, type Trx } from "./handle";
import { PerDatabase } from "./per-database";

interface Joint<Command, Result> {
  /** What no two commands of one transaction may have in common; they are done in its order, so that two processes lock in the same. */
  readonly keyOf: (command: Command) => string;
  /** Does all of them, and says what each came to, in their order. A single fault undoes them all, and each is done again by itself. */
  readonly work: (trx: Trx, commands: readonly Command[]) => Promise<readonly Result[]>;
}

interface Asked<Command, Result> {
  readonly command: Command;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

const atMost = 16;
/** A transaction that takes longer, as one does that waits for a lock, no longer keeps the next from beginning beside it. */
const patienceMs = 50;
/** Where several came together there are others on their way: whom the one before has just answered, as a rule. */
const gatherMs = 2;

/**
 * Group commit: what this process is asked for at the same time is done in one transaction. Of a transaction the passages to the database, the commit that is
 * forced to disk and the wait for the end of the audit chain cost more than most of what is done in it, and are paid once. Whoever comes alone does not wait.
 * Resolves when all of it is stored. What a command throws, it throws as if it had come alone; the others are stored without it.
 */
export function jointly<Command, Result>(joint: Joint<Command, Result>): (db: Db, command: Command) => Promise<Result> {
  const queues = new PerDatabase<Queue<Command, Result>>();
  return (db, command) => {
    const queue = queues.get(db) ?? new Queue(joint);
    queues.set(db, queue);
    return queue.ask(db, command);
  };
}

class Queue<Command, Result> {
  private waiting: Asked<Command, Result>[] = [];
  private goesOn = false;

  constructor(private readonly joint: Joint<Command, Result>) {}

  ask(db: Db, command: Command): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ command, resolve, reject });
      if (!this.goesOn) void this.goOn(db);
    });
  }

  private async goOn(db: Db): Promise<void> {
    this.goesOn = true;
    while (this.waiting.length > 0) {
      const next = this.takeNext();
      await noLongerThan(patienceMs, this.carryOut(db, next));
      if (next.length > 1) await wait(gatherMs);
    }
    this.goesOn = false;
  }

  private takeNext(): readonly Asked<Command, Result>[] {
    const taken = new Map<string, Asked<Command, Result>>();
    for (const asked of this.waiting) {
      const key = this.joint.keyOf(asked.command);
      if (taken.size < atMost && !taken.has(key)) taken.set(key, asked);
    }
    const next = new Set(taken.values());
    this.waiting = this.waiting.filter((asked) => !next.has(asked));
    return [...taken].sort(([a], [b]) => Number(a > b) - Number(a < b)).map(([, asked]) => asked);
  }

  /** Never throws: whoever has asked hears of it. */
  private async carryOut(db: Db, batch: readonly Asked<Command, Result>[]): Promise<void> {
    const commands = batch.map(({ command }) => command);
    try {
      const results = await inTransaction(db, (trx) => this.joint.work(trx, commands));
      for (const [index, { resolve }] of batch.entries()) resolve(results[index] as Result);
    } catch (reason) {
      if (batch.length === 1) batch[0]?.reject(reason);
      else for (const asked of batch) await this.carryOut(db, [asked]);
    }
  }
}

async function noLongerThan(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, elapsed]);
  clearTimeout(timer);
}
