import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generatorCodes } from "~/examination/generators/all-generators";
import { generatorName } from "~/examination/generators/generator-names";
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
    .replace(/<\/?code[^>]*>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replace(/\s+/g, " ");
}

it("stands in the list under the name of its generator, in the reader's language", async () => {
  const words = await wordsOf(`/items?text=${item.code}`);
  expect(words).toContain("Erzeugt: Steal oder iowait");
  expect(words).not.toContain("steal_or_iowait");
});

it("is named beside the export among what QTI does not know", async () => {
  const words = await wordsOf("/items");
  expect(words).toContain("Erzeugte Aufgaben, Störungsmeldungen und Steuerzeichen kennt QTI nicht.");
  expect(words).toContain("not-included.txt nennt jede mit dem Grund");
});

/** The fields of a parameter: each value with its words, ticked or not. */
function choicesIn(html: string, name: string) {
  const inputs = [...html.matchAll(/<input([^>]*)\/?>(?:<!--.*?-->)*<span>(.*?)<\/span>/g)];
  return inputs.flatMap(([, attributes = "", words = ""]) => {
    if (!attributes.includes(`name="parameters.${name}"`)) return [];
    const of = (attribute: string) => new RegExp(`${attribute}="([^"]*)"`).exec(attributes)?.[1] ?? "";
    return [[of("type"), of("value"), words, /\schecked=/.test(attributes)]];
  });
}

it("asks for each parameter by a field of its own, in the reader's language", async () => {
  const html = await (await fetch(`${served.url}/items/${item.id}/change`, { headers: { Cookie: cookie } })).text();
  expect(html).toContain("der Generator „Steal oder iowait“");
  expect(html).toContain("Gemessen mit");
  expect(html).toContain("Ursachen, die vorkommen");
  const tools = choicesIn(html, "tool");
  expect(tools.map(([type, value]) => [type, value])).toEqual([
    ["radio", "vmstat"],
    ["radio", "mpstat"],
  ]);
  expect(tools.filter(([, , , checked]) => checked)).toHaveLength(1);
  expect(choicesIn(html, "causes")).toEqual([
    ["checkbox", "steal", "Steal: Der Host gibt keine CPU-Zeit", true],
    ["checkbox", "iowait", "Iowait: Prozesse warten auf den Speicher", true],
    ["checkbox", "user", "User: Anwendungen nutzen die CPU", true],
    ["checkbox", "system", "System: Der Kernel nutzt die CPU", true],
  ]);
});

const given = (fields: FormData, parameters: Readonly<Record<string, readonly string[]>>) => {
  for (const [name, values] of Object.entries(parameters)) {
    fields.delete(`parameters.${name}`);
    for (const value of values) fields.append(`parameters.${name}`, value);
  }
  return fields;
};

it.each([
  [{ tool: [], causes: ["user"] }, "tool", "Bitte wählen Sie eines davon."],
  [{ tool: ["mpstat"], causes: [] }, "causes", "Bitte kreuzen Sie mindestens eines an."],
  [{ tool: ["top"], causes: ["user"] }, "tool", "Bitte wählen Sie einen der angebotenen Einträge."],
  [{ tool: ["mpstat"], causes: ["user", "__proto__"] }, "causes", "Bitte wählen Sie einen der angebotenen Einträge."],
])(
  "says of the parameters %j at the field %s what is wrong, and keeps what was chosen",
  async (parameters, name, sentence) => {
    const fields = new FormData();
    for (const [field, value] of Object.entries({ intent: "save", basedOn: "1", generator: "steal_or_iowait" }))
      fields.set(field, value);
    const response = await fetch(`${served.url}/items/${item.id}/change`, {
      method: "POST",
      body: given(fields, parameters),
      headers: { Cookie: cookie, Origin: served.url },
    });
    expect(response.status).toBe(400);
    const html = await response.text();
    const at =
      new RegExp(`<fieldset[^>]*id="[^"]*parameters\\.${name}"[^>]*>.*?</fieldset>`, "s").exec(html)?.[0] ?? "";
    expect(at).toContain(sentence);
    const chosen = (of: string) => choicesIn(html, of).flatMap(([, value, , checked]) => (checked ? value : []));
    expect(chosen("tool")).toEqual(parameters.tool.filter((value) => value !== "top"));
    expect(chosen("causes")).toEqual(parameters.causes.filter((value) => value === "user"));
  },
);

