import { afterEach, beforeEach, expect, it } from "vitest";
import { breadth } from "#test/set-up/breadth";
import { testDatabase } from "#test/set-up/database";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { eligibilitySweep } from "~/jobs/eligibility-sweep";
import { outboxDelivery } from "~/jobs/outbox-delivery";
import { runJob } from "~/jobs/run-job.server";
import { trainingReminders } from "~/jobs/training-reminders";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { selectJobRuns } from "~/platform/job-queries.server";
import { programmeVersionId } from "../factories/certificates";
import { examMorning, trainedPartner } from "../factories/examination";
import { postbox } from "../factories/mails";
import { aWaitingAttempt } from "../factories/marking";
import { anOrganisation, aStaffMember } from "../factories/organisations";
import { aPortal } from "../factories/portals";
import { aTrainer, aTrainingSession } from "../factories/training";

let database: Database;
let now: Date;
beforeEach(async () => {
  database = await testDatabase();
  now = new Date("2027-01-10T07:00:00Z");
});
afterEach(() => database.close());

const rows = async (statement: string, values: unknown[] = []) => (await database.pool.query(statement, values)).rows;
const count = async (where: string) => (await rows(`select count(*)::int as n from ${where}`))[0]?.n;

/** `people` members of one organisation, each with a certificate that ends on 9 March 2027; the ids of the certificates. */
async function manyNearTheirEnd(people: number): Promise<string[]> {
  const organisationId = await anOrganisation(database.db, { levelCode: "partner" });
  const versionId = await programmeVersionId(database.db);
  await rows("create table newcomer as select n, gen_random_uuid() as id from generate_series(1, $1::int) as n", [
    people,
  ]);
  await rows(
    `insert into person (id, full_name, email, language, created_at)
     select id, 'Person ' || n, 'p' || n || '@example.org', 'en', '2026-01-01' from newcomer`,
  );
  await rows(
    `insert into membership (person_id, organisation_id, administrator, during, recorded_at)
     select id, $1, true, '[2026-01-01,)', '2026-01-01' from newcomer`,
    [organisationId],
  );
  await rows(
    `insert into attempt (id, person_id, organisation_id, programme_version_id, ordinal, seed, started_at, deadline_at, finished_at,
       finished_by, graded_at, score_percent, passed)
     select id, id, $1, $2, 1, 'many', day - interval '1 hour', day, day, 'candidate', day, 90, true
     from newcomer, (values ('2026-03-10 09:00Z'::timestamptz)) as passed (day)`,
    [organisationId, versionId],
  );
  await rows(
    `insert into certificate (number, programme_code, person_id, organisation_id, attempt_id, validity, anchor_on, term,
       renewal_window_days, policy_version, holder_name, organisation_name, language, issued_on, issued_at)
     select 'N' || n, $2, id, $1, id, '[2026-03-10,2027-03-10)', '2026-03-10', 1, 90, 1, 'Person', 'Organisation', 'en',
       '2026-03-10', '2026-03-10 09:00Z' from newcomer`,
    [organisationId, secondLevelAdministrator.code],
  );
  // As a database in use has them long since: without statistics every certificate is looked for among all of them.
  await rows("analyze");
  return (await rows("select id from certificate order by id")).map(({ id }) => id);
}

