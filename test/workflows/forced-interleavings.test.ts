import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { verifyChain } from "~/audit/verify-chain.server";
import { addEngineer, changeOrganisationLevel, leaveOrganisation } from "~/eligibility/change-membership.server";
import { reinstate, revoke, suspend } from "~/eligibility/decide-on-certificate.server";
import { decideStandingNotices } from "~/eligibility/decide-standing-notices.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { stillDueTogether } from "~/eligibility/still-due.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { saveAnswer } from "~/examination/save-answer.server";
import { deliverOutbox } from "~/notices/deliver-outbox.server";
import { connect } from "~/platform/database/connect";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { enrolPeople } from "~/training/enrol-people.server";
import { anAttempt, examMorning } from "../factories/examination";
import { dice } from "../factories/histories";
import {
  at,
  issue,
  worldOfACandidate,
  worldOfAnAttempt,
  worldOfAPass,
  worldOfAPlannedMail,
  worldOfOneSeat,
  worldOfThree,
} from "../factories/race-worlds";
import { prepareWorld } from "../set-up/cloned-databases";
import { interleavings, type Played, playSchedule, schedulesOf, type Work } from "../set-up/turn-taking";

/** Schedules of a pair that are played; `INTERLEAVINGS=250` is the whole measure. */
const limit = Number(process.env.INTERLEAVINGS ?? 6);

interface Pair<World> {
  readonly name: string;
  readonly prepare: (database: Database) => Promise<World>;
  /** Both works, and what they leave behind for the check. */
  readonly play: (world: World) => { readonly a: Work; readonly b: Work };
  readonly check: (database: Database, world: World, played: Played) => Promise<void>;
}

const pair = <World>(name: string, one: Omit<Pair<World>, "name">): Pair<World> => ({ name, ...one });

const done = ({ outcomes }: Played) =>
  outcomes.map((one) => (one.status === "fulfilled" ? "done" : (one.reason.code ?? String(one.reason))));

const rowsOf = async <Row extends pg.QueryResultRow>({ pool }: Database, statement: string, values: unknown[] = []) =>
  (await pool.query<Row>(statement, values)).rows;

/** Which falls were told: kind, cycle and stage, each once however many are told. */
const told = async (database: Database) =>
  (
    await rowsOf<{ line: string }>(
      database,
      "select distinct kind || ' ' || cycle || ' ' || stage as line from notice where kind in ('below_three_now', 'restored') order by 1",
    )
  ).map(({ line }) => line);

const sent = async (database: Database) =>
  (
    await rowsOf<{ state: string }>(
      database,
      "select state from outbox_message where template = 'certificate_lapsing' and state <> 'suppressed' or state_reason = 'no_longer_due'",
    )
  ).map(({ state }) => state);

/** Delivers the one mail and remembers whether the other work was over when the mail was asked about. */
function delivery(now: Date, other: { over: boolean }, seen: { askedAfter: boolean; left: number }): Work {
  return ({ db }) => {
    const stillDue = stillDueTogether(db, () => now);
    return deliverOutbox({
      db,
      baseUrl: "https://portal.example",
      now: () => now,
      random: seededRandom("send"),
      limit: 1,
      tellOfRefusal: async () => [],
      stillDue: async (notice) => {
        seen.askedAfter = other.over;
        return stillDue(notice);
      },
      mail: {
        kind: "mailbox",
        from: "portal@portal.example",
        close: () => {},
        deliver: async () => {
          seen.left += 1;
          return { outcome: "accepted" };
        },
      },
    });
  };
}

const lapseDay = at("2027-01-05");
const leaveDay = at("2026-09-01");

/** A change that makes the planned mail untrue against the delivery of that mail. */
function againstSending(name: string, change: (world: Awaited<ReturnType<typeof worldOfAPlannedMail>>) => Work) {
  const seen = { askedAfter: false, left: 0 };
  return pair(name, {
    prepare: (database) => worldOfAPlannedMail(database, lapseDay),
    play: (world) => {
      const other = { over: false };
      Object.assign(seen, { askedAfter: false, left: 0 });
      const a: Work = async (database) => {
        await change(world)(database);
        other.over = true;
      };
      return { a, b: delivery(lapseDay, other, seen) };
    },
    check: async (database, _world, played) => {
      expect(done(played)).toEqual(["done", "done"]);
      if (seen.askedAfter) expect(seen.left).toBe(0);
      expect(await sent(database)).toEqual([seen.left === 1 ? "sent" : "suppressed"]);
    },
  });
}

const sweepOn =
  (now: Date): Work =>
  async ({ db }) =>
    expect((await sweepEligibility(db, now)).failures).toEqual([]);

