import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "~/platform/database/handle";
import { trainedPartner } from "../factories/examination";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

let database: Database;
let served: ServedPortal;
let cookie = "";
let item = { id: "", code: "" };

beforeAll(async () => {
  database = await testDatabase();
  await trainedPartner(database.db);
  const examManager = await aStaffMember(database.db, "Emma", "exam_manager");
  await database.pool.query("update person set language = 'de' where id = $1", [examManager]);
  served = await servePortal(database, { now: () => new Date("2027-02-01T08:00:00Z") });
  cookie = await served.signedIn(examManager);
  const { rows } = await database.pool.query<typeof item>(
    `select item.id, code from item join item_version version on item.id = item_id
     where content ->> 'generator' = 'steal_or_iowait' order by code limit 1`,
  );
  if (rows[0]) item = rows[0];
});
afterAll(async () => {
  served.close();
  await database.close();
});

/** The words of the page, without the data that it carries for the browser. */
async function wordsOf(path: string, body?: FormData): Promise<string> {
  const response = await fetch(`${served.url}${path}`, {
    ...(body && { method: "POST", body }),
    headers: { Cookie: cookie, Origin: served.url },
  });
  const html = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!--.*?-->/g, "");
  return html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");
}

it("stands in the list under the name of its generator, in the reader's language", async () => {
  const words = await wordsOf(`/items?text=${item.code}`);
  expect(words).toContain("Erzeugt: Steal oder iowait");
  expect(words).not.toContain("steal_or_iowait");
});

it("says which parameters there are", async () => {
  const words = await wordsOf(`/items/${item.id}/change`);
  expect(words).toContain("der Generator „Steal oder iowait“ (steal_or_iowait)");
  expect(words).toContain('tool: einer der Werte "vmstat", "mpstat"');
  expect(words).toContain('causes: eine Liste mit mindestens einem der Werte "steal", "iowait", "user", "system"');
});

it.each([
  ['{"foo":1}', '„foo“ kennt der Generator nicht. „tool“ fehlt: einer der Werte "vmstat", "mpstat".'],
  ['{"tool":"top","causes":["steal"]}', '„tool“ passt nicht. Möglich ist einer der Werte "vmstat", "mpstat".'],
  ['["vmstat"]', "Bitte schreiben Sie die Parameter in geschweifte Klammern: { … }."],
  ["{tool}", "Das ist kein JSON."],
])("says of the parameters %s what is wrong", async (parameters, sentence) => {
  const fields = new FormData();
  const given = { intent: "save", basedOn: "1", generator: "steal_or_iowait", parameters };
  for (const [name, value] of Object.entries(given)) fields.set(name, value);
  const words = await wordsOf(`/items/${item.id}/change`, fields);
  expect(words).toContain(sentence);
});
