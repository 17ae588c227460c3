import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "#test/set-up/chromium";
import { DemoCopy } from "./demo-copy";
import { signIn, visit } from "./person";

describe("what was typed into a form", () => {
  let browser: Browser;
  let demo: DemoCopy;
  let page: Page;

  beforeAll(async () => {
    browser = await launchChromium();
    demo = await DemoCopy.make();
    page = (await visit(browser, await demo.start())).page;
    await signIn(page, "exam@ionos.example");
  });
  afterAll(async () => {
    await page?.context().close();
    await browser?.close();
    await demo?.remove();
  });

  // It does not wait there to be sent a second time: the page stays, and React would keep it.
  test("is gone from it once it was accepted: an exception for the examination, granted and taken back", async () => {
    await page.goto("/organisations");
    await page
      .getByRole("link", { name: /^Nordlicht/ })
      .first()
      .click();
    await page.locator("main a[href*='/people/']:not([href$='/new'])").first().click();
    await page.getByText("Grant an exception").click();
    await page.getByLabel("Release").check();
    const reason = page.locator("form:has([value=grant_exception]) [name=reason]");
    await reason.fill("Was ill in the last attempt");
    await page.getByRole("button", { name: "Grant exception" }).click();
    await page.getByText("Was ill in the last attempt").and(page.locator("td *")).first().waitFor();
    await reason.waitFor({ state: "hidden" });
    expect(await reason.inputValue()).toBe("");

    await page.getByText("Withdraw an exception").click();
    const why = page.locator("[name=withdrawReason]");
    await why.fill("Was meant for somebody else");
    await page.getByRole("button", { name: "Withdraw exception" }).click();
    await page.getByText("Was meant for somebody else").and(page.locator("td *")).first().waitFor();
    await why.waitFor({ state: "detached" });
  });

  test("stays in it when it is sent without a connection", async () => {
    const shown = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 60_000 });
    await page.goto("/cut-score");
    await page.waitForLoadState("networkidle");
    await page.fill("[name=title]", "Spring study");
    await page.context().setOffline(true);
    const send = page.locator("main form button[type=submit]").last();
    await send.click();
    await shown("No connection: nothing was sent");
    expect(await page.inputValue("[name=title]")).toBe("Spring study");
    await page.context().setOffline(false);
    await page.getByText("No connection: nothing was sent").waitFor({ state: "detached" });
    await send.click();
    await shown(/needs? another look/);
    expect(await page.inputValue("[name=title]")).toBe("Spring study");
  });
});
