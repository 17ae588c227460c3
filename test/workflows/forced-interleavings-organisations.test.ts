import { expect } from "vitest";
import { approveSecondLevel } from "~/eligibility/change-membership.server";
import { saveView } from "~/eligibility/keep-view.server";
import { policy } from "~/kernel/policy";
import {
  applyForSecondLevel,
  declineApplication,
  withdrawApplication,
} from "~/organisations/apply-for-second-level.server";
import { decideOnStatus } from "~/organisations/decide-on-status.server";
import type { Database } from "~/platform/database/handle";
import { enrolPeople } from "~/training/enrol-people.server";
import {
  applicationWords,
  at,
  worldOfAnApplicant,
  worldOfAnApplication,
  worldOfOneSeat,
} from "../factories/race-worlds";
import { endings, pair, playPairs, rowsOf } from "../set-up/interleaved-pairs";
import type { Work } from "../set-up/turn-taking";

const day = at("2027-03-15");

/** Two windows of one person, each of which saves a view that is to open first. */
const saveTwo = ({ staffId: personId }: { staffId: string }) => {
  const save =
    (name: string): Work =>
    ({ db }) =>
      saveView(db, { personId, name, query: "status=at_risk", opensFirst: true }, day);
  return { a: save("Here"), b: save("There") };
};

type Application = Awaited<ReturnType<typeof worldOfAnApplication>>;

const approve =
  ({ organisationId, applicationId }: Application, actorId: string, from: "2027-03-15" | "2027-04-01"): Work =>
  ({ db }) =>
    approveSecondLevel(db, { actorId, organisationId, applicationId, from, reason: null }, day);

const told = (database: Database, kind: string) =>
  rowsOf<{ outcome: string | null }>(database, "select facts ->> 'outcome' as outcome from notice where kind = $1", [
    kind,
  ]);

/** Whoever came first has decided: one outcome, and what is stored and told is that one. */
async function decidedOnce(database: Database, outcomes: readonly [string, string], ended: string[]): Promise<void> {
  expect([...ended].sort()).toEqual(["changed_meanwhile", "done"]);
  const decided = outcomes[ended.indexOf("done")];
  const stored = "select outcome, obliged_from is not null as bound from second_level_application";
  expect(await rowsOf(database, stored)).toEqual([{ outcome: decided, bound: decided === "approved" }]);
  const optIns = await rowsOf(database, "select organisation_id from second_level_opt_in where superseded_at is null");
  expect(optIns).toHaveLength(decided === "approved" ? 1 : 0);
  const everybody = decided === "withdrawn" ? [] : [{ outcome: decided }, { outcome: decided }];
  expect(await told(database, "second_level_decided")).toEqual(everybody);
}

playPairs([
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
      expect(endings(played)).toEqual(["done", "done"]);
      const states = await rowsOf<{ state: string }>(database, "select state from enrolment order by state");
      expect(states.map(({ state }) => state)).toEqual(["enrolled", "waiting"]);
    },
  }),
  pair("apply / apply of two admins at once", {
    prepare: worldOfAnApplicant,
    play: ({ organisationId, adminId, otherAdminId }) => {
      const apply =
        (actorId: string): Work =>
        ({ db }) =>
          applyForSecondLevel(db, { actorId, organisationId, ...applicationWords }, day);
      return { a: apply(adminId), b: apply(otherAdminId) };
    },
    check: async (database, { adminId, otherAdminId }, played) => {
      const ended = endings(played);
      expect([...ended].sort()).toEqual(["changed_meanwhile", "done"]);
      const applicant = [adminId, otherAdminId][ended.indexOf("done")];
      const stored = await rowsOf(database, "select outcome, applied_by from second_level_application");
      expect(stored).toEqual([{ outcome: null, applied_by: applicant }]);
      expect(await told(database, "second_level_applied")).toHaveLength(2);
    },
  }),
  pair("decision / decision: approve and decline", {
    prepare: worldOfAnApplication,
    play: (world) => {
      const { organisationId, applicationId, otherStaffId: actorId } = world;
      const declined = { actorId, organisationId, applicationId, reason: "The plan names nobody." };
      return { a: approve(world, world.staffId, "2027-03-15"), b: ({ db }) => declineApplication(db, declined, day) };
    },
    check: (database, _world, played) => decidedOnce(database, ["approved", "declined"], endings(played)),
  }),
  pair("decision / decision: approve twice, from different days", {
    prepare: worldOfAnApplication,
    play: (world) => ({
      a: approve(world, world.staffId, "2027-03-15"),
      b: approve(world, world.otherStaffId, "2027-04-01"),
    }),
    check: (database, _world, played) => decidedOnce(database, ["approved", "approved"], endings(played)),
  }),
  pair("approve / withdraw", {
    prepare: worldOfAnApplication,
    play: (world) => {
      const { organisationId, applicationId, adminId: actorId } = world;
      const withdrawn = { actorId, organisationId, applicationId };
      return { a: approve(world, world.staffId, "2027-03-15"), b: ({ db }) => withdrawApplication(db, withdrawn, day) };
    },
    check: (database, _world, played) => decidedOnce(database, ["approved", "withdrawn"], endings(played)),
  }),
  pair("decision / decision on the status", {
    prepare: worldOfAnApplicant,
    play: ({ organisationId, staffId, otherStaffId }) => {
      const decision = { organisationId, effectiveOn: "2027-03-15", reason: "for the test", seenId: "" } as const;
      const remediation = { ...decision, outcome: "remediation", remediationThrough: "2027-06-30" } as const;
      const suspended = { ...decision, outcome: "suspended", remediationThrough: null } as const;
      return {
        a: ({ db }) => decideOnStatus(db, { ...remediation, actorId: staffId }, day),
        b: ({ db }) => decideOnStatus(db, { ...suspended, actorId: otherStaffId }, day),
      };
    },
    check: async (database, _world, played) => {
      const ended = endings(played);
      expect([...ended].sort()).toEqual(["changed_meanwhile", "done"]);
      const outcome = ["remediation", "suspended"][ended.indexOf("done")];
      const stored = "select outcome from organisation_decision where superseded_at is null";
      expect(await rowsOf(database, stored)).toEqual([{ outcome }]);
      expect(await told(database, "status_decided")).toEqual([{ outcome }, { outcome }]);
    },
  }),
  pair("save / save the first views of the overview, both to open first", {
    prepare: worldOfAnApplicant,
    play: saveTwo,
    check: async (database, _world, played) => {
      expect(endings(played)).toEqual(["done", "done"]);
      expect(await rowsOf(database, "select opens_first from saved_view order by 1")).toEqual([
        { opens_first: false },
        { opens_first: true },
      ]);
    },
  }),
  pair("save / save the last view of the overview", {
    prepare: async (database) => {
      const world = await worldOfAnApplicant(database);
      const view = { personId: world.staffId, query: "", opensFirst: false };
      for (let index = 1; index < policy.savedViewsPerPerson; index += 1)
        await saveView(database.db, { ...view, name: `View ${index}` }, day);
      return world;
    },
    play: saveTwo,
    check: async (database, _world, played) => {
      expect([...endings(played)].sort()).toEqual(["done", "too_many_views"]);
      expect(await rowsOf(database, "select from saved_view")).toHaveLength(policy.savedViewsPerPerson);
    },
  }),
]);
