import { expect, it } from "vitest";
import { decideLapseNotices } from "~/eligibility/decide-lapse-notices.server";
import { decideStandingNotices } from "~/eligibility/decide-standing-notices.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import type { Database } from "~/platform/database/handle";
import { aHistory } from "../factories/histories";
import { aStaffMember } from "../factories/organisations";
import { storeHistories } from "../factories/stored-histories";
import { testServerDatabase } from "../set-up/database";

/** The first member of each organisation is its partner admin, one person is deactivated, and one organisation answers for another. */
async function addAudience({ db, pool }: Database): Promise<void> {
  await aStaffMember(db, "Ines", "portal_admin");
  await pool.query(`insert into role_assignment (person_id, role, organisation_id, recorded_at)
    select distinct on (organisation_id) person_id, 'partner_admin', organisation_id, '2025-01-01' from membership
    where superseded_at is null order by organisation_id, person_id`);
  await pool.query(
    "update person set deactivated_at = '2025-02-01' where id = (select min(person_id::text)::uuid from role_assignment where role = 'partner_admin')",
  );
  await pool.query(
    "update organisation set distributor_id = (select max(id::text)::uuid from organisation) where id = (select min(id::text)::uuid from organisation)",
  );
}

it("a sweep leaves nothing untold that is due, and a second one plans nothing", async () => {
  const database = await testServerDatabase();
  try {
    await storeHistories(
      database,
      Array.from({ length: 60 }, (_, index) => aHistory(5_000 + index)),
    );
    await addAudience(database);
    const idsOf = async (table: "organisation" | "certificate") =>
      (await database.pool.query<{ id: string }>(`select id from ${table}`)).rows.map(({ id }) => id);
    const [organisationIds, certificateIds] = [await idsOf("organisation"), await idsOf("certificate")];
    const planned: Record<string, number> = {};
    for (const now of ["2026-01-05", "2026-02-20", "2026-02-21", "2026-06-01", "2026-09-15", "2027-03-01"].map(
      (day) => new Date(`${day}T13:00:00Z`),
    )) {
      const report = await sweepEligibility(database.db, now);
      expect(report.failures).toEqual([]);
      for (const [kind, count] of Object.entries(report.planned)) planned[kind] = (planned[kind] ?? 0) + count;
      const standings = await decideStandingNotices(database.db, organisationIds, now);
      expect(standings.flatMap(({ missing }) => missing)).toEqual([]);
      const lapses = await decideLapseNotices(database.db, certificateIds, now);
      const untold = lapses.filter(
        ({ due, missing }) =>
          missing.length > 0 && !(due[0]?.kind === "certificate_lapsed" && missing.length < due.length),
      );
      expect(untold).toEqual([]);
      expect((await sweepEligibility(database.db, now)).planned).toEqual({});
    }
    for (const kind of [
      "below_three_now",
      "below_three_ahead",
      "restored",
      "certificate_lapsing",
      "certificate_lapsed",
    ])
      expect(planned[kind] ?? 0, kind).toBeGreaterThan(0);
  } finally {
    await database.close();
  }
}, 300_000);
