import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { addEngineer, changeAdministrator, leaveOrganisation } from "~/eligibility/change-membership.server";
import { suspend } from "~/eligibility/decide-on-certificate.server";
import { selectToldOfStandings } from "~/eligibility/notice-queries.server";
import { stillDueTogether } from "~/eligibility/still-due.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import type { Day } from "~/kernel/calendar";
import type { DueNotice } from "~/notices/deliver-outbox.server";
import type { Database, Db } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { aCertificate, aRevocation, aSuspension } from "../factories/certificates";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";

let database: Database;
let organisationId: string;
let boss: string;
let staff: string;
let [ada, ben, cem] = ["", "", ""];
const stillDue = (db: Db, notice: DueNotice, now: Date) => stillDueTogether(db, () => now)(notice);

const at = (day: Day, time = "09:00") => new Date(`${day}T${time}:00Z`);

/** A distributor whose three end on 2027-03-10, 2027-04-01 and 2027-05-01; told are a partner admin and an IONOS portal admin. */
beforeEach(async () => {
  database = await testServerDatabase();
  organisationId = await anOrganisation(database.db);
  boss = await aMember(database.db, organisationId, "Boss", { administrator: false, partnerAdmin: true });
  staff = await aStaffMember(database.db, "Ines", "portal_admin");
  [ada, ben, cem] = [
    await aMember(database.db, organisationId, "Ada"),
    await aMember(database.db, organisationId, "Ben"),
    await aMember(database.db, organisationId, "Cem"),
  ];
  await aCertificate(database.db, { personId: ada, organisationId, start: "2026-03-10" });
  await aCertificate(database.db, { personId: ben, organisationId, start: "2026-04-01" });
  await aCertificate(database.db, { personId: cem, organisationId, start: "2026-05-01" });
});
afterEach(() => database.close());

const sweep = async (day: Day, time?: string) => {
  const { failures, planned } = await sweepEligibility(database.db, at(day, time));
  expect(failures).toEqual([]);
  return planned;
};
const ledger = async (...kinds: string[]) => {
  const who = (id: string) => (id === boss ? "boss" : id === staff ? "staff" : "?");
  const told = (await selectToldOfStandings(database.db, [organisationId])).filter(({ kind }) => kinds.includes(kind));
  return told.map(({ kind, cycle, stage, recipientId }) => `${kind} ${cycle} ${stage} ${who(recipientId)}`).sort();
};
const leave = (personId: string, day: Day, endsOn?: Day) =>
  leaveOrganisation(database.db, { actorId: boss, organisationId, personId, ...(endsOn && { endsOn }) }, at(day));
const join = async (name: string, day: Day) => {
  const email = `${name.toLowerCase()}@example.org`;
  const command = {
    actorId: boss,
    organisationId,
    fullName: name,
    email,
    language: "en",
    administrator: true,
    partnerAdmin: false,
  } as const;
  return (await addEngineer(database.db, command, at(day), seededRandom(email))).personId;
};

