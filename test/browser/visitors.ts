import type { Browser, BrowserContext, ViewportSize } from "playwright-core";
import { openTab, signIn, speak, type Visit, visit } from "./person";

/**
 * People who look at many pages in one language, in one browser: each signs in once, and opens as many tabs as are wanted. A tab that is closed is
 * kept for the next: a new one costs a process that has yet to read all scripts.
 */
export class Visitors {
  private readonly contexts = new Map<string, Promise<BrowserContext>>();
  private readonly kept = new Map<string, Visit[]>();
  constructor(
    private readonly browser: Browser,
    private readonly baseUrl: string,
    private readonly language: "en" | "de",
    private readonly device: NonNullable<Parameters<typeof visit>[2]> & { viewport: ViewportSize },
  ) {}

  /** A tab of the account, where something may stand; nobody is signed in for "". */
  async tab(email: string): Promise<Visit & { close: () => Promise<void> }> {
    let context = this.contexts.get(email);
    if (!context) {
      context = this.enter(email);
      this.contexts.set(email, context);
    }
    const kept = this.kept.get(email) ?? [];
    this.kept.set(email, kept);
    const opened = kept.pop() ?? (await openTab(await context));
    // Of the page that stood there before.
    opened.complaints.length = 0;
    await opened.page.setViewportSize(this.device.viewport);
    await opened.page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    return { ...opened, close: async () => void kept.push(opened) };
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