/** From now on the database refuses to enter a notice about this subject. */
const refuse = (subjectId: string) =>
  rows(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$;
    create trigger refuse before insert on notice for each row when (new.subject_id = '${subjectId}') execute function refuse()`);
const relent = () => rows("drop trigger refuse on notice");

it(
  "costs the sweep itself alone: the others are done, the run says which and why, and the next one makes up for it",
  async () => {
    const people = breadth(2_000, 10_000);
    const ids = await manyNearTheirEnd(people);
    const faulty = ids[789] ?? "";
    await refuse(faulty);
    const portal = aPortal(database, { now: () => now });
    const report = await runJob(portal, eligibilitySweep, "schedule");
    const failures = `certificate ${faulty}: planted`;
    expect(report).toMatchObject({ outcome: "done", failures, counts: { notices: people - 1, failed: 1 } });
    expect(await count("notice")).toBe(people - 1);
    expect((await selectJobRuns(database.db, {}, 1))[0]).toMatchObject({
      outcome: "done",
      error: failures,
      counts: { notices: people - 1, failed: 1 },
    });

    now = new Date(now.getTime() + 3_600_000);
    expect(await runJob(portal, eligibilitySweep, "schedule")).toMatchObject({ failures, counts: { notices: 0 } });
    await relent();
    now = new Date(now.getTime() + 3_600_000);
    expect(await runJob(portal, eligibilitySweep, "schedule")).toMatchObject({
      failures: null,
      counts: { notices: 1 },
    });
    expect(await count("notice")).toBe(people);
  },
  breadth(300_000, 900_000),
);

it(
  "costs the delivery itself alone: the others leave, the run says which and why, and the mail is tried again",
  async () => {
    const people = breadth(400, 4_000);
    await manyNearTheirEnd(people);
    const { mail, arrived } = postbox();
    const portal = aPortal(database, { now: () => now, mail });
    await runJob(portal, eligibilitySweep, "schedule");
    const [faulty] = await rows("select id, facts from outbox_message order by id offset 123 limit 1");
    await rows(`update outbox_message set facts = '{}' where id = $1`, [faulty?.id]);
    const report = await runJob(portal, outboxDelivery, "schedule");
    expect(report).toMatchObject({ outcome: "done", counts: { sent: people - 1, delayed: 1, failed: 1 } });
    expect(report).toMatchObject({ failures: expect.stringMatching(`^mail ${faulty?.id}: .+`) });
    expect((await selectJobRuns(database.db, { job: outboxDelivery.name }, 1))[0]?.error).toContain(faulty?.id);

    await rows("update outbox_message set facts = $2 where id = $1", [faulty?.id, faulty?.facts]);
    now = new Date(now.getTime() + 600_000);
    expect(await runJob(portal, outboxDelivery, "schedule")).toMatchObject({ failures: null, counts: { sent: 1 } });
    expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(people);
  },
  breadth(300_000, 900_000),
);

it("costs the reminders one session", async () => {
  const trainerId = await aTrainer(database.db, now);
  const on = (from: string, to: string) => ({ parts: [{ day: "2027-01-15" as const, from, to }], trainerId });
  const closes = { enrolmentCloses: { day: "2027-01-14" as const, time: "18:00" } };
  const before = new Date("2027-01-02T08:00:00Z");
  const faulty = await aTrainingSession(database.db, before, { ...on("09:00", "10:00"), ...closes });
  await aTrainingSession(database.db, before, { ...on("11:00", "12:00"), ...closes });
  await refuse(faulty);
  const report = await runJob(aPortal(database, { now: () => now }), trainingReminders, "schedule");
  const failures = `training session ${faulty}: planted`;
  expect(report).toMatchObject({ outcome: "done", failures, counts: { reminded: 1, failed: 1 } });
});

it("costs the reminders of tickets that wait for marking one attempt", async () => {
  await aStaffMember(database.db, "Emma", "exam_manager");
  const { engineerIds } = await trainedPartner(database.db, { engineers: 20 });
  const faulty = await aWaitingAttempt(database.db, engineerIds.slice(0, 10));
  await aWaitingAttempt(database.db, engineerIds.slice(10));
  const due = new Date(examMorning.getTime() + policy.markingDays * 86_400_000);
  await refuse(faulty.attemptId);
  const report = await runJob(aPortal(database, { now: () => due }), eligibilitySweep, "schedule");
  const failures = `report of attempt ${faulty.attemptId}: planted`;
  expect(report).toMatchObject({ outcome: "done", failures, counts: { markingReminders: 1, failed: 1 } });
  await relent();
  const next = new Date(due.getTime() + 3_600_000);
  const made = await runJob(aPortal(database, { now: () => next }), eligibilitySweep, "schedule");
  expect(made).toMatchObject({ failures: null, counts: { markingReminders: 1 } });
});
