import { attemptsTried } from "~/examination/bank-outlook";
import { clauseNames } from "~/examination/clause-tags";
import type { ProgrammePlan } from "~/examination/programme-versions";
import { previewProgramme } from "~/examination/read-programme.server";
import type { Db } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { planFieldNames } from "./plan-fields";

/** What would follow from the plan, as the page shows it, with what was typed to be sent again. */
export async function previewPlan(
  db: Db,
  { plan, activeFrom }: { plan: ProgrammePlan; activeFrom: Date | null },
  { form, language, now }: { form: FormData; language: Language; now: Date },
) {
  const { outlook, latest, ...preview } = await previewProgramme(db, plan, activeFrom, now);
  const { sections, fault, attemptsWithoutRepeat, uncovered, coveredOnce } = outlook;
  const named = (clauses: typeof uncovered) => clauses.map((clause) => clauseNames[clause][language]);
  const typed = Object.fromEntries(planFieldNames.map((name) => [name, String(form.get(name) ?? "")]));
  return {
    ...preview,
    activeFrom: activeFrom?.toISOString() ?? null,
    outlook: {
      sections,
      fault: fault && "clause" in fault ? { clause: clauseNames[fault.clause][language] } : fault,
      attemptsWithoutRepeat,
      attemptsTried,
      uncovered: named(uncovered),
      coveredOnce: named(coveredOnce),
    },
    typed: { ...typed, basedOn: String(latest) },
  };
}

export type PlanPreview = Awaited<ReturnType<typeof previewPlan>>;
