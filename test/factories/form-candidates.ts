import { type FormCandidate, type FormCandidates, formBankOf } from "~/examination/form-bank";

/** A candidate with what the bank does not say of it. */
export interface TestCandidate extends Omit<FormCandidate, "place"> {
  readonly exposure: number;
  readonly seenByPerson: boolean;
}

/** What a form is drawn from where these are in use. */
export function drawnFrom<Candidate extends TestCandidate>(
  candidates: readonly Candidate[],
): FormCandidates<Candidate & FormCandidate> {
  return {
    bank: formBankOf(candidates.map((candidate, place) => ({ ...candidate, place }))),
    exposures: candidates.map(({ exposure }) => exposure),
    seen: new Set(candidates.filter(({ seenByPerson }) => seenByPerson).map(({ itemId }) => itemId)),
  };
}
