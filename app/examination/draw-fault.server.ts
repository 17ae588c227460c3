import type { Reader } from "~/platform/database/handle";
import { type AssembledForm, assembleForm } from "./assemble-form";
import type { Blueprint } from "./blueprint";
import { formBankOf } from "./form-bank";
import { readFormCandidates } from "./form-candidates.server";

export type DrawFault = Extract<AssembledForm, { readonly fault: unknown }>;

/**
 * Why no form can be drawn for somebody new, enemies and clauses considered; null where one can.
 * @param without an item that is left out, to see whether the bank could do without it
 */
export async function readDrawFault(db: Reader, blueprint: Blueprint, without?: string): Promise<DrawFault | null> {
  const candidates = await readFormCandidates(db, null);
  const others = () => formBankOf(candidates.bank.items.filter(({ itemId }) => itemId !== without));
  const bank = without === undefined ? candidates.bank : others();
  const form = assembleForm({ ...candidates, bank, blueprint, seed: "" });
  return "fault" in form ? form : null;
}
