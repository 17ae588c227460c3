import type { Browser, Page } from "playwright-core";
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
  if ((await page.locator("html").getAttribute("lang")) !== "en") {
    await page.click("button[name=language][value=en]");
    await page.waitForSelector("html[lang=en]");
  }
}

export async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
}
