/**
 * Keeps every answer, or note, in the browser until the server has said that it is stored: over a dropped connection, a reload, an expired sign-in. One
 * request at a time; the newest answer of an item replaces the one that is still waiting.
 */
import type { GivenAnswer } from "~/examination/given-answer";
import type { ResponseFault } from "~/examination/save-answer.server";

export interface Kept<Given = GivenAnswer> {
  readonly ordinal: number;
  readonly sequence: number;
  readonly given: Given;
  readonly flagged: boolean;
  /** By the browser's clock, milliseconds of the epoch. */
  readonly givenAt: number;
  /** In which turn of the attempt, as far as this window knew; a page from before there were turns has kept none. */
  readonly turn?: number;
  /** The server did not take it, because another window has stored one since; it is not sent again. */
  readonly refused?: true;
}

type Message<Given> = { readonly answer?: Omit<Kept<Given>, "givenAt" | "refused"> & { readonly agoMs: number } };

export type Reply =
  | { readonly outcome: "saved"; readonly savedAt: string }
  | { readonly outcome: "here"; readonly turn?: number }
  | { readonly outcome: "stale" | "overtaken" | "elsewhere" }
  /** `isStored`: what is stored says the same, and counts. */
  | { readonly outcome: "late" | "finished"; readonly isStored?: true }
  | { readonly outcome: "unusable"; readonly fault: ResponseFault }
  /** Nobody answered, or nobody who knows the attempt. */
  | { readonly outcome: "unreachable" | "signed_out" };

/** `over`: the server takes no more answers, and has been sent every one. */
type KeeperStatus = "quiet" | "saving" | "offline" | "signed_out" | "elsewhere" | "over";

export interface KeeperState<Given = GivenAnswer> {
  readonly status: KeeperStatus;
  /** Answers that only this browser has. */
  readonly waiting: readonly Kept<Given>[];
  /** Answers that the server did not take, because another window or browser has stored one since: the candidate decides. */
  readonly overtaken: readonly Kept<Given>[];
  /** Answers that reached the server after the end: they do not count. */
  readonly late: readonly Kept<Given>[];
  /** Another window may have stored what this page does not show: to be loaded anew. */
  readonly outdated: boolean;
  /** When the server stored the latest answer of an item, by its ordinal. */
  readonly savedAt: Readonly<Record<number, string>>;
  readonly faults: Readonly<Record<number, ResponseFault>>;
}

/** Where answers outlive the page. */
export interface AnswerStore<Given = GivenAnswer> {
  load(): readonly Kept<Given>[];
  save(waiting: readonly Kept<Given>[]): void;
}

export interface KeeperOptions<Given = GivenAnswer> {
  readonly store: AnswerStore<Given>;
  readonly post: (message: Message<Given>) => Promise<Reply>;
  readonly clock: () => number;
  readonly wait: (milliseconds: number, then: () => void) => void;
  /** The highest sequence number that the server has. */
  readonly lastSequence: number;
  /** How often another window had taken over when the page was made. */
  readonly turn: number;
}

const pausesMs = [1_000, 2_000, 4_000, 8_000, 15_000];

