import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "#test/set-up/chromium";
import { addDays, dayIn } from "~/kernel/calendar";
import { DemoCopy } from "./demo-copy";
import { signIn, type Visit, visit } from "./person";

const run = promisify(execFile);
const zone = "Europe/Berlin";
const newcomer = { name: "Ada Brückner", email: "ada.brueckner@nordlicht.example", password: "seven ducks on a pond" };

/** From the empty calendar to the attendance list and the daily check: everybody in their own browser, the clock moved by a restart. */
describe("one administrator, from the calendar to the end of the training", () => {
  let browser: Browser;
  let demo: DemoCopy;
  let base: string;
  const started = new Date();
  const firstDay = addDays(dayIn(zone, started), 20);
  const afterTraining = new Date(`${addDays(firstDay, 1)}T17:00:00Z`);
  let sessionPath = "";
  let waiting = "";
  const visits: Visit[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    demo = await DemoCopy.make();
    base = await demo.start();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.remove();
  });

  const as = async (email: string, password?: string): Promise<Page> => {
    const opened = await visit(browser, base);
    visits.push(opened);
    await signIn(opened.page, email, password);
    return opened.page;
  };

  const job = async (name: string): Promise<string> => {
    const env = { NODE_ENV: "production" as const, PATH: process.env.PATH, DATA_DIR: demo.dataDir };
    return (await run(process.execPath, ["build/scripts/jobs.js", "--once", name], { env })).stdout;
  };

  test("the training manager puts a session of three seats into the calendar", async () => {
    const page = await as("training@ionos.example");
    await page.goto("/training/new");
    await page.selectOption("[name=courseCode]", "second-level");
    await page.selectOption("[name=trainerId]", { label: "Sabine Adler" });
    await page.selectOption("select[name=language]", "en");
    await page.fill("[name=timeZone]", zone);
    for (const part of [1, 2]) {
      await page.fill(`[name=day${part}]`, addDays(firstDay, part - 1));
      await page.fill(`[name=from${part}]`, "09:00");
      await page.fill(`[name=to${part}]`, "12:30");
    }
    await page.fill("[name=place]", "Berlin, Revaler Straße");
    await page.fill("[name=capacity]", "3");
    await page.fill("[name=closesDay]", addDays(firstDay, -2));
    await page.fill("[name=closesTime]", "18:00");
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL(/\/training\/[0-9a-f-]{36}/);
    sessionPath = new URL(page.url()).pathname;
    await page.goto(`/training?month=${firstDay.slice(0, 7)}`);
    expect(await page.locator(`a[href="${sessionPath}"]`).count()).toBeGreaterThan(0);
  });

  test("the partner admin sees the status, adds an engineer and enrols four for three seats", async () => {
    const page = await as("admin@nordlicht.example");
    await expectText(page, "Nordlicht Systemhaus AG");
    await expectText(page, "At risk");
    const organisation = new URL(page.url()).pathname;
    await page.goto(`${organisation}/people/new`);
    await page.fill("[name=fullName]", newcomer.name);
    await page.fill("[name=email]", newcomer.email);
    await page.locator("[name=administrator]").check();
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL((url) => !url.pathname.endsWith("/people/new"));
    await page.goto(`${organisation}/people`);
    await expectText(page, newcomer.name);

    await page.goto(sessionPath);
    const people = page.locator("[name=personIds]:not([disabled])");
    await page.getByLabel(newcomer.name).check();
    for (const index of [1, 2]) await people.nth(index).check();
    await page.click("button[name=intent][value=enrol]");
    await expectText(page, `${newcomer.name} has a seat.`);
    expect(await page.getByText("has a seat.").count()).toBe(3);

    await page.goto(sessionPath);
    await people.first().check();
    waiting = (await page.locator("label:has([name=personIds]:checked)").innerText()).split("\n")[0] ?? "";
    await page.click("button[name=intent][value=enrol]");
    await expectText(page, "is on the waiting list, in place 1: all seats are taken.");
  });

  test("the engineer gets the invitation and chooses a password", async () => {
    await job("outbox-delivery");
    const opened = await visit(browser, base);
    visits.push(opened);
    await signIn(opened.page, "portal@ionos.example");
    await opened.page.goto(`/mailbox?to=${encodeURIComponent(newcomer.email)}`);
    await opened.page.getByRole("link", { name: /Konto|account/ }).click();
    await opened.page.waitForURL(/\/mailbox\/.+/);
    const link = (await opened.page.locator("main").innerText()).match(/\/link\/[\w-]+/)?.[0] ?? "";
    const { page } = await visit(browser, base);
    await page.goto(link);
    await page.fill("[name=password]", newcomer.password);
    await page.fill("[name=again]", newcomer.password);
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL((url) => !url.pathname.startsWith("/link"));
  });

  test("after the training the manager marks everybody present", async () => {
    await demo.stop();
    base = await demo.start(afterTraining);
    const page = await as("training@ionos.example");
    for (const part of [0, 1]) {
      await page.goto(`${sessionPath}/attendance`);
      if (part > 0) await page.getByRole("link", { name: "Part 2" }).click();
      await page.click("button[name=intent][value=all_present]");
      await page.waitForLoadState("networkidle");
    }
    expect(waiting).not.toBe("");
  });

  test("the sweep runs by command through the running portal, and a second run plans nothing", async () => {
    const sweep = () => job("eligibility-sweep");
    expect(await sweep()).toMatch(/eligibility-sweep/);
    expect(await sweep()).toMatch(/notices\D+0\b/);
  });

  test("no browser had anything to complain of", () => {
    expect(visits.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});

async function expectText(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 15_000 });
}
