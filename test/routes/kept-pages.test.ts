import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { planAbsence } from "~/organisations/plan-absence.server";
import { aCertificate, aRevocation, aSuspension } from "../factories/certificates";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { breadth } from "../set-up/breadth";
import { testServerDatabase } from "../set-up/database";
import { countStatements } from "../set-up/mortal-database";
import { type ServedPortal, servePortal } from "../set-up/served-portal";

/** Pages that are kept, held against the same portal without keeping, on the same database. */
const morning = new Date("2027-03-15T08:00:10Z");
let database: Awaited<ReturnType<typeof testServerDatabase>>;
let served: ServedPortal;
let fresh: ServedPortal;
let life: ReturnType<typeof countStatements>;
let now = morning;
let organisationId = "";
let people: string[] = [];
const cookies = { admin: "", auditor: "" };

beforeAll(async () => {
  database = await testServerDatabase();
  const { db } = database;
  organisationId = await anOrganisation(db, { name: "Nordlicht" });
  people = [
    await aMember(db, organisationId, "Ada", { partnerAdmin: true }),
    await aMember(db, organisationId, "Bo"),
    await aMember(db, organisationId, "Cai"),
  ];
  for (const personId of people) await aCertificate(db, { personId, organisationId, start: "2026-06-01" });
  served = await servePortal(database, { now: () => now });
  fresh = await servePortal(database, { now: () => now, byRouterOnly: true });
  cookies.admin = await served.signedIn(people[0] ?? "");
  cookies.auditor = await served.signedIn(await aStaffMember(db, "Otto", "auditor"));
  life = countStatements(database.pool, undefined, () => undefined);
});
afterAll(async () => {
  served.close();
  fresh.close();
  await database.close();
});
beforeEach(() => {
  now = morning;
});

const page = () => `/organisations/${organisationId}`;
const write = (statement: string, ...values: unknown[]) => database.pool.query(statement, values);
const rename = (name: string) => write("update organisation set name = $2 where id = $1", organisationId, name);

interface Looked {
  readonly path?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly at?: ServedPortal;
}

