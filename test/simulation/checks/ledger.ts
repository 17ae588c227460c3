import { type Due, dueForEnd, dueForOrganisation } from "../reference/due";
import type { Simulation } from "../simulation";
import { type LedgerRow, selectDecided } from "./queries";

/** Notices that an act must have brought with it, and no others of these kinds. */
export interface ExpectedNotice {
  readonly kind: string;
  readonly subjectId: string;
  readonly recipients: readonly string[];
}

const actKinds = new Set([
  "exam_passed",
  "exam_not_passed",
  "certificate_issued",
  "certificate_revoked",
  "certificate_suspended",
  "certificate_reinstated",
]);
const standingKinds = new Set(["below_three_ahead", "below_three_now", "restored"]);
const lapseKinds = new Set(["certificate_lapsing", "certificate_lapsed"]);

const keyOf = ({ kind, cycle, stage, recipientId }: Pick<LedgerRow, "kind" | "cycle" | "stage" | "recipientId">) =>
  `${kind} ${cycle} ${stage} ${recipientId}`;

/** Reads the ledger on and holds it to the reference: nothing without cause, nothing twice, and with each act what belongs to it. */
export class Ledger {
  /** By subject, the keys that stand in the ledger. */
  private readonly keys = new Map<string, Set<string>>();
  notices = 0;

  constructor(private readonly simulation: Simulation) {}

  /** Whether the key stands in the ledger. */
  has(subjectId: string, key: Pick<LedgerRow, "kind" | "cycle" | "stage" | "recipientId">): boolean {
    return this.keys.get(subjectId)?.has(keyOf(key)) ?? false;
  }

  /** Whoever is to be told has been told; of a restoration and of a certificate's end, whoever was there when it came. */
  mustHold(due: Due): void {
    const { kind, subjectId, cycle, stage, recipients } = due;
    const once = kind === "restored" || kind === "certificate_lapsed";
    const told = (recipientId: string) => this.has(subjectId, { ...due, recipientId });
    if (once && [...(this.keys.get(subjectId) ?? [])].some((key) => key.startsWith(`${kind} ${cycle} `))) return;
    for (const recipientId of recipients.filter((one) => !told(one))) {
      this.simulation.violated("notice_missing", `${kind} ${cycle} ${stage} to ${recipientId}`, [
        subjectId,
        recipientId,
      ]);
    }
  }

  /** What was decided since `from`, checked; `expected` is what an act has to bring. */
  async readOn(from: Date, to: Date, expected: readonly ExpectedNotice[]): Promise<LedgerRow[]> {
    const found = await selectDecided(this.simulation.database.db, from, to);
    const fresh = found.filter((row) => !this.simulation.mails.knows(row.outboxId));
    for (const row of fresh) this.enter(row);
    for (const row of fresh) this.checkCause(row, fresh);
    this.checkExpected(fresh, expected);
    return fresh;
  }

  private enter(row: LedgerRow): void {
    this.simulation.mails.track(row);
    if (row.kind === null) return;
    this.notices += 1;
    const keys = this.keys.get(row.subjectId) ?? new Set();
    this.keys.set(row.subjectId, keys);
    const key = keyOf(row);
    if (keys.has(key)) this.simulation.violated("notice_told_twice", key, [row.subjectId]);
    keys.add(key);
    this.simulation.log.write(`${row.decidedAt.toISOString()} notice ${row.subjectId} ${key}`);
  }

  private checkCause(row: LedgerRow, together: readonly LedgerRow[]): void {
    const { reference } = this.simulation;
    if (row.kind === null) return;
    const due = standingKinds.has(row.kind)
      ? dueForOrganisation(reference, row.subjectId, row.decidedAt)
      : lapseKinds.has(row.kind)
        ? [dueForEnd(reference, reference.certificate(row.subjectId), row.decidedAt)].filter((one) => one !== undefined)
        : undefined;
    if (!due) return;
    const cause = due.find(({ kind, cycle, stage }) => kind === row.kind && cycle === row.cycle && stage === row.stage);
    if (!cause?.recipients.includes(row.recipientId)) {
      const words = due.map(
        ({ kind, cycle, stage, recipients }) => `${kind} ${cycle} ${stage} to ${recipients.length}`,
      );
      this.simulation.violated("notice_without_cause", `${keyOf(row)}; due: ${words.join("; ") || "nothing"}`, [
        row.subjectId,
      ]);
      return;
    }
    if (row.kind === "below_three_now" && Number(row.stage) > 0) this.simulation.reached("told_again_after_a_week");
    if (row.kind === "below_three_now" && row.cycle.includes("/")) this.simulation.reached("fell_twice_on_one_day");
    // The end of a fall and the end of a certificate are told once, to everybody who is there then.
    if (row.kind === "restored" || row.kind === "certificate_lapsed") {
      if (row.kind === "restored") this.simulation.reached("restored");
      const told = together.filter(
        ({ kind, subjectId, cycle }) => kind === row.kind && subjectId === row.subjectId && cycle === row.cycle,
      );
      if (told.length !== cause.recipients.length) {
        this.simulation.violated(
          "not_told_to_everybody",
          `${keyOf(row)}: told ${told.length} of ${cause.recipients.length}`,
          [row.subjectId],
        );
      }
    }
  }

  private checkExpected(fresh: readonly LedgerRow[], expected: readonly ExpectedNotice[]): void {
    const line = (kind: string, subjectId: string, recipientId: string) => `${kind} ${subjectId} to ${recipientId}`;
    const there = fresh
      .filter(({ kind }) => kind !== null && actKinds.has(kind))
      .map((row) => line(row.kind ?? "", row.subjectId, row.recipientId));
    const wanted = expected.flatMap(({ kind, subjectId, recipients }) =>
      [...new Set(recipients)].map((recipientId) => line(kind, subjectId, recipientId)),
    );
    for (const missing of wanted.filter((one) => !there.includes(one))) {
      this.simulation.violated("notice_missing", missing, missing.split(" "));
    }
    for (const extra of there.filter((one) => !wanted.includes(one))) {
      this.simulation.violated("notice_without_cause", extra, extra.split(" "));
    }
  }
}
