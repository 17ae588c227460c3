import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { itemFile } from "~/examination/authoring/exchange/item-file.server";
import { createItem } from "~/examination/authoring/save-item.server";
import { selectLatestByCode } from "~/examination/authoring/version-queries.server";
import type { WrittenItem } from "~/examination/authoring/written-item";
import type { Database } from "~/platform/database/handle";
import { aForeignItem, aForeignPackage, foreignKinds } from "../factories/foreign-packages";
import { aWrittenItem } from "../factories/items";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

const now = new Date("2027-02-01T08:00:00Z");
let database: Database;
let served: ServedPortal;
let actorId = "";
let cookie = "";

beforeAll(async () => {
  database = await testDatabase();
  actorId = await aStaffMember(database.db, "Emma", "exam_manager");
  served = await servePortal(database, { now: () => now });
  cookie = await served.signedIn(actorId);
});
afterAll(async () => {
  served.close();
  await database.close();
});

const withPoints = (code: string, points: number) => aWrittenItem({ code, points });

async function inBank(...items: readonly WrittenItem[]): Promise<void> {
  for (const item of items) await createItem(database.db, { actorId, item }, now);
}

/** What a browser without scripts is answered. */
async function send(fields: Readonly<Record<string, string | Blob>>): Promise<{ response: Response; html: string }> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const response = await fetch(`${served.url}/items/import`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { Cookie: cookie, Origin: served.url },
  });
  const html = (await response.text()).replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!--.*?-->/g, "");
  return { response, html };
}

const upload = (items: readonly WrittenItem[], format: "json" | "yaml" | "qti" = "yaml") =>
  send({ file: new File([itemFile(items, format).bytes], "bank") });

/** The button beneath what was shown. */
const agreeTo = (html: string) => {
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";
  return send({ items: hidden("items"), foreseen: hidden("foreseen") });
};

const pointsOf = async (code: string) => (await selectLatestByCode(database.db, [code])).get(code)?.item.points ?? null;

