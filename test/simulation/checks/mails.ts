import type { SeenMail } from "../mail-server";
import { dueForEnd, dueForOrganisation } from "../reference/due";
import { waitsUntil } from "../reference/morning";
import { stillTrue } from "../reference/still-true";
import type { Simulation } from "../simulation";
import { type LedgerRow, selectStates } from "./queries";

interface Tracked {
  readonly row: LedgerRow;
  taken: number;
  /** When it is to be tried next. */
  nextTryAt: Date;
  /** It has been tried, or staff have asked for it: it waits for no morning. */
  hastened: boolean;
  /** The portal cannot know that the mail left: the reply was lost, or whoever sent it was. */
  mayRepeat: boolean;
}

type State = Awaited<ReturnType<typeof selectStates>>[number];

const dayMs = 86_400_000;
const standingKinds = ["below_three_ahead", "below_three_now", "restored"];
const lapseKinds = ["certificate_lapsing", "certificate_lapsed"];
const isOfTheCalendar = (kind: string) => [...standingKinds, ...lapseKinds, "training_reminder"].includes(kind);

/** Every mail from its plan to its end: what leaves must be due as it leaves, what does not leave must not be. */
export class Mails {
  /** Not yet sent, withheld or parked. By Message-ID. */
  private readonly pending = new Map<string, Tracked>();
  private readonly known = new Set<string>();
  /** By the id in the outbox. */
  readonly parked = new Map<string, LedgerRow>();
  /** By certificate and person: the last mail about its end that is known to have been taken. */
  private readonly lastLapse = new Map<string, { at: Date; messageId: string }>();
  taken = 0;

  constructor(private readonly simulation: Simulation) {}

  knows(outboxId: string): boolean {
    return this.known.has(outboxId);
  }

  track(row: LedgerRow): void {
    this.known.add(row.outboxId);
    this.pending.set(row.messageId, { row, taken: 0, nextTryAt: row.decidedAt, hastened: false, mayRepeat: false });
  }

  /** Staff have given a parked mail its tries again. */
  retried(outboxId: string): void {
    const row = this.parked.get(outboxId);
    if (!row) throw new Error(`${outboxId} was not parked`);
    this.parked.delete(outboxId);
    this.pending.set(row.messageId, { row, taken: 1, nextTryAt: row.decidedAt, hastened: true, mayRepeat: true });
  }

  /** Whether any mail's turn has come. */
  anyDue(now: Date): boolean {
    return [...this.pending.values()].some(({ nextTryAt }) => nextTryAt <= now);
  }

  /** After a run of the delivery: what the mail server saw, and what became of each mail. How many are due and still wait. */
  async check(interrupted: boolean): Promise<number> {
    const seen = this.simulation.mailServer.take();
    for (const mail of seen) this.checkSeen(mail);
    const states = await selectStates(this.simulation.database.db, [...this.pending.keys()]);
    if (states.length !== this.pending.size) this.simulation.violated("mail_lost", "an outbox message has gone");
    for (const state of states) this.checkState(state, seen, interrupted);
    const now = this.simulation.clock.now();
    return states.filter(({ state, nextTryAt }) => state === "pending" && nextTryAt <= now).length;
  }

  private checkSeen(mail: SeenMail): void {
    const { log, reached } = { log: this.simulation.log, reached: this.simulation.reached.bind(this.simulation) };
    log.write(`${mail.at.toISOString()} mail ${mail.messageId} ${mail.how}`);
    const tracked = this.pending.get(mail.messageId);
    if (mail.how === "lost_reply") reached("mail_taken_but_reply_lost");
    if (mail.how === "taken_twice") reached("mail_taken_twice");
    if (mail.how === "refused_for_now") reached("mail_refused_for_now");
    if (mail.how === "refused_for_good") reached("mail_refused_for_good");
    if (!tracked) {
      this.simulation.violated("mail_unplanned", `${mail.messageId} to ${mail.to} is not among the mails that wait`);
      return;
    }
    if (!mail.taken) return;
    this.taken += 1;
    this.checkRepeat(mail, tracked);
    const { row } = tracked;
    const subjects = [row.subjectId, row.recipientId];
    if (!this.isDue(row, mail.at)) {
      this.simulation.violated(
        "mail_not_due",
        `${row.kind} ${row.cycle} ${row.stage} went to ${row.recipientId}`,
        subjects,
      );
    }
    if (!tracked.hastened && waitsUntil(this.simulation.reference, row, mail.at)) {
      this.simulation.violated(
        "mail_outside_the_morning",
        `${row.kind} ${row.stage} left at ${mail.at.toISOString()}`,
        subjects,
      );
    }
    if (row.kind !== null && lapseKinds.includes(row.kind)) this.checkGap(mail, row);
    tracked.taken += 1;
    tracked.mayRepeat = !mail.answered;
  }

