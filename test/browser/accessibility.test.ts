import AxeBuilder from "@axe-core/playwright";
import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { launchChromium } from "#test/set-up/chromium";
import routeConfig from "~/routes";
import { DemoCopy } from "./demo-copy";
import { begun, go, ways } from "./pages";
import { signIn, speak, visit } from "./person";

/** What app/routes.ts shows as a page; the other addresses answer with data or files. */
function pagePaths(entries: readonly RouteConfigEntry[]): string[] {
  return entries.flatMap(({ file, path, children }) => {
    if (children) return pagePaths(children);
    return file.endsWith(".tsx") ? [`/${path ?? ""}`] : [];
  });
}

test("every page of the portal is looked at, and no other", () => {
  expect([...Object.keys(ways), ...begun].sort()).toEqual(pagePaths(routeConfig).sort());
});

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** German on the phone: its longer words are the harder test there. */
const devices = {
  desktop: { language: "en", viewport: { width: 1280, height: 900 } },
  phone: { language: "de", viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
} as const;
type Device = (typeof devices)[keyof typeof devices];

/** A browser on this device, with somebody signed in; without motion, so that no colour is met half-way to another. */
async function opened(baseUrl: string, as: string, device: Device): Promise<Page> {
  const { language, ...screen } = device;
  const { page } = await visit(browser, baseUrl, {
    ...screen,
    colorScheme: "light",
    reducedMotion: "reduce",
    locale: language,
  });
  if (as) await signIn(page, as);
  await speak(page, language);
  return page;
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

/** All of axe in the light; in the dark only colours can differ. Nothing may be wider than the screen. */
async function expectNothingFound(page: Page): Promise<void> {
  const found: string[] = [];
  const note = (scheme: string, { violations }: Awaited<ReturnType<AxeBuilder["analyze"]>>) => {
    for (const { id, nodes } of violations) found.push(`${scheme} ${id}: ${nodes[0]?.html}`);
  };
  note("light", await new AxeBuilder({ page }).withTags(tags).analyze());
  await page.emulateMedia({ colorScheme: "dark" });
  note("dark", await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze());
  await page.emulateMedia({ colorScheme: "light" });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect({ page: page.url(), found, wider }).toEqual({ page: page.url(), found: [], wider: 0 });
}

describe.each(Object.entries(devices))("nothing for axe to find, light and dark, on a %s", (_name, device) => {
  const contexts = new Map<string, Promise<BrowserContext>>();
  const contextOf = async (as: string): Promise<BrowserContext> => {
    const page = await opened(inject("demoUrl"), as, device);
    await page.close();
    return page.context();
  };
  afterAll(async () => {
    for (const context of contexts.values()) await (await context).close();
  });

  const listed = Object.entries(ways).flatMap(([path, each]) =>
    each.map((one) => ({ path, one, title: `${path} ${one.as} ${one.steps.at(-1)}` })),
  );
  test.each(listed)("$title", async ({ one }) => {
    let context = contexts.get(one.as);
    if (!context) {
      context = contextOf(one.as);
      contexts.set(one.as, context);
    }
    const page = await (await context).newPage();
    await go(page, one);
    await expectNothingFound(page);
    await page.close();
  });

  /** Forms sent without what they need, menus and questions opened. */
  const states: readonly [string, string, string, (page: Page) => Promise<unknown>][] = [
    ["a sign-in that fails", "", "/sign-in", send],
    ["a person without a name", "admin@rheinwerk.example", "./people/new", send],
    ["a session without anything", "training@ionos.example", "/training/new", send],
    ["an organisation without anything", "portal@ionos.example", "/organisations/new", send],
    ["everything that opens", "portal@ionos.example", "/jobs", openAll],
    ["everything that opens, at home", "admin@rheinwerk.example", "/", openAll],
  ];
  test.each(states)("%s", async (_title, as, path, act) => {
    const page = await opened(inject("demoUrl"), as, device);
    await go(page, { as, steps: [path] });
    await act(page);
    await expectNothingFound(page);
    await page.context().close();
  });
});

async function send(page: Page): Promise<void> {
  await page.locator("main form[method=post]").first().locator("button[type=submit]").last().click();
  await page.locator("[role=alert], [aria-invalid=true]").first().waitFor();
}

const openAll = (page: Page): Promise<unknown> =>
  page.locator("main details, header details:visible").evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });

describe("what is under way", () => {
  let demo: DemoCopy;
  let base: string;
  beforeAll(async () => {
    demo = await DemoCopy.make();
    base = await demo.start();
  });
  afterAll(async () => {
    await demo?.remove();
  });

  const as = (email: string): Promise<Page> => opened(base, email, devices.phone);
  const both = async (page: Page): Promise<void> => {
    for (const { viewport } of Object.values(devices)) {
      await page.setViewportSize(viewport);
      await expectNothingFound(page);
    }
  };

  test("an examination, and handing it in", async () => {
    const page = await as("engineer@nordlicht.example");
    await page.goto("/exam");
    for (const box of await page.locator("main form input[type=checkbox]").all()) await box.check();
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL(/\/exam\/[0-9a-f-]{36}/);
    const address = new URL(page.url()).pathname;
    for (const item of [1, 5, 9, 13, 17, 20]) {
      await page.goto(`${address}?item=${item}`);
      await both(page);
    }
    await page.goto(`${address}/hand-in`);
    await both(page);
    await page.context().close();
  });

  test("a question of practice, and its answer", async () => {
    const page = await as("engineer@nordlicht.example");
    await page.goto("/practice");
    await page.locator("main form[method=post] button[type=submit]").first().click();
    await page.waitForURL(/\/practice\/[0-9a-f-]{36}/);
    await both(page);
    await page.locator("main form[method=post] button[type=submit]").first().click();
    await page.waitForLoadState("load");
    await both(page);
    await page.context().close();
  });

  test("a cut-score study, and rating in it", async () => {
    const page = await as("exam@ionos.example");
    await page.goto("/cut-score");
    await page.fill("[name=title]", "Spring");
    await page.fill("[name=judges]", "exam@ionos.example, training@ionos.example");
    await page.locator("main form[method=post] button[type=submit]").last().click();
    await page.waitForURL(/\/cut-score\/[0-9a-f-]{36}$/);
    await both(page);
    await page.goto(`${page.url()}/rate`);
    await both(page);
    await page.context().close();
  });

  test("a regrade and its dry run", async () => {
    const page = await as("exam@ionos.example");
    const [newRegrade] = ways["/regrades/new"] ?? [];
    if (newRegrade) await go(page, newRegrade);
    await page.locator("[name=treatment][value=full_marks]").check();
    await page.locator("main textarea[name=reason]").fill("The key was wrong.");
    await page.locator("main form[method=post] button[type=submit]").last().click();
    await page.waitForURL(/\/regrades\/[0-9a-f-]{36}$/);
    await both(page);
    await page.context().close();
  });
});
