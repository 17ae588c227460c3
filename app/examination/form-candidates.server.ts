/** What a form is drawn from. The items in use are remembered in this process until one changes; who has drawn what is asked each time. */
import { RecentlyUsed } from "~/kernel/recently-used";
import type { Reader } from "~/platform/database/handle";
import { type BankItemRow, selectBankItems, selectDrawings } from "./bank-items-queries.server";
import { type FormBank, type FormCandidates, formBankOf } from "./form-bank";

const banks = new RecentlyUsed<FormBank<BankItemRow>>(4);

/** Every item that a certification attempt may draw, with what decides whose turn it is; without a person nothing counts as seen. */
export async function readFormCandidates(db: Reader, personId: string | null): Promise<FormCandidates<BankItemRow>> {
  for (;;) {
    const { version, exposures, seen } = await selectDrawings(db, personId);
    const bank = banks.get(version) ?? (await readBank(db, version));
    // Somebody has changed the bank between the two statements.
    if (!bank) continue;
    return { bank, exposures, seen: new Set(seen) };
  }
}

/** Undefined when the bank is of another version by now, which is remembered all the same. */
async function readBank(db: Reader, version: string): Promise<FormBank<BankItemRow> | undefined> {
  const { version: found, items } = await selectBankItems(db);
  const bank = formBankOf(items);
  banks.set(found, bank);
  return found === version ? bank : undefined;
}
