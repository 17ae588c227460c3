import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchChromium } from "#test/set-up/chromium";
import { DemoCopy } from "./demo-copy";
import { signIn, visit } from "./person";

/** A copy of the demo portal for the tests of one file, and people in browsers of their own before it; gone when they are done. */
export function examHall() {
  const contexts: BrowserContext[] = [];
  let browser: Browser;
  let demo: DemoCopy;
  let base: string;
  beforeAll(async () => {
    browser = await launchChromium();
    demo = await DemoCopy.make();
    base = await demo.start();
  });
  afterAll(async () => {
    for (const context of contexts) await context.close();
    await browser?.close();
    await demo?.remove();
  });
  const as = async (email: string): Promise<Page> => {
    const { page } = await visit(browser, base);
    contexts.push(page.context());
    await signIn(page, email);
    return page;
  };
  return { as, asCandidate: () => as("engineer@nordlicht.example") };
}

export const shown = (on: Page, text: string | RegExp) => on.getByText(text).first().waitFor({ timeout: 60_000 });
