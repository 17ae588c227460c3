import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "#test/set-up/chromium";
import type { ItemResponse } from "~/examination/response";
import { addDays, dayIn } from "~/kernel/calendar";
import { give, modelAnswers } from "./answering";
import { DemoCopy } from "./demo-copy";
import { signIn, type Visit, visit } from "./person";
import { questionAt } from "./windows";

const run = promisify(execFile);
const zone = "Europe/Berlin";
const newcomer = { name: "Ada Brückner", email: "ada.brueckner@nordlicht.example", password: "seven ducks on a pond" };

/** From the empty calendar to the certificate and the warning: everybody in their own browser, the clock moved by restarts. */
describe("one administrator, from enrolment to certificate", () => {
  let browser: Browser;
  let demo: DemoCopy;
  let base: string;
  const started = new Date();
  const firstDay = addDays(dayIn(zone, started), 20);
  const afterTraining = new Date(`${addDays(firstDay, 1)}T17:00:00Z`);
  let sessionPath = "";
  let attemptPath = "";
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

  /** Every minute the portal runs the job itself; a command that comes while it does is told so, and asks again. */
  const job = async (name: string): Promise<string> => {
    const env = { NODE_ENV: "production" as const, PATH: process.env.PATH, DATA_DIR: demo.dataDir };
    for (;;) {
      try {
        return (await run(process.execPath, ["build/scripts/jobs.js", "--once", name], { env })).stdout;
      } catch (error) {
        const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
        if (!`${stdout}${stderr}`.includes("running elsewhere at this moment")) throw error;
        await wait(250);
      }
    }
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
    await expectText(opened.page, /\/link\//);
    const link = (await opened.page.locator("main").innerText()).match(/\/link\/[\w-]+/)?.[0] ?? "";
    const { page } = await visit(browser, base);
    await page.goto(link);
    await expectText(page, newcomer.email);
    await page.fill("[name=password]", newcomer.password);
    await page.fill("[name=again]", newcomer.password);
    await page.locator("main form button[type=submit]").click();
    await page.waitForURL(/\/me$/);
    await expectText(page, newcomer.name);
  });

  test("after the training the manager marks everybody present", async () => {
    await demo.stop();
    base = await demo.start(afterTraining);
    const page = await as("training@ionos.example");
    for (const [part, outcome] of [
      [1, /^Saved\.$/],
      [2, /3 people have now completed the training/],
    ] as const) {
      await page.goto(`${sessionPath}/attendance?part=${part}`);
      await page.click("button[name=intent][value=all_present]");
      await expectText(page, outcome);
    }
    expect(waiting).not.toBe("");
  });

  test("the exam is open now, and the engineer starts it", async () => {
    const page = await as(newcomer.email, newcomer.password);
    await page.goto("/exam");
    for (const box of ["rules", "honour"]) await page.check(`[name=${box}]`);
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL(/\/exam\/[0-9a-f-]{36}/);
    attemptPath = new URL(page.url()).pathname;
    await page.context().close();
  });

  test("the server dies in mid-exam; in another browser it goes on where it was, is handed in and passed", async () => {
    await demo.stop();
    const answers = await modelAnswers(demo.dataDir, attemptPath.split("/").at(-1) ?? "");
    expect(answers).toHaveLength(20);
    const minutesIn = (minutes: number) => new Date(afterTraining.getTime() + minutes * 60_000);
    base = await demo.start(minutesIn(15)); // after all that has happened, however slowly, since the training
    const first = await as(newcomer.email, newcomer.password);
    await first.goto(attemptPath);
    await answerInOrder(first, answers, 1, 8);
    await questionAt(first, 9);
    await expectText(first, "Nothing entered yet"); // every answer has arrived
    await first.goto(attemptPath);
    await questionAt(first, 9);
    await demo.kill();
    await first.context().close();
    visits.pop(); // this one had reason to complain

    base = await demo.start(minutesIn(28));
    const page = await as(newcomer.email, newcomer.password);
    await page.goto(attemptPath);
    await answerInOrder(page, answers, 9, 20);
    await page.waitForURL(/hand-in/);
    await page.locator("main form button[type=submit]").last().click();
    await page.waitForURL(/result/);
    await expectText(page, "Passed");
  });

  test("the certificate is there, byte for byte the same each time, and can be verified by anybody", async () => {
    const page = await as(newcomer.email, newcomer.password);
    await page.goto("/me");
    await page.locator('a[href^="/certificates/"]').first().click();
    await page.waitForURL(/\/certificates\/[0-9a-f-]{36}$/);
    const certificate = new URL(page.url()).pathname;
    const download = async () => {
      const response = await page.request.get(`${certificate}/document`);
      expect(response.headers()["content-type"]).toBe("application/pdf");
      return createHash("sha256")
        .update(await response.body())
        .digest("hex");
    };
    const first = await download();
    expect(await download()).toBe(first);
    await page.reload();
    await expectText(page, first);
    const number = (await page.locator("h1").innerText()).match(/SLA-[\w-]+/)?.[0] ?? "";

    const { page: stranger } = await visit(browser, base);
    await stranger.goto("/verify");
    await stranger.fill("[name=number]", number.toLowerCase().replaceAll("-", " "));
    await stranger.locator("main form button[type=submit]").first().click();
    await stranger.waitForURL(/\/verify\/.+/);
    await expectText(stranger, newcomer.name);
    await expectText(stranger, "Valid");
    await stranger.goto("/verify/SLA-0000-0000-0000-00");
    expect(await stranger.getByText(newcomer.name).count()).toBe(0);
  });

  test("the partner admin sees four, the auditor sees the organisation now and as it was", async () => {
    const admin = await as("admin@nordlicht.example");
    await expectText(admin, "4 certified");
    const organisation = new URL(admin.url()).pathname;
    const auditor = await as("audit@ionos.example");
    await auditor.goto("/organisations");
    await expectText(auditor, "Nordlicht Systemhaus AG");
    await auditor.goto(`${organisation}?on=${addDays(firstDay, -5)}`);
    await auditor.getByRole("img", { name: "3 of 3 certified administrators" }).waitFor();
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

/** Answers the questions from `from` to `to`, each followed by a press on "next"; the page must stand at the first of them. */
async function answerInOrder(page: Page, answers: readonly ItemResponse[], from: number, to: number): Promise<void> {
  for (const [index, answer] of answers.slice(from - 1, to).entries()) {
    await questionAt(page, from + index);
    await give(page, answer);
    await page.locator("button.button-primary[name=go]").click();
  }
}

async function expectText(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
}
