import type { Page } from "playwright-core";

/** Under an answer of which the server has everything. */
export const atRest = /^(Saved \d|Nothing entered yet)/;

/** Until the page shows the question, whole: in a page that is still arriving its number stands before its fields, and the button to the next after them. */
export const questionAt = (page: Page, ordinal: number) =>
  page.waitForSelector(`#answer:has([name=ordinal][value="${ordinal}"]) button.button-primary[name=go]`, {
    state: "attached",
  });

/** What the browser tells a page whose tab somebody turns to again; without a window none is ever out of sight. It would find out by itself within half a minute. */
export const comeBackTo = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));

/** Opens the exam and waits until the portal has given it the place, so that the window before hears of it when it asks next. */
export async function takePlace(page: Page, address: string): Promise<void> {
  const taken = page.waitForResponse(
    (response) => response.url().endsWith("/answer") && response.request().method() === "POST" && response.ok(),
  );
  await page.goto(address);
  await taken;
}

/** Until the page has loaded itself anew, with the other browser's answers: whoever went elsewhere before would be called back. */
export async function takeBack(page: Page): Promise<void> {
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Continue here" }).click();
  await loaded;
}

/** Opens a question and waits until the page has all the others at hand, as it needs them without a connection. */
export async function openWhole(page: Page, address: string): Promise<void> {
  // Not those that the page before was still waiting for: they come to nothing, and nobody says so.
  let isThere = false;
  page.once("framenavigated", () => {
    isThere = true;
  });
  const asked = page.waitForRequest((request) => isThere && request.url().endsWith("/items"));
  await page.goto(address);
  await page.waitForSelector("[role=timer]");
  const answered = await (await asked).response();
  await answered?.finished();
}
