/** What a form is drawn from. The items in use and how often each has been drawn are remembered in this process; what has changed since is asked each time. */
import type { Reader } from "~/platform/database/handle";
import { PerDatabase } from "~/platform/database/per-database";
import { type BankItemRow, type Drawings, selectBankItems, selectDrawings } from "./bank-items-queries.server";
import { DrawnFigures, type DrawnItem } from "./drawn-figures";
import { type FormBank, type FormCandidates, formBankOf } from "./form-bank";

interface RememberedBank {
  readonly version: string;
  readonly addedUp: string;
  readonly bank: FormBank<BankItemRow>;
  readonly figures: DrawnFigures;
}

const remembered = new PerDatabase<RememberedBank>();

/**
 * Every item that a certification attempt may draw, with what decides whose turn it is; without a person nothing counts as seen. The figures are those that
 * this process goes on counting, upwards only: a draw that waits for nothing sees them stand still.
 */
export async function readFormCandidates(db: Reader, personId: string | null): Promise<FormCandidates<BankItemRow>> {
  for (;;) {
    const before = remembered.get(db);
    const asked = before && { version: before.version, addedUp: before.addedUp, since: before.figures.since };
    const drawings = await selectDrawings(db, personId, asked);
    // The server has been replaced by one that knows less: a copy, or a standby that had not heard everything.
    if (asked && BigInt(drawings.since) < BigInt(asked.since)) {
      remembered.set(db, undefined);
      continue;
    }
    const known = drawings.drawn ? await readAnew(db, before, drawings, drawings.drawn) : before;
    // Somebody has changed the bank between the two statements.
    if (!known) continue;
    const { bank, figures } = known;
    const seen = new Set(drawings.seen);
    const { entries, since } = drawings;
    if (entries.some(([, , own]) => own)) return { bank, exposures: figures.with(entries), seen };
    figures.take(entries, since);
    remembered.set(db, known);
    return { bank, exposures: figures.exposures, seen };
  }
}

/** Undefined when the bank is of another version by now. */
async function readAnew(
  db: Reader,
  before: RememberedBank | undefined,
  { version, addedUp }: Drawings,
  drawn: readonly DrawnItem[],
): Promise<RememberedBank | undefined> {
  const bank = before?.version === version ? before.bank : await readBank(db, version);
  return bank && { version, addedUp, bank, figures: new DrawnFigures(bank.items, drawn) };
}

async function readBank(db: Reader, version: string): Promise<FormBank<BankItemRow> | undefined> {
  const found = await selectBankItems(db);
  return found.version === version ? formBankOf(found.items) : undefined;
}
