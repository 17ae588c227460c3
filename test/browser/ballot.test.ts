import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "#test/set-up/chromium";
import { DemoCopy } from "./demo-copy";
import { signIn, visit } from "./person";

describe("a judge's estimates are kept without being saved", () => {
  let browser: Browser;
  let demo: DemoCopy;
  let page: Page;
  let complaints: string[];
  let ballot: string;

  beforeAll(async () => {
    browser = await launchChromium();
    demo = await DemoCopy.make();
    ({ page, complaints } = await visit(browser, await demo.start()));
    await signIn(page, "exam@ionos.example");
    await page.goto("/cut-score");
    await page.fill("[name=title]", "Spring");
    await page.fill("[name=judges]", "exam@ionos.example, training@ionos.example");
    await page.locator("main form[method=post] button[type=submit]").last().click();
    await page.waitForURL(/\/cut-score\/[0-9a-f-]{36}$/);
    ballot = `${new URL(page.url()).pathname}/rate`;
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.remove();
  });

  const field = (place: number): Locator => page.locator("#ratings input[type=number]").nth(place);
  const state = (place: number): Locator => page.locator("#ratings section").nth(place).locator("p").last();
  /** Opened anew, until the estimate is there: what was sent while a page was left may come after the next one is asked for. */
  const isKept = async (place: number, percent: string): Promise<void> => {
    await expect
      .poll(
        async () => {
          await page.goto(ballot);
          return field(place).inputValue();
        },
        { timeout: 30_000 },
      )
      .toBe(percent);
    expect(await state(place).textContent()).toBe("Saved.");
  };
  /** Typed, and seen by the page: it says so. */
  const type = async (place: number, percent: string): Promise<void> => {
    await field(place).fill(percent);
    await page.locator("#ratings section").nth(place).locator("p:text-matches('aved')").waitFor();
  };

  test("while typing goes on, with the state in sight and the count going along", async () => {
    await page.goto(ballot);
    await field(0).fill("41");
    await expect.poll(() => state(0).textContent(), { timeout: 30_000 }).toBe("Saved.");
    expect(await page.locator("main").textContent()).toMatch(/1 of \d+/);
    await isKept(0, "41");
  });

  test("when the page is left by the breadcrumb", async () => {
    await page.goto(ballot);
    await type(1, "52");
    await page.locator("main").getByRole("link", { name: "Spring" }).click();
    await page.waitForURL(/\/cut-score\/[0-9a-f-]{36}$/);
    await isKept(1, "52");
  });

  test("when the tab goes elsewhere in the midst of typing", async () => {
    await page.goto(ballot);
    await type(2, "63");
    await page.goto("about:blank");
    await isKept(2, "63");
  });

  test("once the portal is reached again, and until then the page says that they are not", async () => {
    await page.goto(ballot);
    await page.context().setOffline(true);
    await field(0).fill("44");
    await page.waitForSelector("#ratings section p:text('the portal cannot be reached')");
    await page.context().setOffline(false);
    await page.waitForSelector("#ratings section p:text('the portal cannot be reached')", { state: "detached" });
    await isKept(0, "44");
  });

  test("but nothing that no estimate can be, which the page says", async () => {
    await page.goto(ballot);
    await field(1).fill("520");
    await page.waitForSelector("#ratings section p:text('Not saved: a whole number from 0 to 100.')");
    await field(1).fill("53");
    await page.waitForSelector("#ratings section p:text('Not saved')", { state: "detached" });
    await isKept(1, "53");
    expect(complaints.filter((one) => !one.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
  });

  test("and goes on to another section with all of it, by the button as well", async () => {
    await page.goto(ballot);
    await field(0).fill("45");
    await page.locator("button[name=next]").nth(1).click();
    await page.waitForURL(/section=/);
    await isKept(0, "45");
  });
});
