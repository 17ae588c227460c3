import type { Reader } from "./handle";

/**
 * A place for what a process remembers of a database between requests: one for each connection that `connect` has opened, shared by it and its
 * transactions, and gone with it.
 */
export class PerDatabase<Value> {
  private readonly values = new WeakMap<object, Value>();

  get(db: Reader): Value | undefined {
    return this.values.get(identityOf(db));
  }

  /** Undefined: forgets it. */
  set(db: Reader, value: Value | undefined): void {
    if (value === undefined) this.values.delete(identityOf(db));
    else this.values.set(identityOf(db), value);
  }
}

/** Kysely makes one adapter for each of its instances and hands it on to what runs in their transactions. */
const identityOf = (db: Reader): object => db.getExecutor().adapter;
