import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayIn } from "~/kernel/calendar";
import type { Database } from "~/platform/database/handle";
import { testDatabase } from "../set-up/database";
import { databasePrint } from "../set-up/database-print";
import { type ServedPortal, servePortal } from "../set-up/served-portal";
import { addresses } from "../set-up/server-build";
import { forms } from "./access-forms";
import { type Row, rows } from "./access-rows";
import { type AccessWorld, accessWorld, type PlaceName, places, type Requester, requesters } from "./access-world";

let database: Database;
let served: ServedPortal;
let world: AccessWorld;

beforeAll(async () => {
  database = await testDatabase();
  world = await accessWorld(database.db);
  served = await servePortal(database, { now: () => world.now });
});
afterAll(async () => {
  served.close();
  await database.close();
});

/** An address whatever its parameters are called. */
const shape = (path: string): string => path.replaceAll(/:\w+/g, ":");
const addressOf = (path: string) => addresses.find((address) => shape(address.path) === shape(path));
const listed = (method: Row["method"], path: string): boolean =>
  rows.some((row) => row.method === method && shape(row.path) === shape(path));

describe("the matrix lists every route", () => {
  it.each(addresses)("$path", ({ path, module }) => {
    expect(listed("GET", path), `GET ${path} is not in the access matrix`).toBe("loader" in module);
    expect(listed("POST", path), `POST ${path} is not in the access matrix`).toBe("action" in module);
  });
  it("and no other", () => {
    expect(rows.filter(({ path }) => !addressOf(path)).map(({ key }) => key)).toEqual([]);
    const sent = rows.filter(({ method }) => method === "POST").map(({ key }) => key);
    expect(sent.sort()).toEqual(Object.keys(forms).sort());
  });
});

interface Heard {
  /** As in the matrix: `in`, `go`, `ok`, or the status of a refusal. */
  readonly answer: string | number;
  readonly status: number;
  readonly body: string;
}

interface Question {
  readonly row: Row;
  readonly requester: Requester;
  readonly place: PlaceName;
  readonly cookie: string;
}

function addressAt({ path }: Row, place: PlaceName): string {
  const values = world.places[place] as unknown as Record<string, string>;
  return path.replaceAll(/:(\w+)\??/g, (_whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`access-world.ts has no ${name}`);
    return encodeURIComponent(value);
  });
}

