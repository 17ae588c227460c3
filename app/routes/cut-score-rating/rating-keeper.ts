/** What a field holds; `valid`: it could be kept. */
export interface Typed {
  readonly name: string;
  readonly value: string;
  readonly valid: boolean;
}

/** How it stands with what was typed into a field; a field in which nothing was typed has none. */
export type FieldState = "kept" | "waiting" | "emptied" | "invalid" | "unreachable" | "refused";

export type Sent = "kept" | "unreachable" | "refused";

interface Outside {
  readonly typed: () => readonly Typed[];
  readonly send: (entries: readonly (readonly [string, string])[]) => Promise<Sent>;
  readonly show: (states: Readonly<Record<string, FieldState>>) => void;
  readonly wait: (milliseconds: number, then: () => void) => void;
}

const againMs = 5_000;

/** Keeps on the server what a judge types, one request after the other, so that an earlier estimate never comes after a later one. */
export class RatingKeeper {
  private sending: Promise<void> | undefined;
  private trouble: "unreachable" | "refused" | undefined;
  private stopped = false;
  private readonly touched = new Set<string>();

  /** What stands in each field and need not be sent. */
  private readonly kept = new Map<string, string>();

  constructor(private readonly outside: Outside) {}

  /** What is typed, could be kept, and is not yet. */
  owed(typed = this.outside.typed()): (readonly [string, string])[] {
    if (this.stopped) return [];
    return typed
      .filter(({ name, value, valid }) => valid && value !== "" && value !== this.kept.get(name))
      .map(({ name, value }) => [name, value] as const);
  }

  /** Whether something would be lost by leaving now. */
  get endangered(): boolean {
    if (this.stopped) return false;
    const typed = this.outside.typed();
    const isInvalid = typed.some(({ name, valid }) => !valid && this.touched.has(name));
    return isInvalid || (this.trouble !== undefined && this.owed(typed).length > 0);
  }

  /** Something was typed into the field: says that it is not kept yet. */
  note(name: string): void {
    this.stopped = false;
    this.touched.add(name);
    this.show();
  }

  /** What the server holds by now, by the page itself; whatever else stands in a field was typed before anybody noted it. */
  holds(kept: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(kept)) this.kept.set(name, value);
    for (const { name, value } of this.outside.typed()) if (value !== this.kept.get(name)) this.touched.add(name);
    this.stopped = false;
    this.show();
  }

  /**
   * Before the form itself is sent: keeps what is owed first, and sends nothing more by itself after it. Undefined where the form may go at once, else whether it may
   * in the end: one that reaches nobody would take what was typed with it.
   */
  stop(): Promise<boolean> | undefined {
    if (this.owed().length > 0) void this.keep();
    else this.stopped = true;
    return this.sending?.then(() => {
      this.stopped = false;
      this.stopped = this.owed().length === 0 || this.trouble === "refused";
      return this.stopped;
    });
  }

  /** Once what is under way has come to an end: what was typed later must not arrive before it. */
  afterwards(then: () => void): void {
    void (this.sending ?? Promise.resolve()).then(then);
  }

  keep(): Promise<void> {
    this.sending ??= this.run().finally(() => {
      this.sending = undefined;
    });
    return this.sending;
  }

  private async run(): Promise<void> {
    for (let owed = this.owed(); owed.length > 0; owed = this.owed()) {
      for (const [name] of owed) this.touched.add(name);
      const sent = await this.outside.send(owed);
      if (sent !== "kept") {
        this.trouble = sent;
        this.show();
        if (sent === "unreachable") this.outside.wait(againMs, () => void this.keep());
        return;
      }
      this.trouble = undefined;
      for (const [name, value] of owed) this.kept.set(name, value);
      this.show();
    }
  }

  private show(): void {
    const states = this.outside
      .typed()
      .filter(({ name, value, valid }) => this.touched.has(name) && (value !== "" || !valid || this.kept.get(name)))
      .map(({ name, value, valid }): [string, FieldState] => {
        if (!valid) return [name, "invalid"];
        // It takes nothing back.
        if (value === "") return [name, "emptied"];
        return [name, value === this.kept.get(name) ? "kept" : (this.trouble ?? "waiting")];
      });
    this.outside.show(Object.fromEntries(states));
  }
}