export class AnswerKeeper<Given = GivenAnswer> {
  state: KeeperState<Given>;
  /** What an earlier page in this browser had not been able to send. */
  readonly leftOver: readonly Kept<Given>[];
  private sequence: number;
  private turn: number;
  /** Whether this page has had the place in that turn, and whether it has just been made. */
  private held = false;
  private fresh = true;
  private claimed = false;
  private sending = false;
  /** Nothing is taken any more. What waits is sent all the same: the server says of each whether it counts, and keeps a trace of those that do not. */
  private ended = false;
  private failures = 0;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: KeeperOptions<Given>) {
    const kept = options.store.load();
    const waiting = kept.filter(({ refused }) => !refused);
    this.leftOver = waiting;
    this.state = {
      status: "quiet",
      waiting,
      overtaken: kept.filter(({ refused }) => refused),
      late: [],
      outdated: false,
      savedAt: {},
      faults: {},
    };
    this.sequence = Math.max(options.lastSequence, ...kept.map(({ sequence }) => sequence));
    this.turn = options.turn;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The answer is the candidate's from now on, whatever the connection does. */
  keep(ordinal: number, given: Given, flagged: boolean): void {
    this.sequence += 1;
    const { sequence, turn } = this;
    const kept = { ordinal, sequence, turn, given, flagged, givenAt: this.options.clock() };
    const { [ordinal]: _, ...faults } = this.state.faults;
    const { waiting, overtaken } = this.state;
    this.set({ waiting: [...others(waiting, ordinal), kept], overtaken: others(overtaken, ordinal), faults });
    void this.send();
  }

  /** The candidate stays with what another window has stored. */
  leave(ordinal: number): void {
    this.set({ overtaken: others(this.state.overtaken, ordinal) });
  }

  /** Another browser had taken over; this one takes it back. */
  takeOver(): void {
    this.claimed = false;
    this.fresh = false;
    this.ended = false;
    this.set({ status: "quiet" });
    void this.send();
  }

  /** What a look at the server said, between two answers. */
  tell(outcome: "here" | "elsewhere" | "finished"): void {
    if (outcome === "finished") this.end();
    else if (outcome === "elsewhere" && this.claimed && !this.sending) this.set({ status: "elsewhere" });
  }

  /** The time is over, or the exam handed in: what still waits is sent, also where another window has taken over. */
  end(): void {
    if (this.state.status === "over") return;
    this.ended = true;
    if (this.state.status === "elsewhere") this.set({ status: "quiet" });
    void this.send();
  }

  /** Resolves once the server has everything (true), or cannot be told at present (false). */
  settle(): Promise<boolean> {
    void this.send();
    return new Promise((resolve) => {
      const look = () => {
        if (this.state.status === "saving") return;
        leave();
        resolve(this.state.status === "quiet" && this.state.waiting.length === 0);
      };
      const leave = this.subscribe(look);
      look();
    });
  }

  /** Sends what waits, unless that is under way. */
  async send(): Promise<void> {
    const { status } = this.state;
    if (this.sending || status === "elsewhere" || status === "over") return;
    this.sending = true;
    try {
      while (!(this.claimed || this.ended) || this.state.waiting.length > 0) {
        const [next] = this.claimed || this.ended ? this.state.waiting : [];
        this.set({ status: "saving" });
        const reply = await this.options.post(next ? { answer: this.messageOf(next) } : {});
        if (!this.heard(reply, next)) return;
      }
      this.set(this.ended ? { status: "over", overtaken: [] } : { status: "quiet" });
    } finally {
      this.sending = false;
    }
  }

  /** Whether to go on. */
  private heard(reply: Reply, sent: Kept<Given> | undefined): boolean {
    switch (reply.outcome) {
      case "unreachable":
      case "signed_out":
        this.fresh = false;
        this.set({ status: reply.outcome === "signed_out" ? "signed_out" : "offline" });
        this.options.wait(pausesMs[Math.min(this.failures, pausesMs.length - 1)] ?? 0, () => void this.send());
        this.failures += 1;
        return false;
      case "elsewhere":
        this.claimed = false;
        this.set({ status: "elsewhere" });
        return false;
      case "late":
      case "finished":
        this.ended = true;
        if (sent && !reply.isStored) this.set({ late: [...others(this.state.late, sent.ordinal), sent] });
        break;
      case "here":
        this.claimed = true;
        this.hold(reply.turn);
        break;
      case "overtaken":
        if (sent) this.overtake(sent);
        break;
      case "saved":
        if (sent) this.set({ savedAt: { ...this.state.savedAt, [sent.ordinal]: reply.savedAt } });
        break;
      case "unusable":
        if (sent) this.set({ faults: { ...this.state.faults, [sent.ordinal]: reply.fault } });
        break;
      case "stale":
        break;
    }
    this.failures = 0;
    this.set({ waiting: this.state.waiting.filter(({ sequence }) => sequence !== sent?.sequence) });
    return true;
  }

  private messageOf({ givenAt, ...answer }: Kept<Given>) {
    return { ...answer, agoMs: Math.max(0, this.options.clock() - givenAt) };
  }

  /** The place is this window's. Where another one may have had it since the page was made, the page still counts as made before. */
  private hold(turn: number | undefined): void {
    if (turn === this.turn || this.fresh) {
      this.turn = turn ?? this.turn;
      this.held = true;
      return;
    }
    const { waiting } = this.state;
    // Whoever had the place when the page was made may have gone on.
    if (!this.held) {
      const before = this.turn - 1;
      this.set({ waiting: waiting.map((kept) => (kept.turn === this.turn ? { ...kept, turn: before } : kept)) });
      this.turn = before;
      this.held = true;
    }
    this.set({ outdated: true });
  }

  /** Kept for the candidate to decide, unless a newer one of this window waits already. */
  private overtake(sent: Kept<Given>): void {
    const { waiting, overtaken } = this.state;
    if (waiting.some(({ ordinal, sequence }) => ordinal === sent.ordinal && sequence > sent.sequence)) return;
    this.set({ overtaken: [...others(overtaken, sent.ordinal), { ...sent, refused: true }] });
  }

  private set(change: Partial<KeeperState<Given>>): void {
    this.state = { ...this.state, ...change };
    if (change.waiting || change.overtaken) this.options.store.save([...this.state.waiting, ...this.state.overtaken]);
    for (const listener of this.listeners) listener();
  }
}

const others = <Given>(all: readonly Kept<Given>[], ordinal: number): readonly Kept<Given>[] =>
  all.filter((kept) => kept.ordinal !== ordinal);
