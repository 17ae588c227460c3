import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import type { Day } from "~/kernel/calendar";
import { Rejection } from "~/kernel/rejection";
import { selectOptionalNextContactDay } from "~/organisations/contact-queries.server";
import { addHoliday, removeHoliday } from "~/organisations/keep-holidays.server";
import { readContacts } from "~/organisations/read-contacts.server";
import { cancelContactChange, scheduleContactChange } from "~/organisations/schedule-contact-change.server";
import type { Database } from "~/platform/database/handle";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";

/** A Monday, in Berlin. */
const now = new Date("2027-02-01T09:00:00Z");
let database: Database;
let actorId: string;
let bossId: string;
beforeEach(async () => {
  database = await testServerDatabase();
  actorId = await aStaffMember(database.db, "Ines", "portal_admin");
  const distributorId = await anOrganisation(database.db);
  bossId = await aMember(database.db, distributorId, "Boss", { partnerAdmin: true });
  const resellerId = await anOrganisation(database.db, { name: "Uferlos", levelCode: "reseller", distributorId });
  await aMember(database.db, resellerId, "Rita", { partnerAdmin: true });
});
afterEach(() => database.close());

const about = { contractingEntity: "ionos_se", role: "management" } as const;
const schedule = (phone: string, effectiveOn: Day, seenId = "", at = now) =>
  scheduleContactChange(database.db, { ...about, actorId, seenId, phone, email: null, effectiveOn }, at);
const standing = async (at = now) => {
  const { roles } = await readContacts(database.db, "ionos_se", at);
  const { present, upcoming } = roles[1] ?? {};
  return { present: present?.phone, upcoming: upcoming?.phone, id: upcoming?.id ?? "" };
};
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Rejection ? { code: error.code, facts: error.facts } : error),
  );
const told = () =>
  database.db
    .selectFrom("notice")
    .innerJoin("person", "person.id", "notice.recipientId")
    .select(["fullName", "facts", "subjectId"])
    .where("kind", "=", "support_contact_change")
    .orderBy("decidedAt")
    .execute();
const eventsTold = async () =>
  (await told()).map(({ fullName, facts }) => `${fullName}: ${facts.event} ${facts.phone} ${facts.effectiveOn}`);

it("begins with what the agreement with IONOS Inc. prints, and with nothing invented", async () => {
  const { roles } = await readContacts(database.db, "ionos_inc", now);
  expect(roles.map(({ present }) => [present?.phone, present?.email])).toEqual([
    ["+1 (267) 481-7981", null],
    ["+49 30 577 00 8240", null],
  ]);
  expect(await standing()).toEqual({ present: undefined, upcoming: undefined, id: "" });
});

describe("a change of support contacts", () => {
  beforeEach(async () => {
    await schedule("+49 1", "2027-02-01", "", new Date("2027-02-01T08:00:00Z"));
  });

  it("needs five whole business days of the entity, by its own clock, and names the earliest day", async () => {
    expect(await refusal(schedule("+49 2", "2027-02-08"))).toEqual({
      code: "contact_change_too_soon",
      facts: { earliest: "2027-02-09" },
    });
    const tuesdayInBerlin = new Date("2027-02-01T23:30:00Z");
    expect(await refusal(schedule("+49 2", "2027-02-09", "", tuesdayInBerlin))).toMatchObject({
      facts: { earliest: "2027-02-10" },
    });
    const holiday = { actorId, contractingEntity: "ionos_se", day: "2027-02-04" } as const;
    await addHoliday(database.db, { ...holiday, name: "Betriebsruhe" }, now);
    expect(await refusal(schedule("+49 2", "2027-02-09"))).toMatchObject({ facts: { earliest: "2027-02-10" } });
    await removeHoliday(database.db, holiday, now);
    expect(await refusal(schedule("+49 2", "2027-02-09"))).toBeUndefined();
    expect(await standing(new Date("2027-02-08T22:59:00Z"))).toMatchObject({ present: "+49 1", upcoming: "+49 2" });
    expect(await standing(new Date("2027-02-08T23:00:00Z"))).toMatchObject({ present: "+49 2", upcoming: undefined });
  });

  it("is told to the partner admins of the entity's organisations; resellers have their distributor", async () => {
    await schedule("+49 2", "2027-02-09");
    expect(await eventsTold()).toEqual([
      "Boss Example: completed +49 1 2027-02-01",
      "Boss Example: scheduled +49 2 2027-02-09",
    ]);
    expect(await selectOptionalNextContactDay(database.db, bossId, now)).toBe("2027-02-09");
  });

  it("is corrected under its own name with notice anew, and told again", async () => {
    await schedule("+49 2", "2027-02-09");
    const { id } = await standing();
    const wednesday = new Date("2027-02-03T09:00:00Z");
    expect(await refusal(schedule("+49 3", "2027-02-10", id, wednesday))).toMatchObject({
      code: "contact_change_too_soon",
    });
    await schedule("+49 3", "2027-02-11", id, wednesday);
    expect(await standing(wednesday)).toMatchObject({ present: "+49 1", upcoming: "+49 3" });
    expect((await eventsTold()).at(-1)).toBe("Boss Example: corrected +49 3 2027-02-11");
    const subjects = (await told()).slice(1).map(({ subjectId }) => subjectId);
    expect(new Set(subjects).size).toBe(1);
  });

  it("is taken back until it takes effect, told again, and never after", async () => {
    await schedule("+49 2", "2027-02-09");
    const { id: seenId } = await standing();
    const late = new Date("2027-02-09T09:00:00Z");
    const soon = new Date("2027-02-01T10:00:00Z");
    const cancel = (at: Date) => cancelContactChange(database.db, { ...about, actorId, seenId }, at);
    expect(await refusal(cancel(late))).toMatchObject({ code: "contact_change_in_force" });
    await cancel(soon);
    expect(await standing(late)).toMatchObject({ present: "+49 1", upcoming: undefined });
    expect((await eventsTold()).at(-1)).toBe("Boss Example: cancelled +49 2 2027-02-09");
    expect(await refusal(cancel(soon))).toMatchObject({ code: "changed_meanwhile" });
  });

  it("of two at once is one, and the same details again are none", async () => {
    const both = await Promise.all([
      refusal(schedule("+49 2", "2027-02-09")),
      refusal(schedule("+49 3", "2027-02-09")),
    ]);
    expect(both.filter(Boolean)).toMatchObject([{ code: "changed_meanwhile" }]);
    const { id } = await standing();
    expect(await refusal(schedule("+49 1", "2027-02-20", id))).toMatchObject({ code: "contact_unchanged" });
  });
});
