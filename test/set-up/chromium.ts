import { existsSync } from "node:fs";
import packed from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Arguments of our own: web security stays on, nothing is fetched from elsewhere. */
const strict = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** The first call unpacks it, for good; not to be made by two at the same time. */
export const unpackChromium = (): Promise<string> => packed.executablePath();

/**
 * The Chromium that comes as a package, the same everywhere: it has no parts for a window, and takes two thirds of the time that a whole one
 * takes. It is made for one kind of machine; where it does not start, the machine's own is taken.
 */
export async function launchChromium(): Promise<Browser> {
  const own = installed.find((path) => existsSync(path));
  const options = { headless: true, args: strict };
  try {
    return await chromium.launch({ ...options, executablePath: await unpackChromium() });
  } catch (error) {
    if (own === undefined) throw error;
    return chromium.launch({ ...options, executablePath: own });
  }
}
