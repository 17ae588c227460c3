import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linesOf } from "~/examination/answerable";
import { readContents } from "~/examination/form-queries.server";
import { fieldNames } from "~/examination/given-answer";
import { contentFor } from "~/examination/item";
import { selectPracticeItems } from "~/examination/practice-queries.server";
import { presentItem } from "~/examination/present-item";
import { renderWords } from "~/examination/render-item.server";
import { startPractice } from "~/examination/start-practice.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import * as mockRoute from "~/routes/mock-exam/route";
import * as mockHandInRoute from "~/routes/mock-exam-hand-in/route";
import * as mockItemsRoute from "~/routes/mock-exam-items/route";
import * as practiceRoute from "~/routes/practice/route";
import * as roundRoute from "~/routes/practice-round/route";
import "~/web/load-context";
import { examMorning, trainedPartner } from "../factories/examination";
import { aPortal } from "../factories/portals";
import { testDatabase } from "../set-up/database";

let database: Database;
let people: string[];
let organisationId: string;

beforeAll(async () => {
  database = await testDatabase();
  const partner = await trainedPartner(database.db, { engineers: 3 });
  people = [...partner.engineerIds];
  organisationId = partner.organisationId;
});
afterAll(() => database.close());

interface Route {
  readonly loader?: (args: LoaderFunctionArgs) => Promise<unknown>;
  readonly action?: (args: ActionFunctionArgs) => Promise<unknown>;
}

/** What goes over the wire: the page's HTML is made of nothing else. */
async function sent(
  { loader, action }: Route,
  personId: string,
  { roundId, body, search = "" }: { roundId?: string; body?: URLSearchParams; search?: string } = {},
): Promise<{ status: number; text: string; to?: string | null }> {
  const actor = { personId, fullName: "Nordlicht Engineer", roles: [], administered: [], memberOf: organisationId };
  const portal = aPortal(database, { seed: "practice", now: () => examMorning });
  const signedIn = Promise.resolve({ actor, language: "en" as const });
  const context: AppLoadContext = { portal, requestId: "test", cspNonce: "", address: "", memory: { signedIn } };
  const init = body === undefined ? {} : { method: "POST", body };
  const request = new Request(`http://localhost/practice/${roundId ?? ""}${search}`, init);
  const args = { request, params: roundId ? { roundId } : {}, context };
  const answer = await (body === undefined ? loader?.(args) : action?.(args))?.catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) return { status: 200, text: JSON.stringify(answer) };
  return { status: answer.status, text: await answer.text(), to: answer.headers.get("Location") };
}

/** Of every question of the round, what must not be read before the answer: rationale and misconceptions. */
async function secretsOf(roundId: string): Promise<string[][]> {
  const items = await selectPracticeItems(database.db, roundId);
  const contents = await readContents(database.db, items);
  return contents.map((content, index) => {
    const item = contentFor(content, items[index]?.seed ?? "");
    const lists = ["options" in item ? item.options : [], "evidence" in item ? item.evidence : []].flat();
    const words = [item.rationale, ...lists.flatMap(({ misconception }) => misconception ?? [])];
    const asShown = [item.rationale.en, item.rationale.de].map(renderWords);
    return [...asShown, ...words.flatMap(({ en, de }) => [en, de])];
  });
}

const namesOfSecrets = /"(key|keys|rationale|misconception|tolerance|requirements|neutralLineIds|details)":/;

function expectNoSecret(text: string, secrets: readonly (readonly string[])[]): void {
  expect(namesOfSecrets.exec(text)).toBeNull();
  expect(secrets.flat().filter((secret) => text.includes(JSON.stringify(secret).slice(1, 60)))).toEqual([]);
}

