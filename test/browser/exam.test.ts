import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { answerByKeyboard, openNumeric, tabTo } from "./exam-by-keyboard";
import { examHall, shown } from "./exam-hall";
import { beneathTheHeader, placesAtEachWidth } from "./exam-places";
import { faultsOfWidth, faultsToSee } from "./look";
import { atRest, comeBackTo, openWhole, questionAt, takeBack, takePlace } from "./windows";

/** One exam from the start to the hand-in, with all that goes wrong with browsers and connections on the way. */
describe("sitting an exam", () => {
  const { as, asCandidate } = examHall();
  let page: Page;
  let elsewhere: Page;
  let attemptPath = "";

  beforeAll(async () => {
    page = await asCandidate();
  });

  const counts = (on: Page) => on.locator("#overview + p").innerText();

  test("begins and goes through every question by keyboard alone", async () => {
    await page.goto("/exam");
    await tabTo(page, "[name=rules]");
    await page.keyboard.press("Space");
    await tabTo(page, "[name=honour]");
    await page.keyboard.press("Space");
    await tabTo(page, "main form button[type=submit]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/exam\/[0-9a-f-]{36}/);
    attemptPath = new URL(page.url()).pathname;
    await page.waitForSelector("[role=timer]");
    const kinds = new Set<string>();
    for (let ordinal = 1; ordinal <= 20; ordinal += 1) {
      await questionAt(page, ordinal);
      kinds.add(await answerByKeyboard(page));
      if (ordinal === 20) break;
      await tabTo(page, "button.button-primary[name=go]");
      await page.keyboard.press("Enter");
    }
    await shown(page, "20 answered, 0 open");
    await shown(page, /^Saved \d/);
    expect(kinds.size).toBeGreaterThan(3);
  });

  test("a reload is no leaving of the exam", async () => {
    // Which of the two arrives first makes no difference: the leaving is told while the page is taken off.
    const told = page.waitForResponse(
      (response) =>
        response.url().endsWith("/events") &&
        response.ok() &&
        /"focus_regained"/.test(response.request().postData() ?? ""),
    );
    await page.reload();
    await told;
    const staff = await as("exam@ionos.example");
    await staff.goto(attemptPath.replace("/exam/", "/attempts/"));
    await shown(staff, "The exam page was never left.");
    await staff.context().close();
  });

  test("a note is kept beside its question, and the calculator reckons", async () => {
    await page.getByText("Note for yourself").first().click();
    await page.fill("[name=note]", "check the second log again");
    await shown(page, "Note saved");
    await page.goto(`${attemptPath}?item=1`);
    await openNumeric(page);
    await page.getByRole("button", { name: "Calculator" }).click();
    await page.getByLabel("Calculation").fill("4096*16/1024");
    await page.keyboard.press("Enter");
    await shown(page, "4096*16/1024 = 64");
    await page.getByLabel("Calculation").fill("1.200*2");
    await page.keyboard.press("Enter");
    await shown(page, "This could mean thousands or a decimal. Write 1000 or 1.0.");
    await page.getByLabel("Calculation").fill(`${"9".repeat(198)}*1`);
    await page.keyboard.press("Enter");
    await shown(page, "≈ 1 × 10^198");
    expect(await page.getByLabel("Calculation").inputValue()).toBe("(1 × 10^198)");
    expect(await faultsOfWidth(page)).toEqual([]);
    const heights = page
      .locator("#answer [name=value], #answer #calculation")
      .evaluateAll((fields) => fields.map((field) => field.getBoundingClientRect().top));
    const [answerAt = 0, calculationAt = 1_000] = await heights;
    expect(calculationAt - answerAt, "both in sight on a phone").toBeLessThan(300);
    await page.goto(`${attemptPath}?item=20`);
    expect(await page.inputValue("[name=note]")).toBe("check the second log again");
  });

  test("nothing for axe to find on the page with its watermark, and no width too much", async () => {
    expect(await faultsToSee(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    expect(await page.locator("svg.watermark").getAttribute("aria-hidden")).toBe("true");
    expect(await page.locator("svg.watermark text").first().innerHTML()).toMatch(/\w+ \w+/);
  });

  test("what has the focus is never beneath the header, at 400 % neither", async () => {
    for (const size of [
      { width: 390, height: 500 },
      { width: 320, height: 256 },
    ]) {
      await page.setViewportSize(size);
      await page.getByLabel("More contrast").focus();
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      expect(await beneathTheHeader(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test("goes on after a reload, and in another browser, with every answer", async () => {
    await page.reload();
    await shown(page, "20 answered, 0 open");
    elsewhere = await asCandidate();
    await takePlace(elsewhere, attemptPath);
    await shown(elsewhere, "20 answered, 0 open");
  });

  test("the browser that was left says so, and can take the exam back", async () => {
    await comeBackTo(page);
    await shown(page, "The exam was continued in another window or browser.");
    await takeBack(page);
    await page.waitForSelector("[role=timer]");
    await page.getByLabel("Mark to look at again").check();
    await shown(page, "20 answered, 0 open, 1 marked");
    await shown(page, /^Saved \d/);
  });

  test("a second tab takes over; the older one says so and takes it back", async () => {
    const second = await page.context().newPage();
    await takePlace(second, attemptPath);
    await second.getByLabel("Mark to look at again").check();
    await shown(second, /^Saved \d/);
    await comeBackTo(page);
    await shown(page, "The exam was continued in another window or browser.");
    await page.waitForSelector("#answer > fieldset[disabled]", { state: "attached" });
    await takeBack(page);
    await page.waitForSelector("#answer > fieldset:not([disabled])", { state: "attached" });
    await second.close();
  });

  test("answers given without a connection wait here, and arrive when it is back", async () => {
    await openWhole(page, `${attemptPath}?item=1`);
    await shown(page, atRest);
    const before = await counts(page);
    const places = await placesAtEachWidth(page);
    await page.context().setOffline(true);
    await page.getByLabel("Mark to look at again").click();
    await shown(page, "No connection: one answer is kept here");
    expect(await placesAtEachWidth(page)).toEqual(places);
    await page.getByLabel("Mark to look at again").click();
    for (const ordinal of [1, 2, 3]) {
      await questionAt(page, ordinal);
      await page.getByLabel("Mark to look at again").click();
      await page.locator("button.button-primary[name=go]").click();
    }
    await shown(page, "No connection: 3 answers are kept here");
    const after = await counts(page);
    expect(after).not.toBe(before);
    await page.context().setOffline(false);
    // Until the last of them is acknowledged, not only on its way.
    await page.waitForFunction(() => !/No connection|Saving …/.test(document.body.innerText), undefined, {
      timeout: 60_000,
    });
    await elsewhere.goto(attemptPath);
    await elsewhere.waitForSelector("[role=timer]");
    await shown(elsewhere, atRest);
    expect(await counts(elsewhere)).toBe(after);
  });

  test("an answer kept here does not replace what another browser has stored since, until somebody says so", async () => {
    await openWhole(page, `${attemptPath}?item=1`);
    await shown(page, atRest);
    await openNumeric(page);
    const ordinal = await page.locator("[name=ordinal]").inputValue();
    const answer = page.locator("#answer [name=value]");
    await page.context().setOffline(true);
    await answer.fill("3.25");
    await answer.blur();
    await shown(page, "No connection: one answer is kept here");
    await elsewhere.goto(`${attemptPath}?item=${ordinal}`);
    await shown(elsewhere, atRest);
    const saved = elsewhere.waitForResponse((response) => response.url().endsWith("/answer") && response.ok());
    await elsewhere.locator("#answer [name=value]").fill("4.5");
    await elsewhere.locator("#answer [name=value]").blur();
    await saved;
    await page.context().setOffline(false);
    await shown(page, "The exam was continued in another window or browser.");
    await takeBack(page);
    await shown(page, `The answer to question ${ordinal} that was kept in this window was not taken`);
    expect(await answer.inputValue()).toBe("4.5");
    await page.getByRole("button", { name: "Look at this window's answer" }).click();
    expect(await answer.inputValue()).toBe("3.25");
    await shown(page, "This window's answer, not saved");
    expect(await faultsToSee(page)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ colorScheme: "light" });
    await page.reload();
    await shown(page, atRest);
    expect(await answer.inputValue()).toBe("4.5");
    await page.getByRole("button", { name: "Use this window's answer" }).click();
    await page.getByText("was not taken").waitFor({ state: "detached" });
    await shown(page, atRest);
    await page.reload();
    await shown(page, atRest);
    expect(await answer.inputValue()).toBe("3.25");
    expect(await page.getByText("was not taken").count()).toBe(0);
  });

  test("nothing gives way to the browser's error page without a connection, and the end of the time waits for it", async () => {
    // A browser of its own: its clock is put forward in all its pages.
    const late = await asCandidate();
    let handedIn = 0;
    await late.route("**/hand-in", (route) => {
      // The page's clock is put forward, not the portal's: the exam goes on.
      if (route.request().method() === "POST") handedIn += 1;
      return route.fulfill({ body: "handed in" });
    });
    await late.clock.install();
    await late.goto(`${attemptPath}?item=1`);
    await late.waitForSelector("[role=timer]");
    await shown(late, atRest);
    await late.context().setOffline(true);
    await late.locator("button[name=go][value=hand-in]").click();
    await shown(late, "No connection just now. What you have entered is saved.");
    expect(new URL(late.url()).pathname).toBe(attemptPath);
    await late.clock.fastForward("03:00:00");
    await shown(late, "Time is up");
    await late.clock.fastForward("00:30");
    await shown(late, "No connection just now. What you have entered is saved.");
    expect(new URL(late.url()).pathname).toBe(attemptPath);
    expect(handedIn).toBe(0);
    // What is answered for the portal is answered without a connection, too: not before there is one.
    const now = Date.now();
    const ended = { outcome: "here", now: new Date(now), deadlineAt: new Date(now - 1_000) };
    await late.route("**/answer?client=*", (route) => route.fulfill({ json: ended }));
    await late.context().setOffline(false);
    await late.clock.fastForward("00:10");
    await late.waitForFunction(() => document.body.innerText.includes("handed in"));
    expect(handedIn).toBe(1);
    await late.context().close();
  });

  test("extra time that staff grant reaches the open page", async () => {
    await page.reload();
    const timer = page.locator("[role=timer]");
    await timer.waitFor();
    await shown(page, atRest);
    const minutesLeft = async () => Number((await timer.innerText()).split(":")[0]);
    const before = await minutesLeft();
    const staff = await as("exam@ionos.example");
    await staff.goto("/organisations");
    await staff.getByRole("link", { name: "Nordlicht Systemhaus AG" }).first().click();
    await staff.waitForURL(/organisations\/[0-9a-f-]{36}/);
    await staff.goto(`${new URL(staff.url()).pathname}/people`);
    const name = await page.locator("header .truncate").innerText();
    await staff.getByRole("link", { name }).first().click();
    await staff.waitForURL(/people\/[0-9a-f-]{36}/);
    await staff.getByText("Grant an exception").click();
    await staff.locator("[name=kind][value=extra_time]").check();
    await staff.fill("[name=extraMinutes]", "30");
    await staff.fill("[name=reason]", "A fire alarm in the building");
    await staff.getByRole("button", { name: "Grant exception" }).click();
    await shown(staff, "Granted. The end of the examination under way has moved.");
    await shown(page, "Your time has been extended.");
    expect(await minutesLeft()).toBeGreaterThan(before + 20);

    const told = page.waitForResponse(
      (response) =>
        response.url().endsWith("/events") && response.ok() && /"pasted"/.test(response.request().postData() ?? ""),
      { timeout: 120_000 },
    );
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", "pasted words");
      document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    });
    await told;
    await staff
      .getByRole("link", { name: /^Attempt \d+,/ })
      .first()
      .click();
    await shown(staff, "This is information, not a verdict.");
    await shown(staff, "Pasted, 12 characters");
    await shown(staff, "Chrome");
  });

  test("hands in by keyboard alone", async () => {
    await page.goto(`${attemptPath}?item=20`);
    await page.waitForSelector("[role=timer]");
    await tabTo(page, "button[name=go][value=hand-in]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/hand-in/);
    await tabTo(page, "main form button[type=submit]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/result/);
  });
});
