import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "#test/set-up/chromium";
import { giveAny } from "./answering";
import { DemoCopy } from "./demo-copy";
import { faultsToSee } from "./look";
import { addressOf, ways } from "./pages";
import { Visitors } from "./visitors";

/** The pages of `begun` in pages.ts: what they show has to be begun first. */
describe("nothing for axe to find in what is under way", () => {
  let browser: Browser;
  let demo: DemoCopy;
  let visitors: Visitors;
  beforeAll(async () => {
    browser = await launchChromium();
    demo = await DemoCopy.make();
    visitors = new Visitors(browser, await demo.start(), "de", { viewport: { width: 1280, height: 900 } });
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.remove();
  });

  const expectNothing = async (page: Page): Promise<void> => {
    expect({ address: page.url(), faults: await faultsToSee(page) }).toEqual({ address: page.url(), faults: [] });
  };

  test("an examination, and handing it in", async () => {
    const { page, close } = await visitors.tab("engineer@nordlicht.example");
    await page.goto("/exam");
    for (const box of await page.locator("main form input[type=checkbox]").all()) await box.check();
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL(/\/exam\/[0-9a-f-]{36}/);
    const address = new URL(page.url()).pathname;
    for (const item of [1, 5, 9, 13, 17, 20]) {
      await page.goto(`${address}?item=${item}`);
      await expectNothing(page);
    }
    await page.goto(`${address}/hand-in`);
    await expectNothing(page);
    close();
  });

  test("a question of practice, and its answer", async () => {
    const { page, close } = await visitors.tab("engineer@nordlicht.example");
    await page.goto("/practice");
    await page.locator("main form[method=post] button[type=submit]").first().click();
    await page.waitForURL(/\/practice\/[0-9a-f-]{36}/);
    await expectNothing(page);
    // Before it stands one that the enter key presses.
    const check = page.locator("main form[method=post] button[value=check]:not([aria-hidden])");
    await check.click();
    await page.locator("#answer-error").waitFor();
    await expectNothing(page);
    await giveAny(page);
    await check.click();
    await page.waitForURL(/[?&]item=1\b/);
    await expectNothing(page);
    close();
  });

  test("a mock examination, and handing it in", async () => {
    const { page, close } = await visitors.tab("engineer@nordlicht.example");
    await page.goto("/practice");
    await page.locator("main form[method=post] button[type=submit]").last().click();
    await page.waitForURL(/\/practice\/[0-9a-f-]{36}\/mock/);
    const round = new URL(page.url()).pathname.replace(/\/mock$/, "");
    for (const item of [1, 7, 14]) {
      await page.goto(`${round}/mock?item=${item}`);
      await expectNothing(page);
    }
    await page.goto(`${round}/hand-in`);
    await expectNothing(page);
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL(/\/practice\/[0-9a-f-]{36}$/);
    await page.waitForSelector("main details > summary");
    for (const question of await page.locator("main details > summary").all()) await question.click();
    await expectNothing(page);
    close();
  });

  test("a cut-score study, and rating in it", async () => {
    const { page, close } = await visitors.tab("exam@ionos.example");
    await page.goto("/cut-score");
    await page.fill("[name=title]", "Spring");
    await page.fill("[name=judges]", "exam@ionos.example, training@ionos.example");
    await page.locator("main form[method=post] button[type=submit]").last().click();
    await page.waitForURL(/\/cut-score\/[0-9a-f-]{36}$/);
    await expectNothing(page);
    await page.goto(`${page.url()}/rate`);
    await expectNothing(page);
    close();
  });

  test("a regrade and its dry run", async () => {
    const { page, close } = await visitors.tab("exam@ionos.example");
    const [newRegrade] = ways["/regrades/new"] ?? [];
    if (newRegrade) await page.goto(await addressOf(page.request, newRegrade));
    await page.locator("[name=treatment][value=full_marks]").check();
    await page.locator("main textarea[name=reason]").fill("The key was wrong.");
    await page.locator("main form[method=post] button[type=submit]").last().click();
    await page.waitForURL(/\/regrades\/[0-9a-f-]{36}$/);
    await expectNothing(page);
    close();
  });
});