/** What the answer says, without what is another in each: the nonce, which must be that of its policy, and the request's id. */
async function look({ path = page(), cookie = cookies.admin, headers = {}, at = served }: Looked = {}) {
  const before = life.statements;
  const response = await fetch(at.url + path, { redirect: "manual", headers: { Cookie: cookie, ...headers } });
  const body = await response.text();
  const requestId = response.headers.get("X-Request-Id") ?? "";
  const policy = response.headers.get("Content-Security-Policy") ?? "";
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  const told = ["Content-Type", "Cache-Control", "X-Robots-Tag"].map((name) => response.headers.get(name));
  return {
    cost: life.statements - before,
    nonces: new Set([...body.matchAll(/nonce="([^"]+)"/g)].map(([, one]) => one === nonce)),
    requestId,
    answer: {
      status: response.status,
      told,
      body: body.replaceAll(nonce, "NONCE").replaceAll(requestId, "ID").replaceAll(at.url, "HERE"),
    },
  };
}

/** Where two pages begin to differ, but for the instant at which each was made. */
function firstDifference(one: string, other: string): string {
  const [a, b] = [one, other].map((body) => body.replace(/"now":"[^"]+"/, "")) as [string, string];
  if (a === b) return "";
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return `${a.slice(at - 40, at + 40)} <> ${b.slice(at - 40, at + 40)}`;
}

/** Costs one statement: nothing of it was made anew. */
const kept = async (looked: Looked = {}) => (await look(looked)).cost === 1;

describe("a page that was made before", () => {
  it("is given again for one statement, as it would be made, with a nonce and an id of its own", async () => {
    const first = await look();
    const again = await look();
    expect(first.cost).toBeGreaterThan(5);
    expect(again.cost).toBe(1);
    expect(again.answer).toEqual(first.answer);
    expect(again.answer).toEqual((await look({ at: fresh })).answer);
    expect(again.answer.told).toEqual(["text/html; charset=utf-8", "private, no-store", null]);
    expect(again.nonces).toEqual(new Set([true]));
    expect(again.requestId).not.toBe(first.requestId);
  });

  it("and so are its data, for who follows a link to it", async () => {
    const path = `${page()}?_data=routes%2Forganisation%2Froute`;
    const first = await look({ path });
    expect(JSON.parse(first.answer.body)).toMatchObject({ organisation: { id: organisationId } });
    expect(await look({ path })).toMatchObject({ cost: 1, answer: first.answer });
  });

  it.each(["/organisations?sort=name", "/exam-statistics"])("also at %s", async (path) => {
    const first = await look({ path, cookie: cookies.auditor });
    expect(first.answer.status).toBe(200);
    expect(await look({ path, cookie: cookies.auditor })).toMatchObject({ cost: 1, answer: first.answer });
  });

  it("is nobody else's: not another browser's, person's or language's", async () => {
    await look();
    const other = await served.signedIn(people[0] ?? "");
    await look();
    expect(await kept({ cookie: other })).toBe(false);
    expect(await kept({ cookie: cookies.auditor })).toBe(false);
    expect(await kept({ headers: { "Accept-Language": "de" } })).toBe(false);
    expect(await kept({ path: `${page()}?on=2027-04-01` })).toBe(false);
    const nobody = await look({ cookie: "" });
    expect(nobody.answer.status).toBe(302);
    expect(nobody.answer.body).toBe("");
    expect(await kept()).toBe(true);
  });

  it("is made anew in the next minute", async () => {
    await look();
    now = new Date("2027-03-15T08:00:59.999Z");
    expect(await kept()).toBe(true);
    now = new Date("2027-03-15T08:01:00Z");
    expect(await kept()).toBe(false);
  });

  it("is not shown to whoever has signed out or lost the role", async () => {
    const cookie = await served.signedIn(people[0] ?? "");
    expect(await look({ cookie })).toMatchObject({ answer: { status: 200 } });
    await fetch(`${served.url}/sign-out`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
      body: new URLSearchParams({ everywhere: "no" }),
    });
    expect(await look({ cookie })).toMatchObject({ answer: { status: 302 } });
    await look();
    await write("update role_assignment set superseded_at = $2 where person_id = $1", people[0], morning);
    expect((await look()).answer.status).not.toBe(200);
    await write("update role_assignment set superseded_at = null where person_id = $1", people[0]);
  });

  it("is no error page", async () => {
    const path = "/organisations/00000000-0000-4000-8000-000000000000";
    const first = await look({ path, cookie: cookies.auditor });
    expect(first.answer.status).toBe(404);
    expect(await kept({ path, cookie: cookies.auditor })).toBe(false);
  });
});

describe("whatever is written", () => {
  it("is seen by the next look", async () => {
    await look();
    await rename("Polarlicht");
    expect((await look()).answer.body).toContain("Polarlicht");
    await rename("Nordlicht");
    expect((await look()).answer.body).not.toContain("Polarlicht");
  });

  it("is not seen before its transaction is over, and then at once", async () => {
    const writer = await database.pool.connect();
    await writer.query("begin");
    await writer.query("update organisation set name = 'Zwielicht' where id = $1", [organisationId]);
    await look();
    expect((await look()).answer.body).not.toContain("Zwielicht");
    await writer.query("commit");
    writer.release();
    expect((await look()).answer.body).toContain("Zwielicht");
    await rename("Nordlicht");
  });

  it("while a page is made keeps that page from being given again, wherever it falls", async () => {
    const path = `${page()}?on=2027-03-15`;
    const afresh = () => rename("Irrlicht");
    await afresh();
    const { cost } = await look({ path });
    for (let statement = 1; statement <= cost; statement += 1) {
      await afresh();
      let written = () => {};
      const turn = new Promise<void>((resolve) => {
        written = resolve;
      });
      const name = `Irrlicht ${statement}`;
      let sent = 0;
      const acquired = (client: { query: (...args: unknown[]) => Promise<unknown> }) => {
        sent += 1;
        if (sent !== statement) return;
        database.pool.off("acquire", acquired as never);
        const send = client.query;
        client.query = async (...args) => {
          client.query = send;
          const answer = await send.apply(client, args);
          await rename(name);
          written();
          return answer;
        };
      };
      database.pool.on("acquire", acquired as never);
      await look({ path });
      await turn;
      expect((await look({ path })).answer.body).toContain(name);
    }
    await rename("Nordlicht");
  });

  /** What changes a standing, a name or a right, each in a way of its own. */
  const changes: readonly ((pick: number) => Promise<unknown>)[] = [
    (pick) => rename(`Nordlicht ${pick}`),
    (pick) => write("update person set full_name = $2 where id = $1", people[pick % 3], `Person ${pick}`),
    (pick) => write("update person set language = $2 where id = $1", people[0], pick % 2 ? "de" : "en"),
    (pick) =>
      aCertificate(database.db, {
        personId: people[pick % 3] ?? "",
        organisationId,
        start: "2027-06-01",
        number: `PCP-KEPT-${pick}-${life.statements}`,
      }).catch(() => undefined),
    async (pick) => {
      const { rows } = await write("select id from certificate order by number offset $1 limit 1", pick % 3);
      await aRevocation(database.db, rows[0].id, "2027-03-01").catch(() => undefined);
    },
    async (pick) => {
      const { rows } = await write("select id from certificate order by number offset $1 limit 1", pick % 3);
      const during = { start: "2027-03-01", end: "2027-03-20" } as const;
      await aSuspension(database.db, rows[0].id, during).catch(() => undefined);
    },
    (pick) =>
      planAbsence(
        database.db,
        {
          actorId: people[0] ?? "",
          organisationId,
          personId: people[pick % 3] ?? "",
          from: "2027-03-16",
          through: "2027-03-20",
        },
        now,
      ).catch(() => undefined),
    async () => {
      now = new Date(now.getTime() + 20_000);
    },
    async () => {
      now = new Date(now.getTime() + 6 * 3_600_000);
    },
  ];

  it("in whatever order: a kept page is the page that would be made", { timeout: 300_000 }, async () => {
    const seen = [
      { cookie: cookies.admin },
      { cookie: cookies.auditor },
      { cookie: cookies.auditor, path: "/organisations?sort=name" },
    ];
    const step = fc.tuple(fc.nat(changes.length - 1), fc.nat(1_000));
    const story = fc.array(step, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        now = morning;
        for (const [change, pick] of steps) {
          for (const looked of seen) await look(looked);
          await changes[change]?.(pick);
          for (const looked of seen) {
            const [own, made] = [await look(looked), await look({ ...looked, at: fresh })];
            expect(firstDifference(own.answer.body, made.answer.body)).toBe("");
            expect(own.answer.status).toBe(made.answer.status);
          }
        }
      }),
      { numRuns: breadth(6, 60) },
    );
  });
});
