import { expect } from "vitest";
import { changeOrganisationLevel, leaveOrganisation } from "~/eligibility/change-membership.server";
import { revoke, suspend } from "~/eligibility/decide-on-certificate.server";
import { stillDueTogether } from "~/eligibility/still-due.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { deliverOutbox } from "~/notices/deliver-outbox.server";
import { retryParked } from "~/notices/retry-parked.server";
import type { Database } from "~/platform/database/handle";
import type { DeliveryOutcome, Mail } from "~/platform/mail-transport";
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

/** One look at the outbox for one mail, as one worker takes it. */
const deliverOne = (
  { db }: Database,
  answer: (mail: Mail) => DeliveryOutcome,
  { seed = "send", stillDue = stillDueTogether(db, () => lapseDay) } = {},
) =>
  deliverOutbox({
    db,
    baseUrl: "https://portal.example",
    now: () => lapseDay,
    random: seededRandom(seed),
    limit: 1,
    tellOfRefusal: async () => [],
    stillDue,
    mail: { kind: "mailbox", from: "portal@portal.example", close: () => {}, deliver: async (mail) => answer(mail) },
  });

/** Delivers the one mail and remembers whether the other work was over when the mail was asked about. */
function delivery(other: { over: boolean }, seen: { askedAfter: boolean; left: number }): Work {
  return (database) => {
    const asked = stillDueTogether(database.db, () => lapseDay);
    const accept = (): DeliveryOutcome => {
      seen.left += 1;
      return { outcome: "accepted" };
    };
    return deliverOne(database, accept, {
      stillDue: async (notice) => {
        seen.askedAfter = other.over;
        return asked(notice);
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
      return { a, b: delivery(other, seen) };
    },
    check: async (database, _world, played) => {
      expect(endings(played)).toEqual(["done", "done"]);
      if (seen.askedAfter) expect(seen.left).toBe(0);
      expect(await sent(database)).toEqual([seen.left === 1 ? "sent" : "suppressed"]);
    },
  });
}

/** Two mails, to the holder and to the partner admin, and two deliveries that would each take both. */
function sendAndSend() {
  const left: string[] = [];
  return pair("send / send", {
    prepare: async (database) => {
      const { adas } = await worldOfAPlannedMail(database, lapseDay);
      const ofAda = "update outbox_message set state = 'pending' where facts ->> 'certificateId' = $1";
      await database.pool.query(ofAda, [adas]);
      return {};
    },
    play: () => {
      left.length = 0;
      const accept = ({ messageId }: Mail): DeliveryOutcome => {
        left.push(messageId);
        return { outcome: "accepted" };
      };
      const both =
        (seed: string): Work =>
        async (database) => {
          await deliverOne(database, accept, { seed });
          await deliverOne(database, accept, { seed: `${seed} again` });
        };
      return { a: both("a"), b: both("b") };
    },
    check: async (database, _world, played) => {
      expect(endings(played)).toEqual(["done", "done"]);
      expect(await sent(database)).toEqual(["sent", "sent"]);
      expect(left).toHaveLength(2);
      expect(new Set(left).size).toBe(2);
    },
  });
}

/** The mail is refused and parked, and tried again if staff ask for it in time; staff ask once, whenever that may be. */
function retryAndSend() {
  const left: string[] = [];
  return pair("retry by staff / send", {
    prepare: async (database) => {
      const { ada, staffId } = await worldOfAPlannedMail(database, lapseDay);
      const [mail] = await rowsOf<{ id: string }>(
        database,
        "select id from outbox_message where template = 'certificate_lapsing' and recipient_id = $1",
        [ada],
      );
      return { outboxMessageId: mail?.id ?? "", actorId: staffId };
    },
    play: (command) => {
      left.length = 0;
      const refuseOnce = ({ messageId }: Mail): DeliveryOutcome => {
        left.push(messageId);
        return left.length === 1
          ? { outcome: "refused", of: "address", reason: "550 no such user" }
          : { outcome: "accepted" };
      };
      return {
        a: ({ db }) => retryParked(db, command, lapseDay),
        b: async (database) => {
          await deliverOne(database, refuseOnce, { seed: "first" });
          await deliverOne(database, refuseOnce, { seed: "second" });
        },
      };
    },
    check: async (database, { outboxMessageId }, played) => {
      const [retried, delivered] = endings(played);
      expect(delivered).toBe("done");
      const [mail] = await rowsOf(
        database,
        "select state, state_reason, tries, lease_token from outbox_message where id = $1",
        [outboxMessageId],
      );
      const marked = await rowsOf(database, "select person_id from refused_address");
      const untouched = { state: "pending", state_reason: null, tries: 0, lease_token: null };
      const parked = { state: "parked", state_reason: "refused", tries: 1, lease_token: null };
      const waiting = { ...untouched, state_reason: "sent_again" };
      const arrived = { state: "sent", state_reason: null, tries: 1, lease_token: null };
      // Asked for before it was parked, it is left as it is: parked, or not looked at, because a delivery passes over what staff have in hand.
      if (retried === "done") expect(mail).toEqual(left.length === 2 ? arrived : waiting);
      else expect([retried, mail]).toEqual(["changed_meanwhile", left.length === 0 ? untouched : parked]);
      expect(marked).toHaveLength(left.length === 1 ? 1 : 0);
      expect(new Set(left).size).toBeLessThan(2);
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
  sendAndSend(),
  retryAndSend(),
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
