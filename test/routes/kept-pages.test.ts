import { describe, expect, it } from "vitest";
import { testDatabase } from "../set-up/database";
import { keptPagesWorld, morning } from "./kept-pages-world";

const world = keptPagesWorld(testDatabase);

describe("a page that was made before", () => {
  it("is given again for one statement, as it would be made, with a nonce and an id of its own", async () => {
    const first = await world().look();
    const again = await world().look();
    expect(first.cost).toBeGreaterThan(5);
    expect(again.cost).toBe(1);
    expect(again.answer).toEqual(first.answer);
    expect(again.answer).toEqual((await world().look({ at: world().fresh })).answer);
    expect(again.answer.told).toEqual(["text/html; charset=utf-8", "private, no-store", null]);
    expect(again.nonces).toEqual(new Set([true]));
    expect(again.requestId).not.toBe(first.requestId);
  });

  it("and so are its data, for who follows a link to it", async () => {
    const path = `${world().page}?_data=routes%2Forganisation%2Froute`;
    const first = await world().look({ path });
    expect(JSON.parse(first.answer.body)).toMatchObject({ organisation: { id: world().organisationId } });
    expect(await world().look({ path })).toMatchObject({ cost: 1, answer: first.answer });
  });

  it.each(["/organisations?sort=name", "/exam-statistics"])("also at %s", async (path) => {
    const first = await world().look({ path, cookie: world().cookies.auditor });
    expect(first.answer.status).toBe(200);
    expect(await world().look({ path, cookie: world().cookies.auditor })).toMatchObject({
      cost: 1,
      answer: first.answer,
    });
  });

  it("is nobody else's: not another browser's, person's or language's", async () => {
    await world().look();
    const other = await world().served.signedIn(world().people[0] ?? "");
    await world().look();
    expect(await world().kept({ cookie: other })).toBe(false);
    expect(await world().kept({ cookie: world().cookies.auditor })).toBe(false);
    expect(await world().kept({ headers: { "Accept-Language": "de" } })).toBe(false);
    expect(await world().kept({ path: `${world().page}?on=2027-04-01` })).toBe(false);
    const nobody = await world().look({ cookie: "" });
    expect(nobody.answer.status).toBe(302);
    expect(nobody.answer.body).toBe("");
    expect(nobody.cost).toBe(0);
    expect(await world().kept()).toBe(true);
  });

  it("is made anew in the next minute", async () => {
    await world().look();
    world().now = new Date("2027-03-15T08:00:59.999Z");
    expect(await world().kept()).toBe(true);
    world().now = new Date("2027-03-15T08:01:00Z");
    expect(await world().kept()).toBe(false);
  });

  it("is not shown to whoever has signed out or lost the role", async () => {
    const cookie = await world().served.signedIn(world().people[0] ?? "");
    expect(await world().look({ cookie })).toMatchObject({ answer: { status: 200 } });
    await fetch(`${world().served.url}/sign-out`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookie, "Sec-Fetch-Site": "same-origin" },
      body: new URLSearchParams({ everywhere: "no" }),
    });
    expect(await world().look({ cookie })).toMatchObject({ answer: { status: 302 } });
    await world().look();
    await world().write(
      "update role_assignment set superseded_at = $2 where person_id = $1",
      world().people[0],
      morning,
    );
    expect((await world().look()).answer.status).not.toBe(200);
    await world().write("update role_assignment set superseded_at = null where person_id = $1", world().people[0]);
  });

  it("is no error page", async () => {
    const path = "/organisations/00000000-0000-4000-8000-000000000000";
    const first = await world().look({ path, cookie: world().cookies.auditor });
    expect(first.answer.status).toBe(404);
    expect(await world().kept({ path, cookie: world().cookies.auditor })).toBe(false);
  });
});

describe("behind a proxy", () => {
  const behind = keptPagesWorld(testDatabase, 1);

  it("an id that it gives to a request replaces no word of a page", async () => {
    await behind().look({ headers: { "X-Request-Id": "Nordlicht" } });
    const { whole, requestId } = await behind().look({ headers: { "X-Request-Id": "attempt-0001" } });
    expect(requestId).toBe("attempt-0001");
    expect(whole).toContain("<title>Nordlicht</title>");
  });

  it("its own ids go into a page that is kept", async () => {
    await behind().look();
    const { whole, cost } = await behind().look({ headers: { "X-Request-Id": "attempt-0001" } });
    expect(cost).toBe(1);
    expect(whole).toContain('"requestId":"attempt-0001"');
  });
});
