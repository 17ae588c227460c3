import type { Page } from "playwright-core";
import { questionAt } from "./windows";

/** Presses Tab until the focus is on what the selector names. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 120; press += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`no way by keyboard to ${selector}`);
}

/** Gives any answer to the question that is shown, as somebody without a mouse does; its kind of field. */
export async function answerByKeyboard(page: Page): Promise<string> {
  const fields =
    "#answer [name=choice], #answer [name=value], #answer select, #answer [name=move][value=keep], #answer [name=line]";
  await tabTo(page, fields);
  const field = await page.evaluate(() => {
    const focused = document.activeElement as HTMLInputElement;
    return `${focused.tagName} ${focused.type} ${focused.name.split("-")[0]}`;
  });
  if (field.startsWith("SELECT")) await page.keyboard.press("ArrowDown");
  else if (field.includes("value")) {
    await page.keyboard.type("12.5");
    if (await page.locator("#answer select[name=unit]").count()) {
      await tabTo(page, "#answer select[name=unit]");
      await page.keyboard.press("ArrowDown");
    }
  } else await page.keyboard.press(field.startsWith("BUTTON") ? "Enter" : "Space");
  await page.waitForSelector("nav [aria-current=step][aria-label*=' answered']");
  return field;
}

/** Goes to the first question that asks for a number. */
export async function openNumeric(page: Page): Promise<void> {
  for (let ordinal = 1; ordinal <= 20; ordinal += 1) {
    await questionAt(page, ordinal);
    if (await page.locator("#answer [name=value]").count()) return;
    await page.locator("button.button-primary[name=go]").click();
  }
  throw new Error("no question asks for a number");
}