const pairs = [
  pair("plan / plan", {
    prepare: worldOfThree,
    play: () => ({ a: sweepOn(at("2027-03-10")), b: sweepOn(at("2027-03-10")) }),
    check: async (database, _world, played) => {
      expect(done(played)).toEqual(["done", "done"]);
      expect(await told(database)).toEqual(["below_three_now 2027-03-10 0"]);
    },
  }),
  againstSending(
    "revoke / send",
    ({ adas, staffId }) =>
      ({ db }) =>
        revoke(db, { actorId: staffId, certificateId: adas, reasonClass: "conduct", note: "for the test" }, lapseDay),
  ),
  againstSending(
    "renew / send",
    ({ passed }) =>
      ({ db }) =>
        issue(db, passed, lapseDay, "renewal"),
  ),
  againstSending(
    "suspend / send",
    ({ adas, staffId }) =>
      ({ db }) =>
        suspend(db, { actorId: staffId, certificateId: adas, reasonClass: "conduct", note: "for the test" }, lapseDay),
  ),
  pair("leave / sweep", {
    prepare: worldOfThree,
    play: ({ organisationId, ben }) => ({
      a: ({ db }) => leaveOrganisation(db, { actorId: null, organisationId, personId: ben }, leaveDay),
      b: sweepOn(leaveDay),
    }),
    check: async (database, _world, played) => {
      expect(done(played)).toEqual(["done", "done"]);
      expect(await told(database)).toEqual(["below_three_now 2026-09-01 0"]);
    },
  }),
  pair("leave / leave of two people", {
    prepare: worldOfThree,
    play: ({ organisationId, ada, ben }) => ({
      a: ({ db }) => leaveOrganisation(db, { actorId: null, organisationId, personId: ada }, leaveDay),
      b: ({ db }) => leaveOrganisation(db, { actorId: null, organisationId, personId: ben }, leaveDay),
    }),
    check: async (database, _world, played) => {
      expect(done(played)).toEqual(["done", "done"]);
      expect(await told(database)).toEqual(["below_three_now 2026-09-01 0"]);
    },
  }),
  pair("leave / revoke the one who leaves", {
    prepare: worldOfThree,
    play: ({ organisationId, ada, adas, staffId }) => ({
      a: ({ db }) => leaveOrganisation(db, { actorId: null, organisationId, personId: ada }, leaveDay),
      b: ({ db }) =>
        revoke(db, { actorId: staffId, certificateId: adas, reasonClass: "conduct", note: "for the test" }, leaveDay),
    }),
    check: async (database, _world, played) => {
      expect(done(played)).toEqual(["done", "done"]);
      expect(await told(database)).toEqual(["below_three_now 2026-09-01 0"]);
    },
  }),
  pair("issue / issue of one exam", {
    prepare: (database) => worldOfAPass(database, "ada", lapseDay),
    play: ({ passed }) => ({
      a: ({ db }) => issue(db, passed, lapseDay, "a"),
      b: ({ db }) => issue(db, passed, lapseDay, "b"),
    }),
    check: async (_database, _world, played) => {
      expect(done(played)).toEqual(["done", "done"]);
      expect(new Set(played.outcomes.map((one) => (one.status === "fulfilled" ? one.value : null))).size).toBe(1);
    },
  }),
  pair("renew / revoke what is renewed", {
    prepare: (database) => worldOfAPass(database, "ada", lapseDay),
    play: ({ passed, adas, staffId }) => ({
      a: ({ db }) => issue(db, passed, lapseDay, "renewal"),
      b: ({ db }) =>
        revoke(db, { actorId: staffId, certificateId: adas, reasonClass: "conduct", note: "for the test" }, lapseDay),
    }),
    check: async (_database, _world, played) => expect(done(played)).toEqual(["done", "done"]),
  }),
  pair("decision / decision: revoke and suspend", {
    prepare: worldOfThree,
    play: ({ adas, staffId }) => {
      const decision = { actorId: staffId, certificateId: adas, reasonClass: "conduct", note: "for the test" } as const;
      return { a: ({ db }) => revoke(db, decision, leaveDay), b: ({ db }) => suspend(db, decision, leaveDay) };
    },
    check: async (database, _world, played) => {
      expect([
        ["done", "done"],
        ["done", "certificate_revoked"],
      ]).toContainEqual(done(played));
      expect(await told(database)).toEqual(["below_three_now 2026-09-01 0"]);
    },
  }),
  pair("decision / decision: suspend and reinstate", {
    prepare: async (database) => {
      const world = await worldOfThree(database);
      const decision = { actorId: world.staffId, certificateId: world.adas, note: "for the test" };
      await suspend(database.db, { ...decision, reasonClass: "conduct" }, at("2026-08-01"));
      return world;
    },
    play: ({ adas, staffId }) => {
      const decision = { actorId: staffId, certificateId: adas, note: "for the test" };
      return {
        a: ({ db }) => reinstate(db, decision, leaveDay),
        b: ({ db }) => reinstate(db, decision, leaveDay),
      };
    },
    check: async (database, _world, played) => {
      expect(done(played).sort()).toEqual(["certificate_not_suspended", "done"]);
      expect(await told(database)).toEqual(["below_three_now 2026-08-01 0", "restored 2026-08-01 0"]);
    },
  }),
  pair("transfer / issue", {
    prepare: (database) => worldOfAPass(database, "dia", leaveDay),
    play: ({ organisationId, otherId, dia, passed }) => ({
      a: async ({ db }) => {
        await leaveOrganisation(db, { actorId: null, organisationId, personId: dia }, leaveDay);
        const again = {
          fullName: "Dia Example",
          email: "dia@example.org",
          language: "en",
          administrator: true,
          partnerAdmin: false,
        } as const;
        await addEngineer(db, { actorId: null, organisationId: otherId, ...again }, leaveDay, seededRandom("transfer"));
      },
      b: ({ db }) => issue(db, passed, leaveDay, "first"),
    }),
    check: async (database, { dia, otherId }, played) => {
      expect(done(played)).toEqual(["done", "done"]);
      const counting = await rowsOf(
        database,
        "select organisation_id, starts_on, ends_on from counting_interval where person_id = $1",
        [dia],
      );
      expect(counting).toEqual([{ organisation_id: otherId, starts_on: "2026-09-01", ends_on: "2027-09-01" }]);
    },
  }),
  pair("level change / sweep", {
    prepare: worldOfThree,
    play: ({ organisationId }) => ({
      a: ({ db }) =>
        changeOrganisationLevel(
          db,
          { actorId: null, organisationId, levelCode: "partner", from: "2027-03-10" },
          at("2027-03-10"),
        ),
      b: sweepOn(at("2027-03-10")),
    }),
    check: async (database, _world, played) => {
      expect(done(played)).toEqual(["done", "done"]);
      // Told while it was bound, or not at all: never after the change was stored.
      const changedFirst = played.turns.lastIndexOf("a") < played.turns.indexOf("b");
      const lines = await told(database);
      expect(changedFirst ? [[]] : [[], ["below_three_now 2027-03-10 0"]]).toContainEqual(lines);
    },
  }),
  pair("enrol / enrol for the last seat", {
    prepare: worldOfOneSeat,
    play: ({ adminId, trainingSessionId, organisationId, engineerIds, now }) => {
      const enrol =
        (personId: string): Work =>
        ({ db }) =>
          enrolPeople(
            db,
            {
              actorId: adminId,
              trainingSessionId,
              organisationId,
              personIds: [personId],
              purchaseOrder: null,
              oneself: false,
            },
            now,
          );
      return { a: enrol(engineerIds[0] ?? ""), b: enrol(engineerIds[1] ?? "") };
    },
    check: async (database, _world, played) => {
      expect(done(played)).toEqual(["done", "done"]);
      const states = await rowsOf<{ state: string }>(database, "select state from enrolment order by state");
      expect(states.map(({ state }) => state)).toEqual(["enrolled", "waiting"]);
    },
  }),
  pair("start / start of one candidate", {
    prepare: worldOfACandidate,
    play: ({ engineerIds }) => ({
      a: ({ db }) => anAttempt(db, engineerIds[0] ?? "", examMorning, "a"),
      b: ({ db }) => anAttempt(db, engineerIds[0] ?? "", examMorning, "b"),
    }),
    check: async (database, _world, played) => {
      expect(done(played).sort()).toEqual(["attempt_active", "done"]);
      expect(await rowsOf(database, "select count(*)::int as attempts from attempt")).toEqual([{ attempts: 1 }]);
    },
  }),
  pair("hand in / hand in", {
    prepare: worldOfAnAttempt,
    play: ({ attemptId }) => {
      const handIn =
        (seed: string): Work =>
        ({ db }) =>
          handInExam(db, { attemptId, by: "candidate" }, examMorning, seededRandom(seed));
      return { a: handIn("a"), b: handIn("b") };
    },
    check: async (database, _world, played) => {
      expect(done(played)).toEqual(["done", "done"]);
      const outcomes = played.outcomes.map((one) =>
        one.status === "fulfilled" ? (one.value as { outcome: string }).outcome : null,
      );
      expect(outcomes.sort()).toEqual(["already_finished", "finished"]);
      expect(await rowsOf(database, "select count(*)::int as certificates from certificate")).toEqual([
        { certificates: 1 },
      ]);
    },
  }),
  pair("answer / hand in", {
    prepare: worldOfAnAttempt,
    play: ({ attemptId, personId, ordinal, lastAnswer }) => ({
      a: ({ db }) =>
        saveAnswer(
          db,
          {
            attemptId,
            personId,
            ordinal,
            clientId: "browser",
            sequence: ordinal,
            given: lastAnswer,
            agoMs: 0,
            flagged: false,
            language: "en",
          },
          examMorning,
        ),
      b: ({ db }) => handInExam(db, { attemptId, by: "candidate" }, examMorning, seededRandom("hand in")),
    }),
    check: async (database, { attemptId, ordinal }, { outcomes: [saved] }) => {
      const acknowledged = saved?.status === "fulfilled" && (saved.value as { outcome: string }).outcome === "saved";
      const [row] = await rowsOf<{ stored: boolean; graded: boolean }>(
        database,
        "select response is not null as stored, coalesce(points, 0) > 0 as graded from attempt_item where attempt_id = $1 and ordinal = $2",
        [attemptId, ordinal],
      );
      expect(row).toEqual({ stored: acknowledged, graded: acknowledged });
    },
  }),
];

