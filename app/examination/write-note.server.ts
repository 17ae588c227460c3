import { policy } from "~/kernel/policy";
import { notFound } from "~/kernel/rejection";
import type { Db } from "~/platform/database/handle";
import { selectOptionalSeat } from "./answer-queries.server";
import { type NoteToStore, selectNotes, upsertNote } from "./note-queries.server";

type WriteNote = Omit<NoteToStore, "writtenAt" | "earliestDeadline">;

export type NoteOutcome =
  | { readonly outcome: "saved"; readonly savedAt: Date }
  /** A newer one is stored already. */
  | { readonly outcome: "stale" }
  | { readonly outcome: "late" | "finished" | "elsewhere" };

/**
 * Stores what the candidate notes beside a question, once however often it arrives: the highest sequence number wins. Nobody else ever reads it.
 * Throws `not_found` when the attempt is not the person's or has no such place.
 */
export async function writeNote(db: Db, note: WriteNote, now: Date): Promise<NoteOutcome> {
  const earliestDeadline = new Date(now.getTime() - policy.lateAnswerSeconds * 1000);
  if (await upsertNote(db, { ...note, writtenAt: now, earliestDeadline })) return { outcome: "saved", savedAt: now };
  const seat = await selectOptionalSeat(db, note);
  if (!seat) throw notFound();
  if (seat.finishedAt) return { outcome: "finished" };
  if (seat.deadlineAt <= earliestDeadline) return { outcome: "late" };
  if (seat.activeClient !== null && seat.activeClient !== note.clientId) return { outcome: "elsewhere" };
  return { outcome: "stale" };
}

/** The note of a form that was sent as a page: stored when it says something else than what is stored, as the newest. */
export async function writePageNote(db: Db, note: Omit<WriteNote, "sequence">, now: Date): Promise<void> {
  const stored = (await selectNotes(db, note.attemptId)).find(({ ordinal }) => ordinal === note.ordinal);
  if ((stored?.text ?? "") !== note.text) await writeNote(db, { ...note, sequence: null }, now);
}