/** A browser without scripts: what a form of the page sends, changed as said. */
async function press(
  path: string,
  change: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, readonly string[]>> = {},
) {
  const html = await (await fetch(`${served.url}${path}`, { headers: { Cookie: cookie } })).text();
  const fields = new FormData();
  for (const [, name = "", value = ""] of html.matchAll(
    /<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g,
  ))
    fields.set(name, value);
  for (const [, type = "", name = "", value = ""] of html.matchAll(
    /<input(?=[^>]*type="(radio|checkbox)")(?=[^>]*name="(parameters[^"]+)")(?=[^>]*value="([^"]*)")(?=[^>]*checked)[^>]*>/g,
  )) {
    if (type === "radio") fields.set(name, value);
    else fields.append(name, value);
  }
  for (const [name, value] of Object.entries(change)) fields.set(name, value);
  given(fields, parameters);
  return fetch(`${served.url}${path}`, {
    method: "POST",
    body: fields,
    redirect: "manual",
    headers: { Cookie: cookie, Origin: served.url },
  });
}

const head = { code: "GEN-100", pool: "certification", section: "compute", clauses: "2.2-compute-steal", points: "3" };

/** The page that the answer leads to, without what it says there. */
const addressOf = (response: Response): string => response.headers.get("Location")?.split("?")[0] ?? "";

describe("a new item of a generator", () => {
  it("is offered beside the kinds, by the names of the generators", async () => {
    const html = await (await fetch(`${served.url}/items/new`, { headers: { Cookie: cookie } })).text();
    for (const code of generatorCodes) {
      expect(html).toMatch(new RegExp(`href="/items/new\\?generator=${code}"[^>]*>${generatorName(code, "de")}<`));
    }
  });

  it.each(generatorCodes)(
    "of %s begins with parameters that it takes, and shows at once what it makes",
    async (code) => {
      const words = await wordsOf(`/items/new?generator=${code}`);
      expect(words).not.toContain("Die Vorschau erscheint hier");
      const response = await press(`/items/new?generator=${code}`, {
        ...head,
        code: `GEN-${code}`.slice(0, 40),
        intent: "save",
      });
      expect(response.status).toBe(302);
      const { rows } = await database.pool.query(
        "select content ->> 'generator' as generator, status from item_version where item_id = $1",
        [addressOf(response).split("/").at(-1)],
      );
      expect(rows).toEqual([{ generator: code, status: "draft" }]);
    },
  );

  it("shows the example that is asked for before anything else is filled in", async () => {
    const shown = async (example: string) => {
      const fields = new FormData();
      fields.set("intent", "preview");
      fields.set("example", example);
      given(fields, { tool: ["vmstat"], causes: ["steal"] });
      const words = await wordsOf("/items/new?generator=steal_or_iowait", fields);
      return words.slice(words.lastIndexOf("Vorschau"));
    };
    const [first, again, second, none] = await Promise.all(["1", "1", "2", "x"].map(shown));
    expect(first).toContain("vmstat");
    expect(again).toBe(first);
    expect(second).not.toBe(first);
    expect(none).toBe(first);
  });

  it("comes from the generator that the address names, whatever the form says", async () => {
    const change = { ...head, code: "GEN-200", intent: "save", generator: "utc_time" };
    const response = await press("/items/new?generator=slow_volume", change);
    expect(response.status).toBe(302);
    expect(await wordsOf(response.headers.get("Location") ?? "")).toContain("slow_volume");
  });

  it("is edited later as a new draft, and what its generator refuses is named", async () => {
    const path = "/items/new?generator=steal_or_iowait";
    const refused = await press(path, { ...head, intent: "save" }, { causes: [] });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("Bitte kreuzen Sie mindestens eines an.");
    const created = await press(path, { ...head, intent: "save" });
    const own = addressOf(created);
    const { code: _, ...place } = head;
    const chosen = { tool: ["mpstat"], causes: ["steal"] };
    const saved = await press(`${own}/change`, { ...place, intent: "save", example: "7" }, chosen);
    expect(addressOf(saved)).toBe(own);
    const { rows } = await database.pool.query(
      "select version, status, content from item_version where item_id = $1 order by version desc limit 1",
      [own.split("/").at(-1)],
    );
    const content = {
      kind: "single_choice",
      generator: "steal_or_iowait",
      parameters: { tool: "mpstat", causes: ["steal"] },
    };
    expect(rows).toEqual([{ version: 2, status: "draft", content }]);
  });
});
