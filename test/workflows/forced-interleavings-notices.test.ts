import { expect } from "vitest";
import { changeOrganisationLevel, leaveOrganisation } from "~/eligibility/change-membership.server";
import { revoke, suspend } from "~/eligibility/decide-on-certificate.server";
import { stillDueTogether } from "~/eligibility/still-due.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { deliverOutbox } from "~/notices/deliver-outbox.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { at, issue, leaveDay, worldOfAPlannedMail, worldOfThree } from "../factories/race-worlds";
import { endings, pair, playPairs, rowsOf, toldFalls } from "../set-up/interleaved-pairs";
import type { Work } from "../set-up/turn-taking";

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

/** In the morning, when such mails leave. */
const lapseDay = at("2027-01-05", "08:00");

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
      expect(endings(played)).toEqual(["done", "done"]);
      if (seen.askedAfter) expect(seen.left).toBe(0);
      expect(await sent(database)).toEqual([seen.left === 1 ? "sent" : "suppressed"]);
    },
  });
}

const sweepOn =
  (now: Date): Work =>
  async ({ db }) =>
    expect((await sweepEligibility(db, now)).failures).toEqual([]);

playPairs([
  pair("plan / plan", {
    prepare: worldOfThree,
    play: () => ({ a: sweepOn(at("2027-03-10")), b: sweepOn(at("2027-03-10")) }),
    check: async (database, _world, played) => {
      expect(endings(played)).toEqual(["done", "done"]);
      expect(await toldFalls(database)).toEqual(["below_three_now 2027-03-10 0"]);
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
      expect(endings(played)).toEqual(["done", "done"]);
      expect(await toldFalls(database)).toEqual(["below_three_now 2026-09-01 0"]);
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
      expect(endings(played)).toEqual(["done", "done"]);
      // Told while it was bound, or not at all: never after the change was stored.
      const changedFirst = played.turns.lastIndexOf("a") < played.turns.indexOf("b");
      const lines = await toldFalls(database);
      expect(changedFirst ? [[]] : [[], ["below_three_now 2027-03-10 0"]]).toContainEqual(lines);
    },
  }),
]);
