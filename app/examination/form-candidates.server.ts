/** What a form is drawn from. The items in use and how often each has been drawn are remembered in this process; what has changed since is asked each time. */
import type { Reader } from "~/platform/database/handle";
import { type BankItemRow, type Drawings, selectBankItems, selectDrawings } from "./bank-items-queries.server";
import { DrawnFigures } from "./drawn-figures";
import { type FormBank, type FormCandidates, formBankOf } from "./form-bank";

interface RememberedBank {
  readonly version: string;
  readonly bank: FormBank<BankItemRow>;
  readonly figures: DrawnFigures;
}

let remembered: RememberedBank | undefined;

/** Every item that a certification attempt may draw, with what decides whose turn it is; without a person nothing counts as seen. */
export async function readFormCandidates(db: Reader, personId: string | null): Promise<FormCandidates<BankItemRow>> {
  for (;;) {
    const before = remembered;
    const drawings = await selectDrawings(
      db,
      personId,
      before && { version: before.version, since: before.figures.since },
    );
    const known = drawings.version === before?.version ? before : await readBank(db, drawings);
    // Somebody has changed the bank between the two statements.
    if (!known) continue;
    known.figures.take(drawings.drawn, drawings.since);
    remembered = known;
    return { bank: known.bank, exposures: known.figures.exposures, seen: new Set(drawings.seen) };
  }
}

/** Undefined when the bank is of another version by now. */
async function readBank(db: Reader, { version }: Drawings): Promise<RememberedBank | undefined> {
  const found = await selectBankItems(db);
  if (found.version !== version) return undefined;
  const bank = formBankOf(found.items);
  return { version, bank, figures: new DrawnFigures(bank.items) };
}
