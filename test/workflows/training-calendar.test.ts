import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deliverOutbox } from "~/notices/deliver-outbox.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import type { Language } from "~/platform/schema/people-tables";
import { acceptOffer } from "~/training/accept-offer.server";
import { cancelTrainingSession } from "~/training/cancel-training-session.server";
import { changeTrainingSession } from "~/training/change-training-session.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { selectOpenEnrolments } from "~/training/enrolment-queries.server";
import { planTrainingReminders } from "~/training/plan-training-reminders.server";
import type { SessionDraft } from "~/training/session-plan";
import { withdrawEnrolment } from "~/training/withdraw-enrolment.server";
import { aPartner, aPlan, aTrainer, aTrainingSession } from "../factories/training";
import { testDatabase } from "../set-up/database";
import { type MailPeer, mailPeer } from "../set-up/mail-peer";

const begin = new Date("2027-02-01T08:00:00Z");
/** A morning before and one after the clocks change on 28 March. */
const twoMornings: Pick<SessionDraft, "parts" | "link"> = {
  parts: [
    { day: "2027-03-22", from: "09:00", to: "12:00" },
    { day: "2027-03-29", from: "09:00", to: "12:00" },
  ],
  link: "https://meet.example/second-level?room=4;pin=1,2",
};

let database: Database;
let peer: MailPeer;
let partner: Awaited<ReturnType<typeof aPartner>>;
let trainerId: string;
let now: Date;
let session = "";
let engineer = "";

beforeAll(async () => {
  database = await testDatabase();
  peer = await mailPeer();
  partner = await aPartner(database.db, begin, { engineers: 9 });
});
afterAll(async () => {
  await peer.close();
  await database.close();
});

let turn = 0;
beforeEach(async () => {
  now = begin;
  engineer = partner.engineerIds[turn] ?? "";
  turn += 1;
  trainerId = await aTrainer(database.db, begin, `Tessa Trainer ${turn}`);
  session = await aTrainingSession(database.db, now, { trainerId, ...twoMornings, capacity: 1 });
  await post();
});

/** Lets every mail out; what the calendars of its recipients read, by address. */
async function post(): Promise<Map<string, Read[]>> {
  const { db } = database;
  await deliverOutbox({
    db,
    mail: peer.transport,
    baseUrl: "https://portal.example",
    now: () => now,
    random: seededRandom("calendar"),
    stillDue: async () => true,
    tellOfRefusal: async () => [],
    limit: 100,
  });
  return new Map(
    peer
      .take()
      .map(({ mail, recipients }) => [
        recipients.join(),
        mail.attachments
          .filter(({ contentType }) => contentType === "text/calendar")
          .map(({ content, filename }) => read(content.toString(), filename)),
      ]),
  );
}

interface Read {
  readonly filename: string | undefined;
  readonly source: string;
  readonly method: unknown;
  readonly uid: string;
  readonly sequence: number;
  readonly starts: string;
  readonly ends: string;
  readonly zone: string | undefined;
  readonly event: ICAL.Event;
}

/** As another's reader understands it: the instants follow from the VTIMEZONE in the object, nothing else. */
function read(source: string, filename: string | undefined): Read {
  const calendar = new ICAL.Component(ICAL.parse(source));
  const events = calendar.getAllSubcomponents("vevent");
  if (events.length !== 1 || !events[0]) throw new Error(`${events.length} events`);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const event = new ICAL.Event(events[0]);
  return {
    filename,
    source,
    method: calendar.getFirstPropertyValue("method"),
    uid: event.uid,
    sequence: event.sequence,
    starts: event.startDate.toJSDate().toISOString(),
    ends: event.endDate.toJSDate().toISOString(),
    zone: event.startDate.zone?.tzid,
    event,
  };
}

const enrol = (personIds: readonly string[]) =>
  enrolPeople(
    database.db,
    {
      actorId: partner.adminId,
      trainingSessionId: session,
      organisationId: partner.organisationId,
      personIds,
      purchaseOrder: null,
      oneself: false,
    },
    now,
  );
const change = (draft: Partial<SessionDraft>, revision: number, trainer = trainerId) =>
  changeTrainingSession(
    database.db,
    {
      actorId: trainerId,
      trainingSessionId: session,
      revision,
      trainerId: trainer,
      language: "en",
      plan: aPlan({ ...twoMornings, capacity: 1, ...draft }, begin),
    },
    now,
  );
const part = (day: SessionDraft["parts"][number]["day"], from = "13:00", to = "15:00") => ({ day, from, to });
const later = (minutes = 60) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const addressOf = async (id: string) =>
  (await database.db.selectFrom("person").select("email").where("id", "=", id).executeTakeFirstOrThrow()).email;
const toEngineer = async (posted: Map<string, Read[]>) => posted.get(await addressOf(engineer)) ?? [];
const speak = (language: Language) =>
  database.db.updateTable("person").set({ language }).where("id", "=", engineer).execute();