describe("a fall below three", () => {
  it("is planned in the moment somebody leaves, to partner admin and staff, once", async () => {
    await leave(ben, "2026-09-01");
    expect(await ledger("below_three_now")).toEqual([
      "below_three_now 2026-09-01 0 boss",
      "below_three_now 2026-09-01 0 staff",
    ]);
    expect(await sweep("2026-09-01", "20:00")).toEqual({});
  });

  it("is not planned when the change itself fails", async () => {
    await leave(ben, "2026-09-01");
    await expect(leave(ben, "2026-09-02")).rejects.toMatchObject({ code: "membership_ended" });
    expect(await ledger("below_three_now")).toHaveLength(2);
  });

  it("is planned when the flag is taken away", async () => {
    await changeAdministrator(
      database.db,
      { actorId: boss, organisationId, personId: cem, administrator: false },
      at("2026-09-01"),
    );
    const { rows } = await database.pool.query(
      "select facts->>'causeKind' as kind, facts->>'causePersonName' as name from notice where kind = 'below_three_now'",
    );
    expect(rows[0]).toEqual({ kind: "not_administrator", name: "Cem Example" });
  });

  it("is found by the sweep when the calendar brings it, in the organisation's zone", async () => {
    await sweep("2027-03-09", "22:59");
    expect(await ledger("below_three_now")).toEqual([]);
    await sweep("2027-03-09", "23:00");
    expect(await ledger("below_three_now")).toHaveLength(2);
  });

  it("is told again a week later, and after three weeks without a sweep once, not three times", async () => {
    await leave(ben, "2026-09-01");
    expect(await sweep("2026-09-07")).toEqual({});
    expect(await sweep("2026-09-08")).toEqual({ below_three_now: 2 });
    expect(await sweep("2026-09-29")).toEqual({ below_three_now: 2 });
    expect(await sweep("2026-09-29")).toEqual({});
  });

  it("is restored once, and the next fall is told again, even on the same day", async () => {
    await leave(ben, "2026-09-01");
    const dia = await join("Dia", "2026-09-01");
    await aCertificate(database.db, { personId: dia, organisationId, start: "2026-09-01" });
    expect(await sweep("2026-09-01")).toEqual({ restored: 2 });
    expect(await sweep("2026-09-02")).toEqual({});
    await leave(cem, "2026-09-01");
    expect(await ledger("below_three_now", "restored")).toEqual([
      "below_three_now 2026-09-01 0 boss",
      "below_three_now 2026-09-01 0 staff",
      "below_three_now 2026-09-01/2 0 boss",
      "below_three_now 2026-09-01/2 0 staff",
      "restored 2026-09-01 0 boss",
      "restored 2026-09-01 0 staff",
    ]);
  });

  it("is told once also when the clock is put back between two falls of one day", async () => {
    const flag = (administrator: boolean, time: string) => {
      const command = { actorId: boss, organisationId, personId: cem, administrator };
      return changeAdministrator(database.db, command, at("2026-09-01", time));
    };
    await flag(false, "10:00");
    await flag(true, "10:20");
    await flag(false, "09:50");
    expect(await sweep("2026-09-01", "10:10")).toEqual({});
    await flag(true, "10:15");
    expect(await sweep("2026-09-01", "11:00")).toEqual({});
    expect(await ledger("below_three_now", "restored")).toEqual([
      "below_three_now 2026-09-01 0 boss",
      "below_three_now 2026-09-01 0 staff",
      "below_three_now 2026-09-01/2 0 boss",
      "below_three_now 2026-09-01/2 0 staff",
      "restored 2026-09-01 0 boss",
      "restored 2026-09-01 0 staff",
      "restored 2026-09-01/2 0 boss",
      "restored 2026-09-01/2 0 staff",
    ]);
  });

  it("is not told to a partner admin who has left", async () => {
    await leave(boss, "2026-08-01");
    await leave(ben, "2026-09-01");
    expect(await ledger("below_three_now")).toEqual(["below_three_now 2026-09-01 0 staff"]);
  });
});

describe("a decision about a certificate", () => {
  const suspendAdas = async (day: Day) => {
    const certificateId = await aCertificate(database.db, { personId: ada, organisationId, start: "2027-03-10" });
    const why = { reasonClass: "under_investigation", note: "A complaint is looked into." } as const;
    await suspend(database.db, { actorId: staff, certificateId, ...why }, at(day));
    const told = database.db.selectFrom("notice").select("recipientId").where("subjectId", "=", certificateId);
    return (await told.where("kind", "=", "certificate_suspended").execute()).map(({ recipientId }) => recipientId);
  };

  it("is told to a partner admin up to the day on which the membership ends, as planned before", async () => {
    await leave(boss, "2027-04-01", "2027-05-01");
    expect((await suspendAdas("2027-04-30")).sort()).toEqual([ada, boss].sort());
  });

  it("is not told to one who has left, though the end was recorded before it came", async () => {
    await leave(boss, "2027-04-01", "2027-05-01");
    expect(await suspendAdas("2027-05-01")).toEqual([ada]);
  });
});

describe("a fall ahead", () => {
  it("is told by stage, the most urgent only, to staff from thirty days", async () => {
    expect(await sweep("2026-12-09")).toEqual({});
    expect(await sweep("2026-12-10")).toMatchObject({ below_three_ahead: 1 });
    expect(await sweep("2027-02-20")).toMatchObject({ below_three_ahead: 2 });
    expect(await ledger("below_three_ahead")).toEqual([
      "below_three_ahead 2027-03-10 30 boss",
      "below_three_ahead 2027-03-10 30 staff",
      "below_three_ahead 2027-03-10 90 boss",
    ]);
  });

  it("is told when a leaver brings it into sight", async () => {
    await leave(ben, "2026-09-01", "2026-10-15");
    expect(await ledger("below_three_ahead")).toEqual(["below_three_ahead 2026-10-15 60 boss"]);
  });
});

