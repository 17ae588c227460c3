/** What a form is drawn from. The items in use are remembered in this process until one changes; who has drawn what is asked each time. */
import { RecentlyUsed } from "~/kernel/recently-used";
import type { Reader } from "~/platform/database/handle";
import type { FormCandidate } from "./assemble-form";
import { type BankItemRow, type BankItems, selectBankItems, selectDrawings } from "./bank-items-queries.server";

/** An item in use, with what is said of it beforehand. */
export interface BankCandidate extends FormCandidate {
  readonly points: number;
  readonly difficultyGuess: number | null;
}

const banks = new RecentlyUsed<BankItems>(4);

/** Every item that a certification attempt may draw, with what decides whose turn it is; without a person nothing counts as seen. */
export async function readFormCandidates(db: Reader, personId: string | null): Promise<BankCandidate[]> {
  for (;;) {
    const { version, exposures, seen } = await selectDrawings(db, personId);
    const bank = banks.get(version) ?? (await selectBankItems(db));
    banks.set(bank.version, bank);
    // Somebody has changed the bank between the two statements.
    if (bank.version !== version) continue;
    const seenByPerson = new Set(seen);
    return bank.items.map((item) => candidateOf(item, exposures, seenByPerson));
  }
}

/** Property by property: what a spread makes of thousands of rows is slow to make, and makes the draw take four times as long. */
const candidateOf = (
  item: BankItemRow,
  exposures: readonly number[],
  seenByPerson: ReadonlySet<string>,
): BankCandidate => ({
  itemVersionId: item.itemVersionId,
  itemId: item.itemId,
  section: item.section,
  clauses: item.clauses,
  points: item.points,
  difficultyGuess: item.difficultyGuess,
  enemyGroup: item.enemyGroup,
  generated: item.generated,
  exposure: exposures[item.place] ?? 0,
  seenByPerson: seenByPerson.has(item.itemId),
});
