import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { isLong } from "#test/set-up/breadth";

const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 360, height: 740 } } as const;
const rules = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
} as const;

/** Without comments and long names: half as much for the browser to read, anew on every page. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Look = readonly [device: keyof typeof sizes, colorScheme: "light" | "dark"];

/** Each size and each scheme once; `npm run test:long` looks at every scheme in every size. */
const few: readonly Look[] = [
  ["desktop", "light"],
  ["phone", "dark"],
];
const looks: readonly Look[] = isLong ? [...few, ["desktop", "dark"], ["phone", "light"]] : few;

/** What axe finds and what is wider than the screen. The page is loaded once and axe brought in once: most of the time would go there. */
export async function faultsToSee(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const found: string[] = [];
  for (const [device, colorScheme] of looks) {
    await page.setViewportSize(sizes[device]);
    // Without motion, so that no colour is looked at on its way to another.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const fault of await violations(page)) found.push(`${device}, ${colorScheme}: ${fault}`);
    found.push(...(await tooWide(page, device)));
  }
  return found;
}

/** Looks when the new size and scheme are drawn and what the page made of them is done: a table that now has to be scrolled can be, by keyboard too. */
const violations = (page: Page): Promise<string[]> =>
  page.evaluate(async (asked) => {
    await new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
    await new Promise<void>((resolve) => requestIdleCallback(() => resolve(), { timeout: 2_000 }));
    const brought = (window as unknown as { axe: typeof axe }).axe;
    const found = await brought.run({
      runOnly: { ...asked, values: [...asked.values] },
      resultTypes: ["violations"],
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
  }, rules);

/** What is wider than a desk or a phone. */
export async function faultsOfWidth(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [device, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    found.push(...(await tooWide(page, device)));
  }
  return found;
}

async function tooWide(page: Page, device: string): Promise<string[]> {
  const by = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return by > 0 ? [`${device}: ${by} px wider than the screen`] : [];
}
