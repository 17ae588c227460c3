import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planAbsence } from "~/organisations/plan-absence.server";
import { aCertificate, aRevocation, aSuspension } from "../factories/certificates";
import { breadth } from "../set-up/breadth";
import { testDatabaseOnOwnServer } from "../set-up/database";
import { keptPagesWorld, morning } from "./kept-pages-world";

/** Elsewhere on a server any commit ends the keeping, so that nothing would be kept while other tests run. */
const world = keptPagesWorld(testDatabaseOnOwnServer);
let issued = 0;

/** Where two pages begin to differ, but for the instant at which each was made. */
function firstDifference(one: string, other: string): string {
  const [a, b] = [one, other].map((body) => body.replace(/"now":"[^"]+"/, "")) as [string, string];
  if (a === b) return "";
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return `${a.slice(at - 40, at + 40)} <> ${b.slice(at - 40, at + 40)}`;
}

describe("whatever is written", () => {
  it("is seen by the next look", async () => {
    await world().look();
    await world().rename("Polarlicht");
    expect((await world().look()).answer.body).toContain("Polarlicht");
    await world().rename("Nordlicht");
    expect((await world().look()).answer.body).not.toContain("Polarlicht");
  });

  it("is not seen before its transaction is over, and then at once", async () => {
    const writer = await world().database.pool.connect();
    await writer.query("begin");
    await writer.query("update organisation set name = 'Zwielicht' where id = $1", [world().organisationId]);
    await world().look();
    expect((await world().look()).answer.body).not.toContain("Zwielicht");
    await writer.query("commit");
    writer.release();
    expect((await world().look()).answer.body).toContain("Zwielicht");
    await world().rename("Nordlicht");
  });

  it("while a page is made keeps that page from being given again, wherever it falls", async () => {
    const path = `${world().page}?on=2027-03-15`;
    const afresh = () => world().rename("Irrlicht");
    await afresh();
    const { cost } = await world().look({ path });
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
        world().database.pool.off("acquire", acquired as never);
        const send = client.query;
        client.query = async (...args) => {
          client.query = send;
          const answer = await send.apply(client, args);
          await world().rename(name);
          written();
          return answer;
        };
      };
      world().database.pool.on("acquire", acquired as never);
      await world().look({ path });
      await turn;
      expect((await world().look({ path })).answer.body).toContain(name);
    }
    await world().rename("Nordlicht");
  });

  /** What changes a standing, a name or a right, each in a way of its own. */
  const changes: readonly ((pick: number) => Promise<unknown>)[] = [
    (pick) => world().rename(`Nordlicht ${pick}`),
    (pick) =>
      world().write("update person set full_name = $2 where id = $1", world().people[pick % 3], `Person ${pick}`),
    (pick) => world().write("update person set language = $2 where id = $1", world().people[0], pick % 2 ? "de" : "en"),
    (pick) =>
      aCertificate(world().database.db, {
        personId: world().people[pick % 3] ?? "",
        organisationId: world().organisationId,
        start: "2027-06-01",
        number: `PCP-KEPT-${issued++}`,
      }).catch(() => undefined),
    async (pick) => {
      const { rows } = await world().write("select id from certificate order by number offset $1 limit 1", pick % 3);
      await aRevocation(world().database.db, rows[0].id, "2027-03-01").catch(() => undefined);
    },
    async (pick) => {
      const { rows } = await world().write("select id from certificate order by number offset $1 limit 1", pick % 3);
      const during = { start: "2027-03-01", end: "2027-03-20" } as const;
      await aSuspension(world().database.db, rows[0].id, during).catch(() => undefined);
    },
    (pick) =>
      planAbsence(
        world().database.db,
        {
          actorId: world().people[0] ?? "",
          organisationId: world().organisationId,
          personId: world().people[pick % 3] ?? "",
          from: "2027-03-16",
          through: "2027-03-20",
        },
        world().now,
      ).catch(() => undefined),
    async () => {
      world().now = new Date(world().now.getTime() + 20_000);
    },
    async () => {
      world().now = new Date(world().now.getTime() + 6 * 3_600_000);
    },
  ];

  it("in whatever order: a kept page is the page that would be made", { timeout: 300_000 }, async () => {
    const seen = [
      { cookie: world().cookies.admin },
      { cookie: world().cookies.auditor },
      { cookie: world().cookies.auditor, path: "/organisations?sort=name" },
    ];
    const step = fc.tuple(fc.nat(changes.length - 1), fc.nat(1_000));
    const story = fc.array(step, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        world().now = morning;
        for (const [change, pick] of steps) {
          for (const looked of seen) await world().look(looked);
          await changes[change]?.(pick);
          for (const looked of seen) {
            const [own, made] = [await world().look(looked), await world().look({ ...looked, at: world().fresh })];
            expect(firstDifference(own.answer.body, made.answer.body)).toBe("");
            expect(own.answer.status).toBe(made.answer.status);
            expect(await world().kept(looked), "whatever came before").toBe(true);
          }
        }
      }),
      { numRuns: breadth(6, 60) },
    );
  });
});
