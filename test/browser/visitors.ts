import type { Browser, BrowserContext, ViewportSize } from "playwright-core";
import { openTab, signIn, speak, type Visit, visit } from "./person";

/**
 * People who look at many pages in one language, in one browser: each signs in once, and has as many tabs open as are wanted at a time.
 * A tab that is done with goes on to another page: a new one costs as much as loading a page.
 */
export class Visitors {
  private readonly contexts = new Map<string, Promise<BrowserContext>>();
  private readonly idle = new Map<string, Visit[]>();
  constructor(
    private readonly browser: Browser,
    private readonly baseUrl: string,
    private readonly language: "en" | "de",
    private readonly device: NonNullable<Parameters<typeof visit>[2]> & { viewport: ViewportSize },
  ) {}

  /** A tab of the account for the caller alone, as large and as bright as at first; nobody is signed in for "". */
  async tab(email: string): Promise<Visit & { close: () => void }> {
    let context = this.contexts.get(email);
    if (!context) {
      context = this.enter(email);
      this.contexts.set(email, context);
    }
    const idle = this.idle.get(email) ?? [];
    this.idle.set(email, idle);
    const opened = await context.then((entered) => idle.pop() ?? openTab(entered));
    opened.complaints.length = 0;
    await opened.page.setViewportSize(this.device.viewport);
    await opened.page.emulateMedia({ colorScheme: null });
    return { ...opened, close: () => void idle.push(opened) };
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
