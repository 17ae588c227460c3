import { afterEach, beforeEach, expect, it } from "vitest";
import { testDatabase } from "#test/set-up/database";
import { leaseNextMessage } from "~/notices/delivery-queries.server";
import { type Database, inTransaction } from "~/platform/database/handle";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

const now = new Date("2027-01-10T07:00:00Z");
const claims = 40;
let claimed = 0;

/** That many more people, each with a mail that is due and seven that were sent. */
async function dueMails(count: number): Promise<void> {
  await mails(count, "pending");
  await planAnew();
}

const planAnew = () => database.pool.query("vacuum (analyze)");

/** That many more people, each with a mail of that state and seven that were sent. */
async function mails(count: number, state: "pending" | "sent"): Promise<void> {
  await database.pool.query(
    `with told as (
      insert into person (full_name, email, language, created_at)
      select 'Somebody', gen_random_uuid() || '@partner.example', 'en', $2 from generate_series(1, $1::int) returning id
    )
    insert into outbox_message (recipient_id, template, facts, message_id, state, tries, next_try_at, created_at)
    select id, 'invitation', '{}', gen_random_uuid(), case copy when 1 then $3 else 'sent' end, 0, $2, $2
    from told, generate_series(1, 8) as copy`,
    [count, now, state],
  );
}

/** CPU of one claim, milliseconds. */
async function claimCost(): Promise<number> {
  const before = process.cpuUsage();
  for (let claim = 0; claim < claims; claim += 1) {
    claimed += 1;
    const lease = { now, token: `00000000-0000-4000-8000-${String(claimed).padStart(12, "0")}`, seconds: 3_600 };
    expect(await inTransaction(database.db, (trx) => leaseNextMessage(trx, lease))).toBeDefined();
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / claims;
}

it("claims a mail of a crowded morning as cheaply as one of a quiet hour", async () => {
  await dueMails(100);
  await claimCost();
  const quiet = await claimCost();
  await dueMails(3_000);
  // When every mail that waits was compared with every other, three hundred claims did not end within nine minutes.
  expect((await claimCost()) / quiet).toBeLessThan(5);
});

it("does so too while the planner still takes the outbox for empty", async () => {
  await mails(1_000, "sent");
  await planAnew();
  await mails(100, "pending");
  const quiet = await claimCost();
  await mails(3_000, "pending");
  // When an index of all that is unsettled looked as good as that of what is in flight, a claim of 4,000 took two seconds.
  expect((await claimCost()) / quiet).toBeLessThan(8);
});