/** What holds after every schedule of every pair. */
async function checkInvariants(database: Database): Promise<void> {
  expect(await verifyChain(database.db)).toMatchObject({ whole: true });
  const toldTwice = await rowsOf(
    database,
    "select kind from notice group by kind, subject_id, cycle, stage, recipient_id having count(*) > 1",
  );
  expect(toldTwice).toEqual([]);
  const everybody = "(select array_agg(id) from person)";
  const differences = await rowsOf(
    database,
    `(table counting_interval except select * from counting_days(${everybody}, 'infinity'))
     union all (select * from counting_days(${everybody}, 'infinity') except table counting_interval)`,
  );
  expect(differences).toEqual([]);
  const latest = await rowsOf(
    database,
    `(table latest_certificate except select * from latest_certificates(${everybody}))
     union all (select * from latest_certificates(${everybody}) except table latest_certificate)`,
  );
  expect(latest).toEqual([]);
  const brokenChains = await rowsOf(
    database,
    `select next.id from certificate as next join certificate as previous on previous.id = next.previous_certificate_id
     where upper(previous.validity) <> lower(next.validity) or previous.person_id <> next.person_id`,
  );
  expect(brokenChains).toEqual([]);
}

/** Everything that the state of things asks to be told has been told. */
async function checkNothingMissed(database: Database, organisationIds: readonly string[], now: Date): Promise<void> {
  const decided = await decideStandingNotices(database.db, organisationIds, now);
  expect(
    decided.flatMap(({ missing }) => missing.map(({ kind }) => kind).filter((kind) => kind === "below_three_now")),
  ).toEqual([]);
}