describe("the end of a certificate", () => {
  const lapses = async (personId: string) => {
    const { rows } = await database.pool.query<{ line: string }>(
      `select notice.kind || ' ' || stage || ' ' || (case recipient_id when $1 then 'holder' when $2 then 'boss' else '?' end) as line
       from notice join certificate on certificate.id = subject_id where person_id = $1 and kind like 'certificate_laps%' order by decided_at, line desc`,
      [personId, boss],
    );
    return rows.map(({ line }) => line);
  };

  it("is told to holder and partner admin, by stage, and on the day", async () => {
    for (const day of ["2027-03-08", "2027-03-09", "2027-03-10", "2027-03-11"] as const) await sweep(day);
    expect(await lapses(ada)).toEqual([
      "certificate_lapsing 7 holder",
      "certificate_lapsing 7 boss",
      "certificate_lapsing 1 holder",
      "certificate_lapsing 1 boss",
      "certificate_lapsed 0 holder",
      "certificate_lapsed 0 boss",
    ]);
  });

  it("is told to the holder alone after leaving", async () => {
    await leave(ada, "2027-01-01");
    await sweep("2027-03-10");
    expect(await lapses(ada)).toEqual(["certificate_lapsed 0 holder"]);
  });

  it.each(["renewed", "revoked", "suspended"] as const)(
    "is not told when %s, and a mail already planned does not leave",
    async (how) => {
      await sweep("2027-03-01");
      const [notice] = (
        await database.db
          .selectFrom("notice")
          .selectAll()
          .where("kind", "=", "certificate_lapsing")
          .where("recipientId", "=", ada)
          .execute()
      ).values();
      if (!notice) throw new Error("nothing planned");
      expect(await stillDue(database.db, notice, at("2027-03-01", "10:00"))).toBe(true);
      const certificateId = notice.subjectId;
      if (how === "renewed")
        await aCertificate(database.db, {
          personId: ada,
          organisationId,
          start: "2027-03-10",
          issuedOn: "2027-03-01",
          previousId: certificateId,
        });
      if (how === "revoked") await aRevocation(database.db, certificateId, "2027-03-01");
      if (how === "suspended") await aSuspension(database.db, certificateId, { start: "2027-03-01", end: null });
      expect(await stillDue(database.db, notice, at("2027-03-01", "10:00"))).toBe(false);
      await sweep("2027-03-09");
      await sweep("2027-03-10");
      expect((await lapses(ada)).filter((line) => line.endsWith("holder"))).toEqual(["certificate_lapsing 14 holder"]);
    },
  );

  it("keeps a mail of an older stage from leaving once a newer stage has come", async () => {
    await sweep("2027-03-01");
    const notice = await database.db
      .selectFrom("notice")
      .selectAll()
      .where("kind", "=", "certificate_lapsing")
      .where("recipientId", "=", ada)
      .executeTakeFirstOrThrow();
    expect(await stillDue(database.db, notice, at("2027-03-02"))).toBe(true);
    expect(await stillDue(database.db, notice, at("2027-03-03"))).toBe(false);
  });
});

