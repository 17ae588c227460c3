import { setTimeout as wait } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "#test/set-up/chromium";
import { DemoCopy } from "./demo-copy";
import { faultsToSee } from "./look";
import { signIn, visit } from "./person";
import { atRest, comeBackTo, openWhole, questionAt, takeBack, takePlace } from "./windows";

/** A mock examination from the start to its result: what of it is the examination's own (exam.test.ts) is looked at once. */
describe("sitting a mock exam", () => {
  let browser: Browser;
  let demo: DemoCopy;
  let page: Page;
  let path = "";
  let base = "";

  beforeAll(async () => {
    browser = await launchChromium();
    demo = await DemoCopy.make();
    base = await demo.start();
    page = (await visit(browser, base)).page;
    await signIn(page, "engineer@nordlicht.example");
  });
  afterAll(async () => {
    await page?.context().close();
    await browser?.close();
    await demo?.remove();
  });

  const shown = (text: string | RegExp, on = page) => on.getByText(text).first().waitFor({ timeout: 60_000 });
  const counts = (on = page) => on.locator("#overview + p").innerText();
  const at = (ordinal: number, on = page) => questionAt(on, ordinal);
  const allSaved = (on = page) =>
    on.waitForFunction(() => !/No connection|Saving …/.test(document.body.innerText), undefined, { timeout: 60_000 });

  test("begins as an examination does: without the portal around it, with clock, overview, marks, notes and reading aids", async () => {
    await page.goto("/practice");
    await page.getByRole("button", { name: "Start the mock examination" }).click();
    await page.waitForURL(/\/practice\/[0-9a-f-]{36}\/mock/);
    path = new URL(page.url()).pathname;
    await page.waitForSelector("[role=timer]");
    await shown("0 answered, 20 open, 0 marked");
    expect(await page.locator("a[href='/training']").count()).toBe(0);
    expect(await page.getByLabel("Text size").count()).toBe(1);
    expect(await faultsToSee(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test("saves each answer, mark and note as it is given", async () => {
    await page.getByLabel("Mark to look at again").check();
    await shown(/^Saved \d/);
    await page.getByText("Note for yourself").first().click();
    await page.fill("[name=note]", "look at the log again");
    await shown("Note saved");
    await page.reload();
    await shown("0 answered, 20 open, 1 marked");
    await page.goto(`${path}?item=1`);
    expect(await page.inputValue("[name=note]")).toBe("look at the log again");
  });

  test("answers given without a connection wait here, over a reload of another window too, and arrive when it is back", async () => {
    await openWhole(page, `${path}?item=1`);
    await page.context().setOffline(true);
    const given = new Map<number, string>();
    for (const ordinal of [1, 2, 3, 4]) {
      await at(ordinal);
      given.set(ordinal, await answer(page));
      await page.locator("button.button-primary[name=go]").click();
    }
    await shown(/No connection: 4 answers are kept here/);
    await shown("4 answered, 16 open, 1 marked");
    // Nothing has replaced the page.
    await at(5);
    await page.context().setOffline(false);
    await allSaved();
    const other = await page.context().newPage();
    await other.goto(`${path}?item=1`);
    await other.waitForSelector("[role=timer]");
    expect(await counts(other)).toBe("4 answered, 16 open, 1 marked");
    for (const [ordinal, fields] of given) {
      await other.goto(`${path}?item=${ordinal}`);
      await at(ordinal, other);
      expect(await fieldsOf(other), `question ${ordinal}`).toBe(fields);
    }
    await other.close();
  });

  test("a second window takes over; the older says so, saves nothing any more, and takes it back", async () => {
    const other = await page.context().newPage();
    for (const tab of [page, other]) await takePlace(tab, `${path}?item=6`);
    const given = await answer(other);
    await shown(/^Saved \d/, other);
    // It has not heard of the other yet.
    await page.getByLabel("Mark to look at again").check();
    await shown("The exam was continued in another window or browser.");
    await page.waitForSelector("#answer > fieldset[disabled]", { state: "attached" });
    await takeBack(page);
    await page.waitForSelector("#answer > fieldset:not([disabled])", { state: "attached" });
    expect(await fieldsOf(page)).toBe(given);
    await page.getByLabel("Mark to look at again").check();
    await shown("5 answered, 15 open, 2 marked");
    await shown(/^Saved \d/);
    await comeBackTo(other);
    await shown("The exam was continued in another window or browser.", other);
    await other.close();
  });

  test("is handed in, not without a connection, and shows every option of a question beside what was chosen", async () => {
    await page.locator("button[name=go][value=hand-in]").first().click();
    await page.waitForURL(/hand-in/);
    await shown("15 of 20 questions are still open.");
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Hand in now" }).click();
    await shown("There is no connection.");
    await page.getByRole("link", { name: "Back to the questions" }).click();
    await page.context().setOffline(false);
    await page.getByText("There is no connection.").waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toMatch(/hand-in$/);
    await page.getByRole("button", { name: "Hand in now" }).click();
    await page.waitForURL(/\/practice\/[0-9a-f-]{36}$/);
    await shown("By section");
    expect(await page.locator("main details > summary", { hasText: "No answer" }).count()).toBe(15);
    for (const question of await page.locator("main details > summary").all()) await question.click();
    await shown("Wrong, not chosen");
    await page.goto(path);
    await page.waitForURL(/\/practice\/[0-9a-f-]{36}$/);
  });

  test("whose answers only a closed tab had is opened again in the seconds after the end: they count, and it is handed in", async () => {
    await page.goto("/practice");
    await page.getByRole("button", { name: "Start the mock examination" }).click();
    await page.waitForURL(/\/practice\/[0-9a-f-]{36}\/mock/);
    path = new URL(page.url()).pathname;
    await openWhole(page, `${path}?item=1`);
    await shown(atRest);
    const data = await page.locator("#island-data").textContent();
    const { deadlineAt } = JSON.parse(data ?? "").page;
    const other = (await visit(browser, base)).page;
    await signIn(other, "engineer@nordlicht.example");
    await demo.kill();
    for (const ordinal of [1, 2]) {
      await at(ordinal);
      await answer(page);
      await page.locator("button.button-primary[name=go]").click();
    }
    await shown(/No connection: 2 answers are kept here/);
    const tab = await page.context().newPage();
    await page.close();
    page = tab;
    // However long it takes to start, it is there in the seconds after the end, and the answers were given before.
    await demo.start(new Date(Date.parse(deadlineAt) - 6_000), base);
    const { request } = page.context();
    const portalNow = async () =>
      Date.parse((await (await request.get(`${base}${path.replace(/mock$/, "answer")}`)).json()).now);
    while ((await portalNow()) <= Date.parse(deadlineAt)) await wait(250);
    // Another browser, which has nothing to send, cuts nobody's last seconds short.
    await other.goto(`${base}${path}`);
    await shown("The time is up", other);
    await other.waitForLoadState("networkidle");
    await other.context().close();
    // Read on the way: a browser that has gone on to the next page no longer has the body of an answer of the last.
    const outcomes: unknown[] = [];
    await page.route("**/answer", async (route) => {
      const response = await route.fetch();
      outcomes.push((await response.json()).outcome);
      await route.fulfill({ response });
    });
    const handedIn = page.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("hand-in"));
    await page.goto(path);
    await handedIn;
    await page.waitForURL(/\/practice\/[0-9a-f-]{36}$/);
    await shown("By section");
    expect(outcomes).toEqual(["here", "saved", "saved"]);
  });
});

/** All that stands in the fields of the question. */
const fieldsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>("#answer");
    return JSON.stringify([...new FormData(form ?? undefined)].filter(([name]) => name !== "go"));
  });

/** Gives any answer to the question that is shown; what then stands in its fields. */
async function answer(page: Page): Promise<string> {
  const field = page.locator(
    "#answer [name=choice], #answer [name=value], #answer select, #answer [name=move][value=keep], #answer [name=line]",
  );
  const first = field.first();
  const kind = await first.evaluate((element) => `${element.tagName} ${(element as HTMLInputElement).type}`);
  if (kind.startsWith("SELECT")) await first.selectOption({ index: 1 });
  else if (kind.startsWith("BUTTON")) await first.click();
  else if (kind.includes("text")) {
    await first.fill("12.5");
    const unit = page.locator("#answer select[name=unit]");
    if (await unit.count()) await unit.selectOption({ index: 1 });
    await first.blur();
  } else await first.check();
  await page.waitForSelector("nav [aria-current=step][aria-label*=' answered']");
  return fieldsOf(page);
}
