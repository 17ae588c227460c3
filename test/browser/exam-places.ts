import type { Page } from "playwright-core";

/** Where everything to read and to press begins, at a desk, on a phone and at 400 %. */
export async function placesAtEachWidth(page: Page): Promise<number[][]> {
  const places: number[][] = [];
  for (const [width, height] of [
    [320, 256],
    [390, 844],
    [1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => scrollTo(0, 0));
    const tops = page.locator("#question, #answer label, #answer button, aside button, header button, [role=timer]");
    places.push(await tops.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top)));
  }
  return places;
}

/** Goes back through the page with the keyboard; what then stands beneath the header. */
export async function beneathTheHeader(page: Page): Promise<string[]> {
  const hidden: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Shift+Tab");
    const found = await page.evaluate(() => {
      const focused = document.activeElement?.closest("main *");
      const head = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
      return focused && focused.getBoundingClientRect().top < head ? focused.outerHTML : undefined;
    });
    if (found) hidden.push(found);
  }
  return hidden;
}