describe("asked again before a mail leaves", () => {
  const first = (kind: "below_three_now" | "restored" | "below_three_ahead") =>
    database.db
      .selectFrom("notice")
      .selectAll()
      .where("kind", "=", kind)
      .where("recipientId", "=", boss)
      .orderBy("decidedAt", "desc")
      .executeTakeFirstOrThrow();

  it("below three holds until restored, restored until the next fall", async () => {
    await leave(ben, "2026-09-01");
    const fall = await first("below_three_now");
    expect(await stillDue(database.db, fall, at("2026-09-02"))).toBe(true);
    await aCertificate(database.db, { personId: await join("Dia", "2026-09-03"), organisationId, start: "2026-09-03" });
    expect(await stillDue(database.db, fall, at("2026-09-03"))).toBe(false);
    await sweep("2026-09-03");
    const restored = await first("restored");
    expect(await stillDue(database.db, restored, at("2026-09-03"))).toBe(true);
    await leave(cem, "2026-09-04");
    expect(await stillDue(database.db, restored, at("2026-09-04"))).toBe(false);
  });

  it("restored is not told to who has left since", async () => {
    await leave(ben, "2026-09-01");
    await aCertificate(database.db, { personId: await join("Dia", "2026-09-03"), organisationId, start: "2026-09-03" });
    await sweep("2026-09-03");
    const restored = await first("restored");
    expect(await stillDue(database.db, restored, at("2026-09-04"))).toBe(true);
    await leave(boss, "2026-09-04");
    expect(await stillDue(database.db, restored, at("2026-09-04"))).toBe(false);
  });

  it("a fall ahead is dropped when it moves, or when the recipient is no longer to be told", async () => {
    await sweep("2027-03-01");
    const ahead = await first("below_three_ahead");
    expect(await stillDue(database.db, ahead, at("2027-03-01"))).toBe(true);
    await aCertificate(database.db, { personId: ada, organisationId, start: "2027-03-10", issuedOn: "2027-03-01" });
    expect(await stillDue(database.db, ahead, at("2027-03-01"))).toBe(false);
    await sweep("2027-03-02");
    const moved = await first("below_three_ahead");
    expect(moved.cycle).toBe("2027-04-01");
    await leave(boss, "2027-03-02");
    expect(await stillDue(database.db, moved, at("2027-03-02"))).toBe(false);
  });
});

describe("mails that leave at the same time", () => {
  it("are asked about together, each gets its own answer, and one that cannot be decided fails alone", async () => {
    await sweep("2027-03-01");
    const planned = await database.db.selectFrom("notice").selectAll().orderBy("id").execute();
    await aCertificate(database.db, { personId: ada, organisationId, start: "2027-03-10", issuedOn: "2027-03-01" });
    const ask = stillDueTogether(database.db, () => at("2027-03-01", "10:00"));
    const broken = { ...planned[0], kind: "certificate_lapsing", subjectId: "no id at all" } as DueNotice;
    const answers = await Promise.allSettled([...planned.map((notice) => ask(notice)), ask(broken)]);
    const alone = await Promise.all(planned.map((notice) => stillDue(database.db, notice, at("2027-03-01", "10:00"))));
    expect(answers.map((one) => (one.status === "fulfilled" ? one.value : "failed"))).toEqual([...alone, "failed"]);
    expect(new Set(alone)).toEqual(new Set([true, false]));
  });
});

describe("a sweep", () => {
  const refuseNoticesOf = async (subjectId: string, sqlState = "P0001") => {
    await database.pool.query(`create function refuse() returns trigger language plpgsql as $$ begin
      if new.subject_id = '${subjectId}' then raise exception 'no room' using errcode = '${sqlState}'; end if; return new; end $$`);
    await database.pool.query("create trigger refuse before insert on notice for each row execute function refuse()");
  };

  it("lets one organisation that cannot be told cost only itself", async () => {
    const other = await anOrganisation(database.db, { name: "Zweite" });
    const people = [
      await aMember(database.db, other, "Eva"),
      await aMember(database.db, other, "Fin"),
      await aMember(database.db, other, "Gus"),
    ];
    for (const personId of people)
      await aCertificate(database.db, { personId, organisationId: other, start: "2026-03-10" });
    await refuseNoticesOf(organisationId);
    const report = await sweepEligibility(database.db, at("2027-03-10"));
    expect(report.failures.map(({ subject }) => subject)).toEqual([`organisation ${organisationId}`]);
    expect(report.planned).toMatchObject({ below_three_now: 1, certificate_lapsed: 5 });
  });

  it("fails when the database goes away, so that it is tried again at once, rather than pass a subject over until the next", async () => {
    const adminShutdown = "57P01";
    await refuseNoticesOf(organisationId, adminShutdown);
    await expect(sweepEligibility(database.db, at("2027-03-10"))).rejects.toThrow("no room");
  });

  it("says what it looked at", async () => {
    expect(await sweepEligibility(database.db, at("2026-12-10"))).toMatchObject({ organisations: 1, certificates: 1 });
  });
});
