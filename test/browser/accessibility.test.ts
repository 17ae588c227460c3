import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "#test/set-up/chromium";
import routeConfig from "~/routes";
import { demoWorld } from "./demo-world";
import { faultsOfWidth, faultsToSee } from "./look";
import { strayTexts, wordsOf } from "./page-words";
import { addressOf, begun, listed, named, otherPeoplesWords, ways } from "./pages";
import { Visitors } from "./visitors";

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

const devices = {
  en: { viewport: { width: 1280, height: 900 } },
  de: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
} as const;
/** The German for phones, where its longer words have least room; axe looks once, since colours and elements are the same in both. */
const faultsIn = { en: faultsToSee, de: faultsOfWidth } as const;
/** Of what was looked at, by the name of the look. */
const titles = { en: new Map<string, string>(), de: new Map<string, string>() };

let browser: Browser;
let demoUrl: string;
beforeAll(async () => {
  ({ url: demoUrl } = await demoWorld());
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

describe.each(["en", "de"] as const)("nothing to find (%s)", (language) => {
  let visitors: Visitors;
  beforeAll(() => {
    visitors = new Visitors(browser, demoUrl, language, devices[language]);
  });
  afterAll(() => visitors.close());

  test.concurrent.each(listed)("$title", async ({ path, way, title }) => {
    const { page, complaints, close } = await visitors.tab(way.as);
    await page.goto(await addressOf(page.request, way), { waitUntil: "load" });
    const faults = await faultsIn[language](page);
    const words = await wordsOf(page);
    titles[language].set(title, words.title);
    const spoken = otherPeoplesWords.has(path) ? [] : strayTexts(words, language);
    // A page that says 403 or 404 is a failed request to the browser.
    const complained = complaints.filter((text) => path !== "/*" || !/status of 40[34]/.test(text));
    expect({ faults, spoken, complained, language: words.language, headings: words.headings }).toEqual({
      faults: [],
      spoken: [],
      complained: [],
      language,
      headings: 1,
    });
    close();
  });

  test("the titles tell the pages apart", () => {
    const of = (path: string) =>
      new Set(listed.filter((look) => look.path === path).map(({ title }) => titles[language].get(title)));
    // The start page is one of the others.
    const all = Object.keys(ways)
      .filter((path) => path !== "/")
      .flatMap((path) => [...of(path)]);
    expect(all.filter((title, index) => !title || all.indexOf(title) !== index)).toEqual([]);
  });
});

test("the titles are in the language of the page", () => {
  const same = listed.filter(({ path, title }) => !named.has(path) && titles.en.get(title) === titles.de.get(title));
  expect(same.map(({ title }) => title)).toEqual([]);
});

describe("nothing for axe to find in forms that are wrong, and in what opens", () => {
  let visitors: Visitors;
  beforeAll(() => {
    visitors = new Visitors(browser, demoUrl, "en", devices.en);
  });
  afterAll(() => visitors.close());

  const states: readonly [string, string, string, (page: Page) => Promise<unknown>][] = [
    ["a sign-in that fails", "", "/sign-in", send],
    ["a person without a name", "admin@rheinwerk.example", "./people/new", send],
    ["a session without anything", "training@ionos.example", "/training/new", send],
    ["an organisation without anything", "portal@ionos.example", "/organisations/new", send],
    ["everything that opens", "portal@ionos.example", "/jobs", openAll],
    ["everything that opens, at home", "admin@rheinwerk.example", "/", openAll],
    ["everything that opens, of a person", "admin@rheinwerk.example", "./people", openAll],
  ];
  test.concurrent.each(states)("%s", async (_title, as, path, act) => {
    const { page, close } = await visitors.tab(as);
    await page.goto(await addressOf(page.request, { as, steps: [path] }), { waitUntil: "load" });
    await act(page);
    expect(await faultsToSee(page)).toEqual([]);
    close();
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
