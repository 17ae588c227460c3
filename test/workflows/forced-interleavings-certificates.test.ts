import { expect } from "vitest";
import { addEngineer, leaveOrganisation } from "~/eligibility/change-membership.server";
import { reinstate, revoke, suspend } from "~/eligibility/decide-on-certificate.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { at, issue, leaveDay, worldOfAPass, worldOfThree } from "../factories/race-worlds";
import { endings, pair, playPairs, rowsOf, toldFalls } from "../set-up/interleaved-pairs";

const passDay = at("2027-01-05");

/** Ada's certificate has been suspended since 1 August. */
async function worldOfASuspension(database: Database) {
  const world = await worldOfThree(database);
  const decision = { actorId: world.staffId, certificateId: world.adas, note: "for the test" };
  await suspend(database.db, { ...decision, reasonClass: "conduct" }, at("2026-08-01"));
  return world;
}

playPairs([
  pair("leave / leave of two people", {
    prepare: worldOfThree,
    play: ({ organisationId, ada, ben }) => ({
      a: ({ db }) => leaveOrganisation(db, { actorId: null, organisationId, personId: ada }, leaveDay),
      b: ({ db }) => leaveOrganisation(db, { actorId: null, organisationId, personId: ben }, leaveDay),
    }),
    check: async (database, _world, played) => {
      expect(endings(played)).toEqual(["done", "done"]);
      expect(await toldFalls(database)).toEqual(["below_three_now 2026-09-01 0"]);
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
      expect(endings(played)).toEqual(["done", "done"]);
      expect(await toldFalls(database)).toEqual(["below_three_now 2026-09-01 0"]);
    },
  }),
  pair("issue / issue of one exam", {
    prepare: (database) => worldOfAPass(database, "ada", passDay),
    play: ({ passed }) => ({
      a: ({ db }) => issue(db, passed, passDay, "a"),
      b: ({ db }) => issue(db, passed, passDay, "b"),
    }),
    check: async (_database, _world, played) => {
      expect(endings(played)).toEqual(["done", "done"]);
      expect(new Set(played.outcomes.map((one) => (one.status === "fulfilled" ? one.value : null))).size).toBe(1);
    },
  }),
  pair("renew / revoke what is renewed", {
    prepare: (database) => worldOfAPass(database, "ada", passDay),
    play: ({ passed, adas, staffId }) => ({
      a: ({ db }) => issue(db, passed, passDay, "renewal"),
      b: ({ db }) =>
        revoke(db, { actorId: staffId, certificateId: adas, reasonClass: "conduct", note: "for the test" }, passDay),
    }),
    check: async (_database, _world, played) => expect(endings(played)).toEqual(["done", "done"]),
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
      ]).toContainEqual(endings(played));
      expect(await toldFalls(database)).toEqual(["below_three_now 2026-09-01 0"]);
    },
  }),
  pair("decision / decision: suspend and reinstate", {
    prepare: worldOfASuspension,
    play: ({ adas, staffId }) => {
      const decision = { actorId: staffId, certificateId: adas, note: "for the test" };
      return {
        a: ({ db }) => suspend(db, { ...decision, reasonClass: "conduct" }, leaveDay),
        b: ({ db }) => reinstate(db, decision, leaveDay),
      };
    },
    check: async (database, _world, played) => {
      const [suspended, reinstated] = endings(played);
      expect(["done", "certificate_suspended"]).toContain(suspended);
      expect(reinstated).toBe("done");
      // Suspended anew, the organisation is told anew; suspended before it was reinstated, it was refused and changed nothing.
      const anew = suspended === "done" ? ["below_three_now 2026-08-01/2 0"] : [];
      const told = ["below_three_now 2026-08-01 0", ...anew, "restored 2026-08-01 0"];
      expect(await toldFalls(database)).toEqual(told);
    },
  }),
  pair("decision / decision: reinstate twice", {
    prepare: worldOfASuspension,
    play: ({ adas, staffId }) => {
      const decision = { actorId: staffId, certificateId: adas, note: "for the test" };
      return {
        a: ({ db }) => reinstate(db, decision, leaveDay),
        b: ({ db }) => reinstate(db, decision, leaveDay),
      };
    },
    check: async (database, _world, played) => {
      expect(endings(played).sort()).toEqual(["certificate_not_suspended", "done"]);
      expect(await toldFalls(database)).toEqual(["below_three_now 2026-08-01 0", "restored 2026-08-01 0"]);
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
      expect(endings(played)).toEqual(["done", "done"]);
      const counting = await rowsOf(
        database,
        "select organisation_id, starts_on, ends_on from counting_interval where person_id = $1",
        [dia],
      );
      expect(counting).toEqual([{ organisation_id: otherId, starts_on: "2026-09-01", ends_on: "2027-09-01" }]);
    },
  }),
]);
