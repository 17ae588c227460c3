import { assembleForm } from "~/examination/assemble-form";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { readFormCandidates } from "~/examination/form-candidates.server";
import { selectProgramme } from "~/examination/programme-queries.server";
import type { Portal } from "~/platform/portal";
import { type Cost, medianCost } from "./cost";
import type { Stage } from "./stage";
import type { Seat } from "./world";

const rounds = 5;
const draws = 20;

/** CPU of drawing one form in this process, from asking the bank to the last place; nothing is stored. */
export async function assemblyCost(
  stage: Stage,
  { db, clock }: Portal,
  seats: readonly Seat[],
): Promise<{ cost: Cost; items: number }> {
  const { blueprint } = await selectProgramme(db, secondLevelAdministrator.code, clock.now());
  let items = 0;
  const draw = async (number: number) => {
    const candidates = await readFormCandidates(db, seats[number % seats.length]?.personId ?? null);
    items = candidates.bank.items.length;
    const form = assembleForm({ ...candidates, blueprint, seed: `draw ${number}` });
    if ("fault" in form) throw new Error(`no form can be drawn: ${form.fault}`);
  };
  for (let number = 0; number < draws; number += 1) await draw(number);
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = { own: process.cpuUsage(), database: stage.databaseCpuMs() };
    for (let number = 0; number < draws; number += 1) await draw(round * draws + number);
    const own = process.cpuUsage(before.own);
    costs.push({
      serverMs: (own.user + own.system) / 1000 / draws,
      databaseMs: (stage.databaseCpuMs() - before.database) / draws,
    });
  }
  return { cost: medianCost(costs), items };
}
