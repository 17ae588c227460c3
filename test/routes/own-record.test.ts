import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { paths } from "~/web/paths";
import { aCertificate } from "../factories/certificates";
import { anAttempt, handedIn, examMorning as now, trainedPartner } from "../factories/examination";
import { aPartner } from "../factories/training";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
beforeAll(async () => {
  database = await testDatabase();
  served = await servePortal(database, { now: () => now });
});
afterAll(async () => {
  served.close();
  await database.close();
});

const page = async (personId: string, path: string) =>
  (await fetch(served.url + path, { headers: { Cookie: await served.signedIn(personId) } })).text();

it("says which step is next for somebody without a certificate", async () => {
  const { db } = database;
  const { organisationId, engineerIds } = await trainedPartner(db, { engineers: 3 });
  const [trained = "", failed = "", lapsed = ""] = engineerIds;
  const untrained = await aPartner(db, new Date("2027-02-01T08:00:00Z"), { name: "Südwind", engineers: 1 });

  expect(await page(untrained.engineerIds[0] ?? "", paths.myRecord())).toContain(
    "Not trained yet: book the second-level training",
  );
  expect(await page(trained, paths.myRecord())).toContain("Training completed: the examination can be sat now.");

  const { attemptId } = await anAttempt(db, failed);
  await handedIn(db, attemptId, now);
  const waiting = await page(failed, paths.myRecord());
  expect(waiting).toContain("You are not certified yet.");
  expect(waiting).toContain("Not passed; the next attempt is possible from");

  await aCertificate(db, { personId: lapsed, organisationId, start: "2026-01-10" });
  const again = await page(lapsed, paths.myRecord());
  expect(again).toContain("Your last certificate was valid until 9 January 2027.");
  expect(again).toContain("The examination can be sat now, without another training.");
});

it("leads from each weak section of a result to its own practice, and there the section comes first", async () => {
  const { db } = database;
  const { engineerIds } = await trainedPartner(db, { name: "Weststrand", engineers: 1 });
  const [personId = ""] = engineerIds;
  const { attemptId } = await anAttempt(db, personId);
  await handedIn(db, attemptId, now);
  const result = await page(personId, paths.examResult(attemptId));
  for (const section of ["network", "storage", "reporting"]) {
    expect(result).toContain(`href="${paths.practice(section)}"`);
  }
  const offered = (html: string) => [...html.matchAll(/name="section"[^>]* value="([a-z_]+)"/g)].map(([, one]) => one);
  const asked = offered(await page(personId, paths.practice("storage")));
  expect(asked[0]).toBe("storage");
  expect([...asked].sort()).toEqual(offered(await page(personId, paths.practice("nothing"))).sort());
});
