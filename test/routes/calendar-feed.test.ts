import ICAL from "ical.js";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { cancelTrainingSession } from "~/training/cancel-training-session.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { aPartner, aTrainer, aTrainingSession } from "../factories/training";
import { testServerDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const now = new Date("2027-02-01T08:00:00Z");
let database: Database;
let served: ServedPortal;
let engineerId = "";
let trainerId = "";
let sessionId = "";
let newYorkId = "";

beforeAll(async () => {
  database = await testServerDatabase();
  const { db } = database;
  const { organisationId, adminId: actorId, engineerIds } = await aPartner(db, now, { engineers: 2 });
  [engineerId = ""] = engineerIds;
  trainerId = await aTrainer(db, now);
  sessionId = await aTrainingSession(db, now, { trainerId, link: "https://meet.example/room" });
  newYorkId = await aTrainingSession(db, now, {
    trainerId,
    timeZone: "America/New_York",
    parts: [{ day: "2027-03-16", from: "09:00", to: "12:00" }],
  });
  const waits = await aTrainingSession(db, now, {
    trainerId,
    capacity: 1,
    parts: [{ day: "2027-04-20", from: "09:00", to: "12:00" }],
  });
  const enrol = (trainingSessionId: string, personIds: readonly string[]) =>
    enrolPeople(
      db,
      { actorId, trainingSessionId, organisationId, personIds, purchaseOrder: null, oneself: false },
      now,
    );
  await enrol(sessionId, [engineerId]);
  await enrol(newYorkId, [engineerId]);
  await enrol(waits, [engineerIds[1] ?? "", engineerId]);
  served = await servePortal(database, { now: () => now });
});
afterAll(async () => {
  served.close();
  await database.close();
});

/** Presses a button of the page, and reads there which address the person has. */
async function press(personId: string, intent: string): Promise<string | undefined> {
  const headers = { Cookie: await served.signedIn(personId), "Sec-Fetch-Site": "same-origin" };
  const body = new URLSearchParams({ intent });
  const page = await fetch(`${served.url}/my-calendar`, { method: "POST", headers, body });
  expect(page.status).toBe(200);
  return /<code[^>]*>(http[^<]+)<\/code>/.exec(await page.text())?.[1];
}

/** As a calendar program does, which has no cookie. */
async function fetched(address: string) {
  const response = await fetch(address);
  expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  const text = await response.text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  return {
    text,
    method: calendar.getFirstPropertyValue("method"),
    zones: calendar.getAllSubcomponents("vtimezone").map((zone) => zone.getFirstPropertyValue("tzid")),
    events: events
      .map((event) => ({
        uid: event.uid,
        starts: event.startDate.toJSDate().toISOString(),
        summary: event.summary,
        attendees: event.attendees.length,
      }))
      .toSorted((one, other) => one.starts.localeCompare(other.starts)),
  };
}

const statusOf = async (address: string) => (await fetch(address)).status;

it("shows the seats that a person has, under the names by which mails speak of them, and nobody else", async () => {
  const address = (await press(engineerId, "create")) ?? "";
  const { text, method, zones, events } = await fetched(address);
  expect(method).toBe("PUBLISH");
  expect(zones.toSorted()).toEqual(["America/New_York", "Europe/Berlin"]);
  const mails = await database.pool.query<{ uid: string }>(
    "select facts -> 'calendar' ->> 'uid' as uid from notice where kind = 'training_enrolled' and recipient_id = $1",
    [engineerId],
  );
  const told = new Set(mails.rows.map(({ uid }) => uid));
  expect(events.map(({ starts, attendees }) => [starts, attendees])).toEqual([
    ["2027-03-09T08:00:00.000Z", 0],
    ["2027-03-10T08:00:00.000Z", 0],
    // After the clocks in New York have changed, and before those in Berlin.
    ["2027-03-16T13:00:00.000Z", 0],
  ]);
  for (const { uid } of events) expect(told.has(uid.replace(/-\d@certification-portal$/, ""))).toBe(true);
  expect(text).not.toMatch(/Engineer|Admin/);
});

it("shows a trainer what the trainer gives", async () => {
  const address = (await press(trainerId, "create")) ?? "";
  expect((await fetched(address)).events).toHaveLength(4);
});

it("opens nothing once another address is made or the address is withdrawn", async () => {
  const first = (await press(engineerId, "create")) ?? "";
  const second = (await press(engineerId, "create")) ?? "";
  expect(second).not.toBe(first);
  expect([await statusOf(first), await statusOf(second)]).toEqual([404, 200]);
  expect(await press(engineerId, "withdraw")).toBeUndefined();
  expect(await statusOf(second)).toBe(404);
});

it("forgets a training that is called off, and everything once the account is closed", async () => {
  const address = (await press(engineerId, "create")) ?? "";
  await cancelTrainingSession(
    database.db,
    { actorId: trainerId, trainingSessionId: newYorkId, reason: "the trainer is ill" },
    now,
  );
  expect((await fetched(address)).events).toHaveLength(2);
  await database.db.updateTable("person").set({ deactivatedAt: now }).where("id", "=", engineerId).execute();
  expect(await statusOf(address)).toBe(404);
});

it.each(["", ".ics", "abc.ics", `${"a".repeat(32)}.ics`, `${"a".repeat(32)}`, `${"%00".repeat(32)}.ics`])(
  "answers 404 to an address that nobody has: %j",
  async (file) => expect(await statusOf(`${served.url}/calendars/${file}`)).toBe(404),
);

it("does not write the address into the log", () => {
  const lines = served.log.filter((line) => line.includes("/calendars/"));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).not.toMatch(/\/calendars\/[\w-]{32}/);
});
