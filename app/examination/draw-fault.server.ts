import type { Reader } from "~/platform/database/handle";
import { type AssembledForm, assembleForm } from "./assemble-form";
import type { Blueprint } from "./blueprint";
import { readFormCandidates } from "./form-candidates.server";

export type DrawFault = Extract<AssembledForm, { readonly fault: unknown }>;

/**
 * Why no form can be drawn for somebody new, enemies and clauses considered; null where one can.
 * @param without an item that is left out, to see whether the bank could do without it
 */
export async function readDrawFault(db: Reader, blueprint: Blueprint, without?: string): Promise<DrawFault | null> {
  const candidates = await readFormCandidates(db, null);
  const form = assembleForm({ blueprint, candidates: candidates.filter(({ itemId }) => itemId !== without), seed: "" });
  return "fault" in form ? form : null;
}
