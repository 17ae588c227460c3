import type { Browser, BrowserContext } from "playwright-core";
import { openTab, signIn, speak, type Visit, visit } from "./person";

/** People who look at many pages in one language, in one browser: each signs in once, and opens as many tabs as are wanted. */
export class Visitors {
  private readonly contexts = new Map<string, Promise<BrowserContext>>();
  constructor(
    private readonly browser: Browser,
    private readonly baseUrl: string,
    private readonly language: "en" | "de",
    private readonly device: NonNullable<Parameters<typeof visit>[2]>,
  ) {}

  /** A new tab of the account; nobody is signed in for "". */
  async tab(email: string): Promise<Visit & { close: () => Promise<void> }> {
    let context = this.contexts.get(email);
    if (!context) {
      context = this.enter(email);
      this.contexts.set(email, context);
    }
    const opened = await openTab(await context);
    return { ...opened, close: () => opened.page.close() };
  }

  async close(): Promise<void> {
    for (const context of this.contexts.values()) await (await context).close();
  }

  private async enter(email: string): Promise<BrowserContext> {
    const { page } = await visit(this.browser, this.baseUrl, {
      ...this.device,
      locale: this.language,
      reducedMotion: "reduce",
    });
    if (email) {
      await signIn(page, email);
      await speak(page, this.language);
    }
    const context = page.context();
    await page.close();
    return context;
  }
}
