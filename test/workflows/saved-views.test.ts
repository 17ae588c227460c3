import { afterEach, beforeEach, expect, it } from "vitest";
import { testServerDatabase } from "#test/set-up/database";
import { changeView, dropView, saveView } from "~/eligibility/keep-view.server";
import { selectViews } from "~/eligibility/saved-view-queries.server";
import { policy } from "~/kernel/policy";
import { Rejection } from "~/kernel/rejection";
import type { Database } from "~/platform/database/handle";
import { aStaffMember } from "../factories/organisations";

const now = new Date("2027-02-01T09:00:00Z");
let database: Database;
let personId: string;
let otherId: string;
beforeEach(async () => {
  database = await testServerDatabase();
  personId = await aStaffMember(database.db, "Ines", "portal_admin");
  otherId = await aStaffMember(database.db, "Udo", "auditor");
});
afterEach(() => database.close());

const save = (name: string, opensFirst = false, owner = personId) =>
  saveView(database.db, { personId: owner, name, query: "status=at_risk", opensFirst }, now);
const views = async (owner = personId) =>
  (await selectViews(database.db, owner)).map(({ name, opensFirst }) => (opensFirst ? `${name}*` : name));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Rejection ? error.code : error),
  );

it("is one's own, named once, and one of them opens first", async () => {
  const first = await save("At risk", true);
  await save("All", true);
  await save("At risk", false, otherId);
  expect(await views()).toEqual(["All*", "At risk"]);
  expect(await views(otherId)).toEqual(["At risk"]);
  expect(await refusal(save("at RISK"))).toBe("view_name_taken");
  const change = { personId, viewId: first.viewId, name: "Soon", opensFirst: true, openedFirst: false };
  await changeView(database.db, change);
  expect(await views()).toEqual(["All", "Soon*"]);
  await changeView(database.db, { ...change, opensFirst: false, openedFirst: true });
  expect(await views()).toEqual(["All", "Soon"]);
});

it("is nothing to others: they can neither change nor delete it", async () => {
  const { viewId } = await save("Mine");
  const change = { personId: otherId, viewId, name: "Theirs", opensFirst: true, openedFirst: false };
  expect(await refusal(changeView(database.db, change))).toBe("not_found");
  await dropView(database.db, { personId: otherId, viewId });
  expect(await views()).toEqual(["Mine"]);
  await dropView(database.db, { personId, viewId });
  await dropView(database.db, { personId, viewId });
  expect(await views()).toEqual([]);
});

it("comes to an end of their number", async () => {
  for (let index = 0; index < policy.savedViewsPerPerson; index += 1) await save(`View ${index}`);
  expect(await refusal(save("One too many"))).toBe("too_many_views");
});
