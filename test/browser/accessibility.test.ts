import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchChromium } from "#test/set-up/chromium";
import { signIn, visit } from "./person";

/** Who opens what; `:organisation` and the like are found on the pages themselves, as a person would find them. */
const visitors: Record<string, readonly string[]> = {
  "": [
    "/sign-in",
    "/forgot-password",
    "/link/used-up",
    "/verify",
    "/verify/SLA-0000-0000-0000-00",
    "/gallery",
    "/no-such-page",
  ],
  "admin@nordlicht.example": ["/", "/training", "first:/training/", "people", "/mailbox"],
  "admin@rheinwerk.example": ["/", "people", "people/new", "person", "what-if", "absences", "second-level"],
  "engineer@nordlicht.example": ["/me", "first:/certificates/", "/exam"],
  "training@ionos.example": ["/training/new"],
  "exam@ionos.example": ["/organisations"],
  "audit@ionos.example": ["/organisations", "/organisations?status=at_risk", "/notices", "/jobs", "/audit"],
  "portal@ionos.example": ["/organisations/new", "/second-level-applications", "first:/organisations/"],
};

const looks = [
  { colorScheme: "light", width: 1280 },
  { colorScheme: "dark", width: 360 },
] as const;

describe.each(looks)("nothing for axe to find: $colorScheme, $width px", ({ colorScheme, width }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each(Object.entries(visitors))("%s", async (email, paths) => {
    const { page } = await visit(browser, inject("demoUrl"), { colorScheme, viewport: { width, height: 900 } });
    if (email) await signIn(page, email);
    for (const path of paths) {
      await open(page, path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .analyze();
      const found = violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`);
      expect(found).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect({ path, overflow }).toEqual({ path, overflow: 0 });
    }
    await page.context().close();
  });
});

/** `/path` as it stands; `first:/prefix` follows the first such link in the page; a bare word is a page below one's own organisation. */
async function open(page: Page, path: string): Promise<void> {
  if (path.startsWith("/")) await page.goto(path);
  else if (path.startsWith("first:")) {
    const href = await page
      .locator(`main a[href^="${path.slice(6)}"]`)
      .first()
      .getAttribute("href");
    await page.goto(href ?? "/missing");
  } else {
    await page.goto("/");
    const own = new URL(page.url()).pathname;
    if (path === "person") {
      await page.goto(`${own}/people`);
      await page.goto((await page.locator('main a[href*="/people/"]').nth(1).getAttribute("href")) ?? "/missing");
    } else await page.goto(`${own}/${path}`);
  }
  await page.waitForLoadState("load");
}
