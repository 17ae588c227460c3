import type { Browser, BrowserContext, Page } from "playwright-core";
import { demoPassword } from "~/demo/demo-accounts";

export interface Visit {
  readonly page: Page;
  /** Everything the browser complained of: scripts, refused resources, policy. */
  readonly complaints: string[];
}

/** Somebody's own browser, in English. */
export async function visit(
  browser: Browser,
  baseUrl: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<Visit> {
  const context = await browser.newContext({ baseURL: baseUrl, locale: "en-GB", ...options });
  // A busy machine is waited for.
  context.setDefaultTimeout(90_000);
  return openTab(context);
}

export async function openTab(context: BrowserContext): Promise<Visit> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} ${message.location().url}`);
  });
  return { page, complaints };
}

/** Signs in and switches to English, which stays with the person. */
export async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.goto("/sign-in");
  await page.fill("[name=email]:visible", email);
  await page.fill("[name=password]:visible", password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await speak(page, "en");
}

/** Switches the page's language, unless it is that already or the page has no switch. */
export async function speak(page: Page, language: "en" | "de"): Promise<void> {
  if ((await page.locator("html").getAttribute("lang")) === language) return;
  const button = page.locator(`button[name=language][value=${language}]`);
  if ((await button.count()) === 0) return;
  await button.click();
  await page.waitForSelector(`html[lang=${language}]`);
  // Whole, so that whoever switches next finds the switch.
  await page.waitForLoadState();
}

export async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
}
