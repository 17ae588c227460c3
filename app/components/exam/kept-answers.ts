import type { GivenAnswer } from "~/examination/given-answer";
import type { AnswerStore, Kept } from "./answer-keeper";

/** Begins the names under which a browser stores notes that the server does not have yet; those of answers begin with `keptUnder`. */
export const notesUnder = (sittingId: string): string => `exam-notes-${sittingId}`;

/**
 * The browser's store for answers, or notes, that the server does not have yet, each tab under its own name, so that no tab writes over another. What tabs
 * that are gone have left is taken over: of each question the one that was
 * given in the latest turn, under the highest sequence number. A store that is full or forbidden keeps nothing.
 */
export function keptAnswers<Given = GivenAnswer>(storage: Storage, under: string, client: string): AnswerStore<Given> {
  const own = `${under}-${client}`;
  const save = (waiting: readonly Kept<Given>[]) => {
    try {
      if (waiting.length === 0) storage.removeItem(own);
      else storage.setItem(own, JSON.stringify(waiting));
    } catch {
      // The answers stay in the page, which warns before it is left.
    }
  };
  return {
    save,
    load() {
      const names = namesOf(storage, under);
      const latest = new Map<number, Kept<Given>>();
      for (const kept of names.flatMap((name) => readKept<Given>(storage, name))) {
        if (isNewer(kept, latest.get(kept.ordinal))) latest.set(kept.ordinal, kept);
      }
      const waiting = [...latest.values()].sort((a, b) => a.sequence - b.sequence);
      save(waiting);
      for (const name of names) if (name !== own) storage.removeItem(name);
      return waiting;
    },
  };
}

/** How many this browser keeps that the server has not refused. */
export const countKept = (storage: Storage, under: string): number =>
  namesOf(storage, under)
    .flatMap((name) => readKept(storage, name))
    .filter((kept) => !kept.refused).length;

function isNewer(kept: Kept<unknown>, known: Kept<unknown> | undefined): boolean {
  if (!known) return true;
  const turns = (kept.turn ?? 0) - (known.turn ?? 0);
  return turns === 0 ? kept.sequence > known.sequence : turns > 0;
}

const namesOf = (storage: Storage, under: string): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").filter((name) =>
    name.startsWith(`${under}-`),
  );

function readKept<Given>(storage: Storage, name: string): Kept<Given>[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(name) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.ordinal === "number") : [];
  } catch {
    return [];
  }
}