describe("reading a file in, without scripts", () => {
  it.each(["json", "yaml", "qti"] as const)(
    "shows what changes in %s, word by word, before it is done",
    async (format) => {
      const [same, other, fresh] = ["SAME", "OTHER", "FRESH"].map((name) => `${name}-${format}`) as [
        string,
        string,
        string,
      ];
      await inBank(withPoints(same, 2), withPoints(other, 2));
      const { response, html } = await upload(
        [withPoints(same, 2), withPoints(other, 7), withPoints(fresh, 3)],
        format,
      );
      expect(response.status).toBe(200);
      expect(html).toContain("1 new, 1 changed, 1 unchanged.");
      expect(html).toMatch(new RegExp(`<details[^>]* open="">.*?${other}.*?<del[^>]*>2</del><ins[^>]*>7</ins>`, "s"));
      expect(html).toMatch(new RegExp(`${fresh}.*?What does <?.*?await.*?Certification.*?2\\.2-storage-latency`, "s"));
      expect(html).toMatch(/<form [^>]*action="\/items\/import#answer"/);
      expect(html).toMatch(/<a [^>]*href="\/items"[^>]*>Leave everything as it is/);
      expect(await pointsOf(other)).toBe(2);
      const done = await agreeTo(html);
      expect(done.response.headers.get("Location")).toBe("/items/import?written=2");
      expect(await Promise.all([same, other, fresh].map(pointsOf))).toEqual([2, 7, 3]);
    },
  );

  it("leads to the drafts that it has written", async () => {
    const response = await fetch(`${served.url}/items/import?written=2`, { headers: { Cookie: cookie } });
    expect(await response.text()).toMatch(/2 drafts were written\..*?href="\/items\?status=draft"/s);
  });

  it("shows again what nobody has seen, when the bank has changed meanwhile", async () => {
    await inBank(withPoints("MOVED-1", 2));
    const { html } = await upload([withPoints("MOVED-1", 7)]);
    await agreeTo((await upload([withPoints("MOVED-1", 4)])).html);
    const again = await agreeTo(html);
    expect(again.response.status).toBe(409);
    expect(again.html).toContain("The bank has changed meanwhile.");
    expect(again.html).toMatch(/<del[^>]*>4<\/del><ins[^>]*>7<\/ins>/);
    expect(await pointsOf("MOVED-1")).toBe(4);
    expect((await agreeTo(again.html)).response.status).toBe(302);
    expect(await pointsOf("MOVED-1")).toBe(7);
  });

  it("says so where the words stay, and only hidden ids change", async () => {
    const item = aWrittenItem({ code: "IDS-1" });
    await inBank({
      ...item,
      content: JSON.parse(JSON.stringify(item.content).replaceAll('"time"', '"duration"')),
    });
    const shuffled = JSON.parse(JSON.stringify(item.content)) as { options: unknown[] };
    await inBank({ ...item, code: "IDS-2", content: { ...shuffled, options: shuffled.options.reverse() } as never });
    const { html } = await upload([{ ...item, code: "IDS-2" }]);
    expect(html).toContain("It reads as before");
    expect((await upload([item])).html).toContain("<ins");
  });

  it("takes what a page did not hold for no file at all", async () => {
    for (const items of ["nonsense", Buffer.from("[]").toString("base64")]) {
      const { response, html } = await send({ items, foreseen: "" });
      expect(response.status).toBe(400);
      expect(html).toContain("Choose a file");
    }
  });

  it("names each fault with its line, keeps the text that was pasted, and changes nothing", async () => {
    const text = new TextDecoder().decode(itemFile([withPoints("FAULT-1", 2), withPoints("FAULT-2", 2)], "yaml").bytes);
    const broken = text.replaceAll("points: 2", "points: two");
    const { response, html } = await send({ text: broken });
    expect(response.status).toBe(400);
    expect(html).toContain("2 faults, so nothing was read in");
    const lines = broken.split("\n").flatMap((line, at) => (line.includes("points: two") ? [at + 1] : []));
    for (const line of lines) expect(html).toMatch(new RegExp(`<td[^>]*>${line}</td>`));
    expect(html).toMatch(/<textarea[^>]*name="text"[^>]*>format: partner-certification-items/);
    expect(await pointsOf("FAULT-1")).toBeNull();
  });

  it("shows all of thousands of faults, each kind once with every line where it stands", async () => {
    const many = Array.from({ length: 260 }, (_, at) => withPoints(`BAD-${at}`, 2));
    const text = JSON.stringify(JSON.parse(new TextDecoder().decode(itemFile(many, "json").bytes)), null, 1)
      .replaceAll('"points": 2', '"points": 0')
      .replaceAll('"section": "storage"', '"section": "attic"')
      .replaceAll('"pool": "certification"', '"pool": "sea"');
    const { response, html } = await send({ text });
    expect(response.status).toBe(400);
    expect(html).toContain("780 faults, so nothing was read in");
    expect(html.match(/In 260 places/g)).toHaveLength(3);
    const listed = new Set(html.match(/(?<=<li>)Line \d+(?=: BAD-\d+, items\[\d+\]\.(points|section|pool)<)/g));
    const lines = text.split("\n").flatMap((line, at) => (/: (0|"attic"|"sea")/.test(line) ? [`Line ${at + 1}`] : []));
    expect(listed).toEqual(new Set(lines));
  }, 60_000);

  it("reads a QTI package of another program with what is chosen for it, and says what else it lacks", async () => {
    const file = (files: Record<string, string>) => new File([aForeignPackage(files)], "other.zip");
    const english = aForeignItem({ ...foreignKinds.order(), identifier: "FOREIGN-1" });
    const german = aForeignItem({ ...foreignKinds.order(), identifier: "FOREIGN-1", language: "de" });
    const alone = await send({ file: file({ "q1.xml": english }) });
    expect(alone.response.status).toBe(400);
    expect(alone.html).toContain("QTI does not say this: Pool, Section, Clause.");
    expect(alone.html).toContain("clauses=&quot;…&quot;/&gt;");
    expect(alone.html).toMatch(/<details[^>]* open="">(?:(?!<\/details>).)*name="section"/s);
    const choice = { pool: "practice", section: "storage", clause: "2.2-storage-latency" };
    const { html } = await send({ file: file({ "q1.xml": english, "q1-de.xml": german }), ...choice });
    expect(html).toContain("1 new, 0 changed, 0 unchanged.");
    expect(html).toMatch(/<option value="practice" selected="">/);
    expect((await agreeTo(html)).response.headers.get("Location")).toBe("/items/import?written=1");
    const read = (await selectLatestByCode(database.db, ["FOREIGN-1"])).get("FOREIGN-1");
    expect(read).toMatchObject({ status: "draft", item: { pool: "practice", section: "storage", points: 3 } });
  });

  it("holds hundreds of items, which the page carries packed", async () => {
    const many = Array.from({ length: 300 }, (_, at) => {
      const item = withPoints(`MANY-${at}`, 1 + (at % 9));
      const rationale = {
        en: `Because ${at}. ${"It is so. ".repeat(380)}`,
        de: `Weil ${at}. ${"Es ist so. ".repeat(340)}`,
      };
      return { ...item, content: { ...item.content, rationale } as WrittenItem["content"] };
    });
    const { html } = await upload(many, "json");
    expect(html).toContain("300 new, 0 changed, 0 unchanged.");
    expect(html.length).toBeLessThan(JSON.stringify(many).length / 4);
    expect((await agreeTo(html)).response.headers.get("Location")).toBe("/items/import?written=300");
    const later = await upload(
      many.map((item) => ({ ...item, points: 50 })),
      "json",
    );
    expect(later.html).toContain("300 items change: a new draft each");
    expect(later.html.match(/<details(?! [^>]*open)/g)?.length).toBeGreaterThanOrEqual(300);
    expect((await agreeTo(later.html)).response.headers.get("Location")).toBe("/items/import?written=300");
    expect(await pointsOf("MANY-299")).toBe(50);
  }, 120_000);
});