/** What tells one answer from another of the same kind: not its ids, its nonce and its address. */
const withoutIds = (body: string): string =>
  body
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "ID")
    .replaceAll(/nonce(=|":)"[^"]+"/g, "NONCE")
    .replaceAll(/(token-|mail|PCP-)[\w@.-]+/g, "KEY");

async function hear(response: Response): Promise<Heard> {
  const body = withoutIds(await response.text());
  // A data request's redirect is told in headers.
  const location = response.headers.get("Location") ?? response.headers.get("X-Remix-Redirect");
  const answer = location
    ? /^\/sign-in\b/.test(location)
      ? "in"
      : "go"
    : response.status < 300
      ? "ok"
      : response.status;
  return { answer, status: location ? 302 : response.status, body };
}

async function read({ row, place, cookie }: Question, data: boolean): Promise<Heard> {
  const routeId = addressOf(row.path)?.routeId ?? "";
  const search = data ? `?_data=${encodeURIComponent(routeId)}` : "";
  const address = `${served.url}${addressAt(row, place)}${search}`;
  return hear(await fetch(address, { headers: { Cookie: cookie }, redirect: "manual" }));
}

async function send({ row, place, cookie }: Question, complete: boolean): Promise<Heard> {
  const sent = forms[row.key];
  if (!sent) throw new Error(`access-forms.ts does not say what to send to ${row.key}`);
  const day = addDays(dayIn("UTC", world.now), 30);
  const fields = complete ? sent.complete(world.places[place], day) : (sent.probe?.(world.places[place], day) ?? {});
  const headers = { Cookie: cookie, "Sec-Fetch-Site": "same-origin" };
  const body = sent.asJson
    ? {
        body: JSON.stringify(complete ? (sent.json ?? fields) : fields),
        headers: { ...headers, "Content-Type": "application/json" },
      }
    : { body: new URLSearchParams(fields), headers };
  return hear(await fetch(served.url + addressAt(row, place), { ...body, method: "POST", redirect: "manual" }));
}

/** The matrix says what holds at the three places; what nobody has is as foreign. */
function expected(row: Row, requester: Requester, place: PlaceName): readonly (string | number)[] {
  const answers = row.answers.get(requester);
  if (!answers) throw new Error(`no column ${requester}`);
  const [own, reseller, foreign] = answers;
  if (place === "own") return [own];
  if (place === "reseller") return [reseller];
  if (place === "foreign") return [foreign];
  const absent = requester === "nobody" && foreign === "in" ? ["in" as const] : row.absent;
  return absent ?? [foreign === "ok" ? 404 : foreign];
}

const placesOf = (row: Row): readonly PlaceName[] => (row.path.includes(":") ? places : ["own"]);

async function questions(row: Row): Promise<Question[]> {
  const asked: Question[] = [];
  for (const requester of requesters) {
    const cookie = requester === "nobody" ? "" : await served.signedIn(world.people[requester]);
    for (const place of placesOf(row)) {
      asked.push({ row, requester, place, cookie });
    }
  }
  return asked;
}

/** What cannot be an id may be a 404 to anybody: that says nothing of anything. */
function expectAnswers(row: Row, heard: readonly (Question & { heard: Heard })[]): void {
  const verdicts = heard.flatMap(({ requester, place, heard: { answer } }) => {
    const right = expected(row, requester, place);
    const also = place === "malformed" ? [...right, 404] : right;
    return also.includes(answer) ? [] : [`${requester}, ${place}: ${answer} instead of ${right.join(" or ")}`];
  });
  expect(verdicts, `${row.method} ${row.key}`).toEqual([]);
  for (const requester of requesters) {
    const of = (place: PlaceName) => heard.find((one) => one.requester === requester && one.place === place)?.heard;
    const [foreign, absent] = [of("foreign"), of("absent")];
    if (absent && foreign?.answer === 404) {
      expect(absent, `${row.key}, ${requester}: what is foreign is answered as what nobody has`).toEqual(foreign);
    }
  }
}

describe("reading", () => {
  it.each(rows.filter(({ method }) => method === "GET"))("GET $key", async (row) => {
    // The loader alone, as the browser's router asks it, and the whole page.
    const asked = await questions(row);
    const data = [];
    for (const question of asked) data.push({ ...question, heard: await read(question, true) });
    expectAnswers(row, data);
    const pages = [];
    for (const question of asked.filter(({ place }) => place === "own" || place === "foreign")) {
      pages.push({ ...question, heard: await read(question, false) });
    }
    expectAnswers(row, pages);
  });
});

describe("sending", () => {
  it.each(rows.filter(({ method }) => method === "POST"))("POST $key", async (row) => {
    const asked = await questions(row);
    const isAdmitted = ({ requester, place }: Question) =>
      ["ok", "go"].includes(String(expected(row, requester, place)[0]));
    const print = await databasePrint(database);
    const refused = [];
    for (const question of asked.filter((one) => !isAdmitted(one))) {
      refused.push({ ...question, heard: await send(question, true) });
    }
    expectAnswers(row, refused);
    expect(await databasePrint(database), `a refused POST ${row.key} has changed the database`).toBe(print);
    for (const question of asked.filter(isAdmitted)) {
      const { requester, place } = question;
      const { status } = await send(question, false);
      const right = expected(row, requester, place)[0] === "go" ? 302 : (forms[row.key]?.admitted ?? 400);
      expect([right].flat(), `POST ${row.key}, ${requester}, ${place}`).toContain(status);
    }
  });

  it.each(addresses.filter(({ module }) => !("action" in module)))("$path takes nothing", async ({ path }) => {
    const row = rows.find((one) => shape(one.path) === shape(path));
    if (!row) throw new Error(`${path} is not in the access matrix`);
    const cookie = await served.signedIn(world.people.portal_admin);
    const { url } = served;
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const response = await fetch(url + addressAt(row, "own"), { method, headers: { Cookie: cookie, Origin: url } });
      expect(response.status, method).toBe(405);
    }
  });
});
