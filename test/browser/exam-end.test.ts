import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { answerByKeyboard } from "./exam-by-keyboard";
import { examHall, shown } from "./exam-hall";
import { faultsToSee } from "./look";
import { atRest, openWhole, questionAt } from "./windows";

const told = "Your last answers to questions 1, 2 and 3 arrived after the end and do not count.";

/** The names of what this browser keeps of exams. */
const keptIn = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("exam-")));

/** What a candidate hears of the end of an exam: before it comes, and after it what came too late. */
describe("the end of an exam", () => {
  const { as, asCandidate } = examHall();
  let attemptPath = "";

  test("what is recorded is told before the start", async () => {
    const page = await asCandidate();
    await page.goto("/exam");
    await shown(page, "What is recorded");
    await shown(page, "your IP address, browser and operating system");
    await shown(page, "is deleted 180 days after the end");
    await page.check("[name=rules]");
    await page.check("[name=honour]");
    await page.click("main form button[type=submit]");
    await page.waitForURL(/\/exam\/[0-9a-f-]{36}/);
    attemptPath = new URL(page.url()).pathname;
  });

  test("10, 5 and 1 minute before it a region that was there before is filled, once each, and emptied when they are wrong", async () => {
    const page = await asCandidate();
    await page.clock.install();
    await page.goto(attemptPath);
    const timer = page.locator("[role=timer]");
    await timer.waitFor();
    await shown(page, atRest);
    const region = page.locator("header [aria-live=assertive]");
    expect(await region.innerText()).toBe("");
    const isHeard = await region.evaluate((element) => {
      const { display, visibility } = getComputedStyle(element);
      return (
        display !== "none" && visibility === "visible" && !element.closest("[aria-hidden=true], [hidden], [inert]")
      );
    });
    expect(isHeard).toBe(true);
    await region.evaluate((element) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      new MutationObserver(() => heard.push(element.textContent)).observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    const heard = () => page.evaluate<string[]>("heard");
    await page.context().setOffline(true);
    const minutesLeft = async () => Number((await timer.innerText()).split(":")[0]);
    await page.clock.fastForward(((await minutesLeft()) - 11) * 60_000);
    expect(await heard()).toEqual([]);
    for (let step = 0; (await minutesLeft()) > 0 && step < 40; step += 1) await page.clock.fastForward(20_000);
    const warnings = ["Less than 10 minutes left.", "Less than 5 minutes left.", "Less than a minute left."];
    expect(await heard()).toEqual(warnings);
    // The portal's clock decides, and by it there is time.
    await page.context().setOffline(false);
    await page.waitForFunction(() => document.querySelector("header [aria-live=assertive]")?.textContent === "");
    expect(await heard()).toEqual([...warnings, ""]);
    await page.context().close();
  });

  test("the page of the hand-in warns as well, and at the end hands in, unless the end has moved", async () => {
    const page = await asCandidate();
    const portal = { outcome: "here", leftMs: 600_000 };
    let handedIn = 0;
    await page.route("**/hand-in", (route) => {
      if (route.request().method() !== "POST") return route.continue();
      // By the portal's clock the exam goes on.
      handedIn += 1;
      return route.fulfill({ body: "received by the portal" });
    });
    await page.clock.install();
    await page.goto(attemptPath);
    await page.waitForSelector("[role=timer]");
    await shown(page, atRest);
    await page.goto(`${attemptPath}/hand-in`);
    const timer = page.locator("[role=timer]");
    await timer.waitFor();
    expect(await page.locator("header [aria-live=assertive]").innerText()).toBe("");
    await page.context().setOffline(true);
    const minutesLeft = async () => Number((await timer.innerText()).split(":")[0]);
    await page.clock.fastForward(((await minutesLeft()) - 8) * 60_000);
    await page.locator("header [aria-live=assertive]").getByText("Less than 10 minutes left.").waitFor();
    expect(await faultsToSee(page)).toEqual([]);
    await page.clock.fastForward("10:00");
    await shown(page, "The time is up");
    await shown(page, "No connection just now. What you have entered is saved.");
    await page.route("**/answer?client=*", (route) => {
      const now = Date.now();
      const { outcome, leftMs } = portal;
      return route.fulfill({ json: { outcome, now: new Date(now), deadlineAt: new Date(now + leftMs) } });
    });
    await page.context().setOffline(false);
    await page.clock.fastForward("00:05");
    await shown(page, "Your time has been extended.");
    expect(await minutesLeft()).toBeGreaterThan(7);
    expect(handedIn).toBe(0);
    // Another window has the place, and may have something to send: the questions wait for it.
    Object.assign(portal, { outcome: "elsewhere", leftMs: -1_000 });
    await page.clock.fastForward("00:31");
    await page.waitForURL((url) => url.pathname === attemptPath);
    expect(handedIn).toBe(0);
    portal.leftMs = 600_000;
    await page.goto(`${attemptPath}/hand-in`);
    await timer.waitFor();
    Object.assign(portal, { outcome: "here", leftMs: -1_000 });
    await page.clock.fastForward("00:31");
    await shown(page, "received by the portal");
    expect(handedIn).toBe(1);
    await page.context().close();
  });

  test("the page of the questions hands in by the portal's word alone, and only where it has the place", async () => {
    const page = await asCandidate();
    const portal = { status: 503, outcome: "here", leftMs: -1_000 };
    let asked = 0;
    let handedIn = 0;
    await page.route("**/hand-in", (route) => {
      handedIn += 1;
      return route.fulfill({ body: "received by the portal" });
    });
    await page.clock.install();
    await page.goto(attemptPath);
    const timer = page.locator("[role=timer]");
    await timer.waitFor();
    await shown(page, atRest);
    await page.route("**/answer?client=*", (route) => {
      asked += 1;
      const now = Date.now();
      const { status, outcome, leftMs } = portal;
      if (status !== 200) return route.fulfill({ status, body: "" });
      return route.fulfill({ json: { outcome, now: new Date(now), deadlineAt: new Date(now + leftMs) } });
    });
    await page.clock.fastForward("03:00:00");
    await shown(page, "The time is up");
    await shown(page, "No connection just now. What you have entered is saved.");
    // It has not answered, whatever its other parts say; and it is not pressed.
    await page.clock.fastForward("00:03");
    await expect.poll(() => asked).toBeGreaterThan(1);
    expect(asked).toBeLessThan(10);
    expect(handedIn).toBe(0);
    Object.assign(portal, { status: 200, outcome: "elsewhere" });
    await page.clock.fastForward("00:04");
    await shown(page, "The exam was continued in another window or browser.");
    expect(handedIn).toBe(0);
    await page.context().close();
  });

  test("answers that arrive after it are told by their numbers, before the result and with it, and to staff", async () => {
    const page = await asCandidate();
    await openWhole(page, `${attemptPath}?item=1`);
    await shown(page, atRest);
    await page.context().setOffline(true);
    for (const ordinal of [1, 2, 3]) {
      await questionAt(page, ordinal);
      await answerByKeyboard(page);
      await page.locator("button.button-primary[name=go]").click();
    }
    await shown(page, "No connection: 3 answers are kept here");
    // What a tab that is gone has left in the browser, and whoever hands in is warned of.
    const kept = await page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("exam-")));
    const other = await asCandidate();
    await other.goto(`${attemptPath}/hand-in`);
    await other.evaluate((entries) => {
      for (const [name, value] of entries) localStorage.setItem(name, value);
    }, kept);
    await other.reload();
    await shown(other, "3 answers");
    await other.click("main form button[type=submit]");
    await other.waitForURL(/result/);
    await shown(other, told);
    expect(await keptIn(other)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole("alert").getByText(told).waitFor({ timeout: 60_000 });
    expect(await faultsToSee(page)).toEqual([]);
    expect(await keptIn(page)).toEqual([]);
    await page.getByRole("link", { name: "To the result" }).click();
    await page.waitForURL(/result/);
    await shown(page, told);
    const staff = await as("exam@ionos.example");
    await staff.goto(attemptPath.replace("/exam/", "/attempts/"));
    await shown(staff, "Answers to questions 1, 2 and 3 arrived after the end and do not count.");
  });
});