  private checkRepeat(mail: SeenMail, tracked: Tracked): void {
    if (tracked.taken === 0) return;
    this.simulation.reached("mail_repeated_under_its_id");
    if (!tracked.mayRepeat) this.simulation.violated("mail_repeated", `${mail.messageId} went out again without need`);
  }

  private checkGap(mail: SeenMail, row: LedgerRow): void {
    const key = `${row.subjectId} ${row.recipientId}`;
    const last = this.lastLapse.get(key);
    if (last && last.messageId !== mail.messageId && mail.at.getTime() - last.at.getTime() < dayMs) {
      this.simulation.violated(
        "two_mails_in_24_hours",
        `${row.kind} ${row.stage} at ${mail.at.toISOString()} after ${last.at.toISOString()}`,
        [row.subjectId, row.recipientId],
      );
    }
    // A mail whose reply was lost is not known to have arrived.
    if (mail.answered) this.lastLapse.set(key, { at: mail.at, messageId: mail.messageId });
  }

  private checkState(state: State, seen: readonly SeenMail[], interrupted: boolean): void {
    const tracked = this.pending.get(state.messageId);
    if (!tracked) return;
    const { row } = tracked;
    const subjects = [row.subjectId, row.recipientId];
    const words = `${row.kind} ${row.cycle} ${row.stage} to ${row.recipientId}`;
    const fault = (invariant: string) => this.simulation.violated(invariant, words, subjects);
    this.checkWaiting(state, tracked);
    tracked.nextTryAt = state.nextTryAt;
    tracked.hastened ||= state.tries > 0;
    if (state.state === "pending") {
      const justTaken = seen.some(({ messageId, taken }) => messageId === state.messageId && taken);
      if (justTaken && interrupted) {
        tracked.mayRepeat = true;
        const last = this.lastLapse.get(`${row.subjectId} ${row.recipientId}`);
        if (last?.messageId === state.messageId) this.lastLapse.delete(`${row.subjectId} ${row.recipientId}`);
      }
      if (
        row.kind !== null &&
        lapseKinds.includes(row.kind) &&
        state.tries === 0 &&
        state.nextTryAt > state.createdAt &&
        state.stateReason === null
      )
        this.simulation.reached("mail_held_back_for_24_hours");
      return;
    }
    this.pending.delete(state.messageId);
    this.simulation.log.write(
      `${this.simulation.clock.now().toISOString()} ${state.messageId} ${state.state} ${state.stateReason ?? ""}`,
    );
    switch (state.state) {
      case "sent":
        if (tracked.taken === 0) fault("called_sent_and_never_taken");
        break;
      case "suppressed":
        if (state.stateReason !== "link_expired" && this.isDue(row, this.simulation.clock.now()))
          fault("withheld_though_due");
        this.simulation.reached("mail_no_longer_due_withheld");
        if (row.kind !== null && !isOfTheCalendar(row.kind))
          this.simulation.reached("mail_of_something_undone_withheld");
        break;
      case "superseded":
        this.simulation.reached("mail_superseded_by_newer_stage");
        break;
      case "parked":
        if (state.stateReason === "too_many_tries" && state.tries >= 12)
          this.simulation.reached("mail_parked_after_its_last_try");
        else if (!seen.some(({ messageId, how }) => messageId === state.messageId && how === "refused_for_good"))
          fault("parked_without_cause");
        this.parked.set(state.id, row);
        break;
    }
  }

  /** What was put off until the morning must have to wait, and until no other morning than the next one. */
  private checkWaiting(state: State, { row, nextTryAt }: Tracked): void {
    if (state.stateReason !== "waits_for_morning" || state.nextTryAt.getTime() === nextTryAt.getTime()) return;
    const { reference, clock } = this.simulation;
    const morning = waitsUntil(reference, row, clock.now());
    this.simulation.reached("mail_waited_for_the_morning");
    if (morning?.getTime() === state.nextTryAt.getTime()) return;
    const words = `${row.kind} ${row.stage} until ${state.nextTryAt.toISOString()}, not ${morning?.toISOString() ?? "at all"}`;
    this.simulation.violated("made_to_wait", words, [row.subjectId, row.recipientId]);
  }

  private isDue(row: LedgerRow, at: Date): boolean {
    const { reference } = this.simulation;
    if (row.kind === null) return true;
    // Nobody in this world gives a seat back: a reminder is due until the training begins.
    if (row.kind === "training_reminder") return at < new Date(row.cycle);
    const due = standingKinds.includes(row.kind)
      ? dueForOrganisation(reference, row.subjectId, at)
      : lapseKinds.includes(row.kind)
        ? [dueForEnd(reference, reference.certificate(row.subjectId), at)].filter((one) => one !== undefined)
        : undefined;
    if (!due) return stillTrue(reference, row, at);
    const now = due.find(({ kind, cycle, stage }) => kind === row.kind && cycle === row.cycle && stage === row.stage);
    return now?.recipients.includes(row.recipientId) ?? false;
  }
}
