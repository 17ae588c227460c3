/**
 * What the page notices of focus and pasting, told to the server in small batches: kept in the tab until it has arrived, and counted, so that what
 * is told twice is stored once. Bounded: who does a thing a thousand times has told enough.
 */

export interface Noticed {
  readonly sequence: number;
  readonly kind: "focus_lost" | "focus_regained" | "pasted";
  readonly ordinal: number;
  readonly characters?: number;
  /** By the browser's clock, milliseconds of the epoch. */
  readonly at: number;
}

/** What a tab keeps over a reload. */
interface KeptEvents {
  readonly next: number;
  readonly waiting: readonly Noticed[];
  /** The page was not in front when it was last looked at: to reload it is to leave it, and to come back. */
  readonly away?: boolean;
  /** The leaving that was noticed only because the page was taken off: where it comes anew at once, it was none. */
  readonly takenOff?: Noticed;
}

interface EventStore {
  load(): KeptEvents;
  save(kept: KeptEvents): void;
}

export interface EventsOptions {
  readonly store: EventStore;
  /** The browser has loaded the page anew, at the candidate's wish. */
  readonly reloaded: boolean;
  /** Whether they have arrived, or never will. */
  readonly post: (events: readonly (Omit<Noticed, "at"> & { readonly agoMs: number })[]) => Promise<boolean>;
  readonly clock: () => number;
}

/** How long the browser may take to go where the page sends it; later it has been held up, and what ends the page is something else. */
const onTheWayMs = 30_000;

/** How long a reload may take until the page runs again; later somebody has been elsewhere meanwhile. */
const reloadMs = 10_000;
/** How soon after that it says that it is in front, if it was all the time. */
const inFrontMs = 1_000;

/** As many as the server takes at once, and as many as one tab tells of one attempt. */
const batch = 50;
const most = 400;

export class NoticedEvents {
  private next: number;
  private waiting: readonly Noticed[];
  private sending = false;
  private away: boolean;
  private movedOnAt = Number.NEGATIVE_INFINITY;
  private replaced = false;
  private ending = false;
  private takenOff: Noticed | undefined;
  /** Until when coming to the front says that the page was only loaded anew. */
  private readonly anewUntil: number;

  constructor(private readonly options: EventsOptions) {
    const { next, waiting, away = false, takenOff } = options.store.load();
    this.next = next;
    this.waiting = waiting;
    this.away = away;
    this.takenOff = takenOff;
    const now = options.clock();
    const isAnew = options.reloaded && takenOff !== undefined && now - takenOff.at < reloadMs;
    this.anewUntil = isAnew ? now + inFrontMs : Number.NEGATIVE_INFINITY;
  }

  /** Says that the page is in front, or no longer; what it says twice is noticed once. */
  focus(inFront: boolean, ordinal: number): void {
    if (this.replaced || this.away === !inFront) return;
    this.away = !inFront;
    const { takenOff } = this;
    this.takenOff = undefined;
    if (inFront && takenOff && this.options.clock() < this.anewUntil) this.takeBack(takenOff);
    else this.notice({ kind: inFront ? "focus_regained" : "focus_lost", ordinal });
  }

  /** Says that the page goes to another one of the exam by itself, or comes anew. */
  movesOn(): void {
    this.movedOnAt = this.options.clock();
  }

  /** The page is taken off. Where it has moved on, the candidate is still there: that browsers call it hidden then is no leaving. */
  ends(): void {
    this.replaced = this.options.clock() - this.movedOnAt < onTheWayMs;
    this.ending = true;
  }

  /** The browser has kept the page and brings it back. */
  comesBack(): void {
    this.replaced = false;
    this.ending = false;
    this.movedOnAt = Number.NEGATIVE_INFINITY;
  }

  pasted(characters: number, ordinal: number): void {
    this.notice({ kind: "pasted", characters, ordinal });
  }

  /** Tells what waits. */
  async send(): Promise<void> {
    if (this.sending || this.waiting.length === 0) return;
    this.sending = true;
    try {
      const sent = this.waiting.slice(0, batch);
      const now = this.options.clock();
      const arrived = await this.options.post(
        sent.map(({ at, ...event }) => ({ ...event, agoMs: Math.max(0, now - at) })),
      );
      if (!arrived) return;
      // A leaving that was taken back meanwhile waits again, under the same number.
      this.keep(this.waiting.filter((one) => !sent.includes(one)));
    } finally {
      this.sending = false;
    }
  }

  private notice(event: Omit<Noticed, "sequence" | "at">): void {
    if (this.next > most) return;
    const noticed = { ...event, sequence: this.next, at: this.options.clock() };
    this.next += 1;
    if (this.ending && event.kind === "focus_lost") this.takenOff = noticed;
    this.keep([...this.waiting, noticed]);
  }

  /** Under the same number, because it may have been told already: there a return takes the leaving's place, and a return without a leaving is nothing. */
  private takeBack(leaving: Noticed): void {
    const back: Noticed = { ...leaving, kind: "focus_regained" };
    this.keep([...this.waiting.filter(({ sequence }) => sequence !== leaving.sequence), back]);
  }

  private keep(waiting: readonly Noticed[]): void {
    const { next, away, takenOff } = this;
    this.waiting = waiting;
    this.options.store.save({ next, waiting, away, ...(takenOff && { takenOff }) });
  }
}
