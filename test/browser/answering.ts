import { join } from "node:path";
import type { Page } from "playwright-core";
import { readContents, readForm } from "~/examination/form-queries.server";
import { fieldNames } from "~/examination/given-answer";
import { modelAnswer } from "~/examination/model-answer";
import { keyOf } from "~/examination/present-item";
import type { ItemResponse } from "~/examination/response";
import { connect } from "~/platform/database/connect";

/** What earns full points at each place of an attempt's form, read from the folder of a portal that is stopped. */
export async function modelAnswers(dataDir: string, attemptId: string): Promise<ItemResponse[]> {
  const database = await connect({ dataDir: join(dataDir, "database") });
  try {
    const form = await readForm(database.db, attemptId);
    const contents = await readContents(database.db, form);
    return form.flatMap(({ seed }, index) => {
      const content = contents[index];
      return content ? [modelAnswer(keyOf(content, seed))] : [];
    });
  } finally {
    await database.close();
  }
}

const named = (name: string, value?: string) => `[name="${name}"]${value === undefined ? "" : `[value="${value}"]`}`;

/** Never exactly three decimals: `1.536` could mean a thousand, and is asked back. */
const typed = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(4));

/** Gives the answer on the exam page as a person does: ticks, choices, figures, presses that move. */
export async function give(page: Page, answer: ItemResponse): Promise<void> {
  const form = page.locator("form:has([name=ordinal])");
  switch (answer.kind) {
    case "single_choice":
      await form.locator(named(fieldNames.choice, answer.optionId ?? "")).check();
      return;
    case "multiple_choice":
      for (const id of answer.optionIds) await form.locator(named(fieldNames.choice, id)).check();
      return;
    case "numeric": {
      await form.locator(named(fieldNames.value)).fill(typed(answer.value ?? 0));
      const unit = form.locator(`select${named(fieldNames.unit)}`);
      if (await unit.count()) await unit.selectOption(answer.unit);
      return;
    }
    case "ordering":
      for (const [target, id] of answer.entryIds.entries()) {
        const order = () =>
          form
            .locator(named(fieldNames.entry))
            .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
        for (let at = (await order()).indexOf(id); at > target; at -= 1)
          await form.locator(named(fieldNames.move, `up:${id}`)).click();
      }
      if (await form.locator(named(fieldNames.move, "keep")).count())
        await form.locator(named(fieldNames.move, "keep")).click();
      return;
    case "matching":
      for (const [prompt, option] of Object.entries(answer.pairs))
        await form.locator(named(fieldNames.pair(prompt))).selectOption(option);
      return;
    case "mark_evidence":
      for (const id of answer.lineIds) await page.locator(named(fieldNames.line, id)).check();
      return;
    case "incident_report":
      for (const [evidence, field] of Object.entries(answer.placements))
        await form.locator(named(fieldNames.placement(evidence))).selectOption(field);
  }
}

/** Gives some answer, whichever it is, to the question on the page. */
export async function giveAny(page: Page): Promise<void> {
  const form = page.locator("form:has([name=ordinal])");
  const ticks = form.locator(`${named(fieldNames.choice)}, ${named(fieldNames.line)}`);
  const value = form.locator(named(fieldNames.value));
  const keep = form.locator(named(fieldNames.move, "keep"));
  if (await ticks.count()) await ticks.first().check();
  else if (await value.count()) await value.fill("1");
  else if (await keep.count()) await keep.click();
  for (const select of await form.locator("select").all()) await select.selectOption({ index: 1 });
}
