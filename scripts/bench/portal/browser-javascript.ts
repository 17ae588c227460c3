import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import type { BrowserContext } from "playwright-core";
import { launchChromium } from "#test/set-up/chromium";

const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

/** Addresses that differ only in ids and queries lead to the same kind of page. */
const kindOf = (path: string): string => path.replace(/[?#].*/, "").replace(id, ":id");

/**
 * JavaScript that each kind of page really loads, in bytes after gzip. Walks the portal in a real browser as each of the people signed in, from the start
 * page along every link to a kind of page not yet seen, and from `more`. Every visit begins with an empty cache.
 */
export async function javaScriptByPage(
  url: string,
  cookies: readonly string[],
  more: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const browser = await launchChromium();
  const seen = new Map<string, number>();
  try {
    for (const cookie of cookies) {
      const context = await browser.newContext({ baseURL: url });
      await context.addCookies([cookieFor(url, cookie)]);
      const waiting = ["/", ...more];
      const looked = new Set<string>();
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        if (looked.has(kindOf(path))) continue;
        looked.add(kindOf(path));
        const page = await look(context, path);
        if (!page) continue;
        const { kind, bytes, links } = page;
        seen.set(kind, Math.max(bytes, seen.get(kind) ?? 0));
        waiting.push(...links);
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return seen;
}

function cookieFor(url: string, cookie: string) {
  const split = cookie.indexOf("=");
  return { url, name: cookie.slice(0, split), value: cookie.slice(split + 1) };
}

/** Undefined where the link leads to a file to keep instead of a page. */
async function look(context: BrowserContext, path: string) {
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (!/javascript/.test(response.headers()["content-type"] ?? "")) return;
    sizes.push(response.body().then((body) => gzipSync(body).byteLength));
  });
  const download = page.waitForEvent("download").then(
    () => true,
    () => false,
  );
  try {
    const answer = await page.goto(path, { waitUntil: "networkidle" });
    // A certificate's document is shown by the browser's own program, which is none of ours.
    if (!/^text\/html/.test(answer?.headers()["content-type"] ?? "")) {
      await page.close();
      return undefined;
    }
  } catch (error) {
    const isFile = await Promise.race([download, wait(1000, false)]);
    await page.close();
    if (isFile) return undefined;
    throw error;
  }
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  const hrefs = await page
    .locator("main a[href^='/'], nav a[href^='/']")
    .evaluateAll((links) => links.flatMap((link) => link.getAttribute("href") ?? []));
  const kind = kindOf(new URL(page.url()).pathname);
  await page.close();
  return { kind, bytes, links: hrefs };
}
