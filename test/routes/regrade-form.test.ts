import { afterAll, beforeAll, expect, it } from "vitest";
import { proposeRegrade } from "~/examination/regrade/propose-regrade.server";
import type { Database } from "~/platform/database/handle";
import { paths } from "~/web/paths";
import { trainedPartner } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let cookie = "";
let examManager = "";

beforeAll(async () => {
  database = await testDatabase();
  await trainedPartner(database.db);
  examManager = await aStaffMember(database.db, "Emma", "exam_manager");
  served = await servePortal(database, { now: () => new Date("2027-02-01T08:00:00Z") });
  cookie = await served.signedIn(examManager);
});
afterAll(async () => {
  served.close();
  await database.close();
});

/** What stands in each disabled fieldset, up to its end. */
function turnedOff(html: string): string[] {
  const [, ...rest] = html.split(/<fieldset(?=[^>]*\sdisabled)/);
  return rest.map((from) => {
    let open = 1;
    for (const { 0: tag, index } of from.matchAll(/<fieldset|<\/fieldset>/g)) {
      open += tag === "<fieldset" ? 1 : -1;
      if (open === 0) return from.slice(0, index);
    }
    return from;
  });
}

it("an answer that cannot be named is turned off, for items of every kind; exhibits can be scrolled by keyboard", async () => {
  const { rows } = await database.pool.query<{ id: string; kind: string; generated: boolean }>(
    `select distinct on (kind, generated, jsonb_path_exists(content, '$.exhibits[*]')) version.id, kind, generated
     from item_version version join item on item.id = item_id where pool = 'certification'`,
  );
  expect(new Set(rows.map(({ kind }) => kind)).size).toBe(7);
  for (const { id, kind, generated } of rows) {
    const response = await fetch(`${served.url}/regrades/new?itemVersion=${id}`, { headers: { Cookie: cookie } });
    expect(response.status).toBe(200);
    const html = await response.text();
    const off = turnedOff(html);
    const canName = !generated && kind !== "ordering" && kind !== "incident_report";
    expect({ kind, generated, off: off.length }).toEqual({ kind, generated, off: canName ? 0 : 1 });
    expect(off.join("")).not.toContain("overflow-auto");
    // Enter presses the first button of a form, even one that is off.
    expect(off.join("")).not.toContain("<button");
  }
});

it("a regrade names who proposed it", async () => {
  const [row] = (
    await database.pool.query<{ id: string }>(
      "select version.id from item_version version join item on item.id = item_id where pool = 'certification' limit 1",
    )
  ).rows;
  const command = {
    actorId: examManager,
    itemVersionId: row?.id ?? "",
    treatment: { kind: "full_marks" as const },
    takePassesAway: false,
    reason: "Two readings.",
  };
  const { regradeId } = await proposeRegrade(database.db, command, new Date("2027-01-31T08:00:00Z"));
  const html = await (await fetch(`${served.url}${paths.regrade(regradeId)}`, { headers: { Cookie: cookie } })).text();
  expect(html).toContain("Emma Staff, Sun 31 Jan 2027, 09:00, Berlin (UTC+1)");
});