describe("two sessions, statement by statement", () => {
  const worlds: { drop(): Promise<void> }[] = [];
  afterAll(async () => {
    for (const world of worlds) await world.drop();
  });

  it.each(pairs as unknown as Pair<unknown>[])(
    "$name",
    { timeout: 60_000 + limit * 5_000 },
    async ({ name, prepare, play, check }) => {
      const world = await prepareWorld(prepare);
      worlds.push(world);
      const playOnce = async (schedule: string): Promise<Played> => {
        const clone = await world.clone();
        const observer = new pg.Client(clone.url);
        await observer.connect();
        try {
          const played = await playSchedule(clone.url, observer, play(world.facts), schedule);
          const database = await connect({ databaseUrl: clone.url });
          try {
            await check(database, world.facts, played);
            await checkInvariants(database);
            const { organisationId } = world.facts as { organisationId?: string };
            if (organisationId) await checkNothingMissed(database, [organisationId], leaveDay);
          } finally {
            await database.close();
          }
          return played;
        } catch (error) {
          throw new Error(`${name}, schedule ${schedule}: ${error instanceof Error ? error.message : String(error)}`, {
            cause: error,
          });
        } finally {
          await observer.end();
          await clone.drop();
        }
      };
      const { turns } = await playOnce("a".repeat(500));
      const [a, b] = ["a", "b"].map((who) => [...turns].filter((turn) => turn === who).length) as [number, number];
      let blocked = 0;
      const schedules = schedulesOf(a, b, limit, dice(7));
      for (const schedule of schedules) blocked += (await playOnce(schedule)).blocked;
      if (process.env.INTERLEAVINGS)
        process.stdout.write(
          `${name}: ${schedules.length} of ${interleavings(a, b)} schedules of ${a} + ${b} statements, ${blocked} waits\n`,
        );
    },
  );
});