describe.each(["en", "de"] as const)("a seat, told in %s", (language) => {
  it("comes as one invitation a part, at the instants that are meant on both sides of the change of clocks", async () => {
    await speak(language);
    await enrol([engineer]);
    const events = await toEngineer(await post());
    const [enrolment] = await selectOpenEnrolments(database.db, session);
    expect(events.map(({ method, uid, sequence, zone }) => [method, uid, sequence, zone])).toEqual([
      ["REQUEST", `${enrolment?.id}-1@certification-portal`, 0, "Europe/Berlin"],
      ["REQUEST", `${enrolment?.id}-2@certification-portal`, 0, "Europe/Berlin"],
    ]);
    expect(events.map(({ starts, ends }) => [starts, ends])).toEqual([
      ["2027-03-22T08:00:00.000Z", "2027-03-22T11:00:00.000Z"],
      ["2027-03-29T07:00:00.000Z", "2027-03-29T10:00:00.000Z"],
    ]);
    const [first] = events;
    const title = language === "de" ? /\(Teil 1 von 2\)$/ : /\(part 1 of 2\)$/;
    expect(first?.event.summary).toMatch(title);
    expect(first?.event.location).toBe("Karlsruhe, room 4");
    expect(first?.event.description).toContain("https://meet.example/second-level?room=4;pin=1,2\n");
    expect(first?.event.description).toContain(`https://portal.example/training/${session}`);
  });

  it("is called off when the session is cancelled, with a greater sequence under the same UIDs", async () => {
    await speak(language);
    await enrol([engineer]);
    const invited = await toEngineer(await post());
    later();
    await cancelTrainingSession(database.db, { actorId: trainerId, trainingSessionId: session, reason: null }, now);
    const called = await toEngineer(await post());
    expect(called.map(({ method, uid, sequence }) => [method, uid, sequence])).toEqual(
      invited.map(({ uid }) => ["CANCEL", uid, 1]),
    );
    expect(called.every(({ event }) => event.component.getFirstPropertyValue("status") === "CANCELLED")).toBe(true);
  });
});

describe("a session that is moved twice", () => {
  it("keeps its UIDs, counts up, and calls off the part that is dropped, whatever mail was overtaken", async () => {
    await enrol([engineer]);
    const invited = await toEngineer(await post());
    later();
    await change({ parts: [part("2027-04-06")] }, 0);
    later();
    await change({ parts: [part("2027-04-13")] }, 1);
    const moved = await toEngineer(await post());
    expect(moved.map(({ method, uid, sequence, starts }) => [method, uid, sequence, starts])).toEqual([
      ["REQUEST", invited[0]?.uid, 2, "2027-04-13T11:00:00.000Z"],
      ["CANCEL", invited[1]?.uid, 2, invited[1]?.starts],
    ]);
    later();
    await change({ parts: [part("2027-04-20"), part("2027-04-27")] }, 2);
    const again = await toEngineer(await post());
    expect(again.map(({ method, uid, sequence }) => [method, uid, sequence])).toEqual(
      invited.map(({ uid }) => ["REQUEST", uid, 3]),
    );
  });

  it("stands in the trainer's calendar too, and leaves it with the trainer", async () => {
    const trainer = await addressOf(trainerId);
    const successorId = await aTrainer(database.db, begin, "Tom Trainer");
    await change({ parts: [part("2027-05-04")] }, 0, successorId);
    const posted = await post();
    const [tessa] = posted.get(trainer) ?? [];
    const [tom] = posted.get(await addressOf(successorId)) ?? [];
    expect([tessa?.method, tessa?.sequence, tessa?.uid]).toEqual([
      "CANCEL",
      1,
      `${session}.${trainerId}-1@certification-portal`,
    ]);
    expect([tom?.method, tom?.sequence, tom?.uid]).toEqual([
      "REQUEST",
      1,
      `${session}.${successorId}-1@certification-portal`,
    ]);
  });
});

describe("who is in it no more, and who is not yet", () => {
  it("a seat given back is called off; the next of the waiting list is told to the calendar with the seat, not with the offer", async () => {
    const [other = ""] = partner.engineerIds.filter((id) => id !== engineer);
    await enrol([engineer, other]);
    const waiting = (await post()).get(await addressOf(other));
    const entry = (await selectOpenEnrolments(database.db, session)).map(({ id, personId }) => ({ id, personId }));
    const idOf = (personId: string) => entry.find((one) => one.personId === personId)?.id ?? "";
    later();
    await withdrawEnrolment(database.db, { actorId: engineer, enrolmentId: idOf(engineer) }, now);
    const posted = await post();
    expect((await toEngineer(posted)).map(({ method, sequence }) => [method, sequence])).toEqual([
      ["CANCEL", 1],
      ["CANCEL", 1],
    ]);
    const offered = posted.get(await addressOf(other));
    later();
    await acceptOffer(database.db, { actorId: other, enrolmentId: idOf(other) }, now);
    const seated = (await post()).get(await addressOf(other));
    expect([waiting, offered]).toEqual([[], []]);
    expect(seated?.map(({ method, uid }) => [method, uid])).toEqual([
      ["REQUEST", `${idOf(other)}-1@certification-portal`],
      ["REQUEST", `${idOf(other)}-2@certification-portal`],
    ]);
  });

  it("a reminder repeats what stands in the calendar, and the object is one that programs take", async () => {
    await enrol([engineer]);
    const [invited] = await toEngineer(await post());
    now = new Date("2027-03-15T08:00:00Z");
    await planTrainingReminders(database.db, now);
    const [reminded] = await toEngineer(await post());
    expect([reminded?.uid, reminded?.sequence, reminded?.starts]).toEqual([invited?.uid, 0, invited?.starts]);
    const source = reminded?.source ?? "";
    expect(source.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(source.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(source).not.toMatch(/[^\r]\n/);
    const properties = source.replaceAll("\r\n ", "").split("\r\n");
    expect(properties).toContain("DTSTAMP:20270315T080000Z");
    expect(properties).toContain('ORGANIZER;CN="Partner Certification Portal":mailto:portal@portal.example');
    const address = await addressOf(engineer);
    expect(properties.find((line) => line.startsWith("ATTENDEE"))).toMatch(new RegExp(`RSVP=FALSE:mailto:${address}$`));
  });
});
