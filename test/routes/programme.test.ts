import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { selectProgrammeHistory } from "~/examination/programme-queries.server";
import { publishBank } from "~/examination/publish-bank.server";
import { publishProgramme } from "~/examination/publish-programme.server";
import type { Database } from "~/platform/database/handle";
import { examMorning } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { aPlan } from "../factories/programmes";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let manager: string;
let other: string;

beforeAll(async () => {
  database = await testDatabase();
  await publishBank(database.db, examMorning);
  manager = await aStaffMember(database.db, "Emma", "exam_manager");
  other = await aStaffMember(database.db, "Edgar", "exam_manager");
  served = await servePortal(database, { now: () => examMorning });
});
afterAll(async () => {
  served.close();
  await database.close();
});

/** The delivered plan as a form, without JavaScript. */
const filled = (): Record<string, string> => ({
  ...Object.fromEntries(
    secondLevelAdministrator.blueprint.sections.flatMap(({ section, items, weight, minimumPercent }) => [
      [`${section}_items`, String(items)],
      [`${section}_weight`, String(weight)],
      [`${section}_minimum`, String(minimumPercent ?? "")],
    ]),
  ),
  durationMinutes: "45",
  calculator: "numeric",
  requiresTraining: "yes",
  activeOn: "",
  reason: "Release 5",
  basedOn: "1",
});
async function send(change: Record<string, string>) {
  const answer = await fetch(`${served.url}/programme`, {
    method: "POST",
    headers: { Cookie: await served.signedIn(manager), Origin: served.url },
    body: new URLSearchParams({ ...filled(), ...change }),
    redirect: "manual",
  });
  return { status: answer.status, html: await answer.text(), location: answer.headers.get("location") };
}
const versions = async () =>
  (await selectProgrammeHistory(database.db, secondLevelAdministrator.code)).map(({ version }) => version);

describe("the page of the certification programme", () => {
  it("marks what is out of bounds where it stands, and keeps what was typed", async () => {
    const { status, html } = await send({
      step: "check",
      durationMinutes: "4",
      network_items: "0",
      network_minimum: "101",
    });
    expect(status).toBe(400);
    expect(html).toContain("Too small: the smallest value is 5.");
    expect(html).toMatch(/id="field-network_items"[^>]*aria-invalid="true"[^>]*value="0"/);
    expect(html).toMatch(/id="field-network_minimum"[^>]*aria-invalid="true"[^>]*value="101"/);
    expect(await versions()).toEqual([1]);
  });

  it("shows what is short in a plan by which no form could be drawn, and offers no button to publish it", async () => {
    const { status, html } = await send({ step: "check", network_items: "60" });
    expect(status).toBe(200);
    expect(html).toMatch(/Network lacks \d+ items/);
    expect(html).not.toContain("Publish this version");
    expect((await send({ step: "publish", network_items: "60" })).status).toBe(409);
    expect(await versions()).toEqual([1]);
  });

  it("shows what would change and what it means for the cut score, then publishes just that", async () => {
    const change = { durationMinutes: "60", storage_items: "4", storage_minimum: "" };
    const { html } = await send({ ...change, step: "check" });
    expect(html).toContain('action="/programme#answer"');
    expect(html).toMatch(/id="answer" tabindex="-1"/i);
    expect(html).toContain("Time: 60 minutes instead of 45");
    expect(html).toContain("Storage: 4 items instead of 3");
    expect(html).toMatch(/Storage: minimum none instead of 40%/);
    expect(html).toContain("It was found for another blueprint");
    expect(html).toContain("Publish this version");
    expect(await versions()).toEqual([1]);
    expect((await send({ ...change, step: "publish" })).location).toBe("/programme?published=2");
    expect(await versions()).toEqual([2, 1]);
    const shown = await fetch(`${served.url}/programme`, { headers: { Cookie: await served.signedIn(manager) } });
    const text = (await shown.text()).replaceAll("<!-- -->", "");
    expect(text).toContain("Reason: Release 5");
    expect(text).toContain("Changed from version 1:");
  });

  it("tells who comes second what the other one changed, with the form kept", async () => {
    const plan = aPlan({ durationMinutes: 75 });
    const command = { actorId: other, plan, activeFrom: null, reason: "Longer", basedOn: 2 };
    await publishProgramme(database.db, command, examMorning);
    const { status, html } = await send({ step: "publish", basedOn: "2", durationMinutes: "90" });
    expect(status).toBe(409);
    expect(html).toContain("Version 3 of the programme was published by Edgar");
    expect(html).toContain("Time: 75 minutes instead of 60");
    expect(html).toMatch(/id="field-durationMinutes"[^>]*value="90"/);
    expect(await versions()).toEqual([3, 2, 1]);
  });

  it("tells the same where a plan is only checked, of which a part would take back what the other one changed", async () => {
    const { status, html } = await send({ step: "check", basedOn: "2", durationMinutes: "90" });
    expect(status).toBe(200);
    expect(html).toContain("Version 3 was published after you had opened this page.");
    expect(html).toContain("Time: 75 minutes instead of 60");
    const again = await send({ step: "check", basedOn: "3", durationMinutes: "90" });
    expect(again.html).not.toContain("was published after you had opened this page");
  });
});