/** The fields of some answer to the latest question, as its form would send them. */
async function anyAnswer(roundId: string): Promise<[name: string, value: string][]> {
  const item = (await selectPracticeItems(database.db, roundId)).at(-1);
  const [content] = item ? await readContents(database.db, [item]) : [];
  if (!item || !content) throw new Error("no question");
  const shown = presentItem(content, item.seed, "en");
  const first = (options: readonly { id: string }[]) => options[0]?.id ?? "";
  switch (shown.kind) {
    case "single_choice":
    case "multiple_choice":
      return [[fieldNames.choice, first(shown.options)]];
    case "numeric":
      return [
        [fieldNames.value, "1"],
        [fieldNames.unit, shown.units[0] ?? ""],
      ];
    case "ordering":
      return [[fieldNames.ordered, "yes"], ...shown.entries.map(({ id }): [string, string] => [fieldNames.entry, id])];
    case "matching":
      return [[fieldNames.pair(first(shown.prompts)), first(shown.options)]];
    case "mark_evidence":
      return [[fieldNames.line, first(linesOf(shown.exhibits))]];
    case "incident_report":
      return [[fieldNames.placement(first(shown.evidence)), first(shown.fields)]];
  }
}

const start = (personId: string, section: "storage" | null) =>
  startPractice(database.db, { personId, section }, examMorning, seededRandom(personId));

describe("what practice sends", () => {
  it("holds the key of a question only once it has been answered", async () => {
    const personId = people.pop() ?? "";
    const { roundId } = await start(personId, "storage");
    for (let turn = 1; turn <= 6; turn++) {
      const unanswered = (await secretsOf(roundId)).slice(-1);
      const overview = await sent(practiceRoute, personId);
      const question = await sent(roundRoute, personId, { roundId });
      const skipped = await sent(roundRoute, personId, { roundId, body: new URLSearchParams({ go: "next" }) });
      for (const { text } of [overview, question, skipped]) expectNoSecret(text, unanswered);
      const check = new URLSearchParams({ go: "check", ordinal: String(turn) });
      const asked = await sent(roundRoute, personId, { roundId, body: check });
      expect(asked).toMatchObject({ status: 400, text: expect.stringContaining('"fault":"unanswered"') });
      expectNoSecret(asked.text, unanswered);
      expectNoSecret((await sent(roundRoute, personId, { roundId })).text, unanswered);
      for (const [name, value] of await anyAnswer(roundId)) check.append(name, value);
      const told = await sent(roundRoute, personId, { roundId, body: check });
      // Focus goes with the reader, without JavaScript too.
      expect(told.to).toMatch(/#feedback$/);
      expectNoSecret(told.text, unanswered);
      expect((await sent(roundRoute, personId, { roundId })).text).toContain(
        JSON.stringify(unanswered[0]?.[0]).slice(1, 60),
      );
      await sent(roundRoute, personId, { roundId, body: new URLSearchParams({ go: "next" }) });
    }
  });

  it("holds no key of a mock examination before its end, whatever was answered, and all of them after", async () => {
    const personId = people.pop() ?? "";
    const { roundId } = await start(personId, null);
    const secrets = await secretsOf(roundId);
    for (const ordinal of secrets.keys()) {
      const body = new URLSearchParams({ go: String(ordinal + 1), ordinal: String(ordinal + 1) });
      expectNoSecret((await sent(mockRoute, personId, { roundId, body })).text, secrets);
      const shown = await sent(mockRoute, personId, { roundId, search: `?item=${ordinal + 1}` });
      expect(shown.text).toContain("stemHtml");
      expectNoSecret(shown.text, secrets);
    }
    for (const route of [mockItemsRoute, mockHandInRoute, roundRoute]) {
      expectNoSecret((await sent(route, personId, { roundId })).text, secrets);
    }
    await sent(mockHandInRoute, personId, { roundId, body: new URLSearchParams() });
    const { text } = await sent(roundRoute, personId, { roundId });
    for (const [rationale = ""] of secrets) expect(text).toContain(JSON.stringify(rationale).slice(1, 60));
  });

  it("is nobody else's", async () => {
    const [personId = ""] = people;
    const { roundId } = await start(personId, "storage");
    const tries = [
      sent(roundRoute, "00000000-0000-4000-8000-000000000001", { roundId }),
      sent(roundRoute, "00000000-0000-4000-8000-000000000001", {
        roundId,
        body: new URLSearchParams({ go: "finish" }),
      }),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual([404, 404]);
  });
});
