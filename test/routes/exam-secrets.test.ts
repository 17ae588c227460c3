import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { readContents, readForm } from "~/examination/form-queries.server";
import { contentFor } from "~/examination/item";
import { policy } from "~/kernel/policy";
import type { Actor } from "~/people/permissions";
import type { Database } from "~/platform/database/handle";
import { createLogger } from "~/platform/logger";
import type { Portal } from "~/platform/portal";
import { seededRandom } from "~/platform/random";
import * as startRoute from "~/routes/exam/route";
import * as answerRoute from "~/routes/exam-answer/route";
import * as attemptRoute from "~/routes/exam-attempt/route";
import * as eventsRoute from "~/routes/exam-events/route";
import * as handInRoute from "~/routes/exam-hand-in/route";
import * as itemsRoute from "~/routes/exam-items/route";
import * as noteRoute from "~/routes/exam-note/route";
import * as resultRoute from "~/routes/exam-result/route";
import "~/web/load-context";
import { anAttempt, answerRightly, examMorning, trainedPartner } from "../factories/examination";
import { testDatabase } from "../set-up/database";

let database: Database;
let candidates: string[];
let organisationId: string;
let now = examMorning;

beforeAll(async () => {
  database = await testDatabase();
  const partner = await trainedPartner(database.db, { engineers: 5 });
  candidates = partner.engineerIds;
  organisationId = partner.organisationId;
});
afterAll(() => database.close());

const actorFor = (personId: string): Actor => ({
  personId,
  fullName: "Nordlicht Engineer",
  roles: [],
  administered: [],
  memberOf: organisationId,
});

function contextFor(personId: string, language: "en" | "de"): AppLoadContext {
  const portal: Portal = {
    mode: "development",
    baseUrl: "http://localhost",
    db: database.db,
    database,
    clock: { now: () => now },
    startedAt: now,
    random: seededRandom("exam"),
    logger: createLogger("silent"),
    mail: {
      kind: "mailbox",
      from: "portal@portal.example",
      deliver: async () => ({ outcome: "accepted" }),
      close: () => undefined,
    },
    sessionSecret: "of the test",
  };
  const signedIn = Promise.resolve({ actor: actorFor(personId), language });
  return { portal, requestId: "test", cspNonce: "", address: "", memory: { signedIn } };
}

interface Route {
  readonly loader?: (args: LoaderFunctionArgs) => Promise<unknown>;
  readonly action?: (args: ActionFunctionArgs) => Promise<unknown>;
}

/** What goes over the wire: the page's HTML is made of nothing else. */
async function sent(
  { loader, action }: Route,
  attemptId: string,
  personId: string,
  { body, search = "", language = "en" }: { body?: BodyInit; search?: string; language?: "en" | "de" } = {},
): Promise<{ status: number; text: string; location: string | null }> {
  const init = body === undefined ? {} : { method: "POST", body };
  const request = new Request(`http://localhost/exam/${attemptId}${search}`, init);
  const args = { request, params: { attemptId }, context: contextFor(personId, language) };
  const run = body === undefined ? loader?.(args) : action?.(args);
  const answer = await run?.catch((thrown: unknown) => thrown);
  if (!(answer instanceof Response)) return { status: 200, text: JSON.stringify(answer), location: null };
  return { status: answer.status, text: await answer.text(), location: answer.headers.get("Location") };
}

/** Everything about the items of the attempt that a candidate must not read. */
async function secretsOf(attemptId: string): Promise<string[]> {
  const form = await readForm(database.db, attemptId);
  const contents = await readContents(database.db, form);
  return contents.flatMap((content, index) => {
    const item = contentFor(content, form[index]?.seed ?? "");
    const choices = "options" in item ? item.options : "entries" in item ? item.entries : [];
    return [item.rationale, ...choices.flatMap(({ misconception }) => misconception ?? [])].flatMap(({ en, de }) => [
      en,
      de,
    ]);
  });
}

const namesOfSecrets =
  /"(key|keys|rationale|misconception|tolerance|requirements|neutralLineIds|distractorIds|answers":\[\{"unit)"/;

function expectNoSecret(text: string, secrets: readonly string[]): void {
  expect(namesOfSecrets.exec(text)).toBeNull();
  const read = text.replaceAll(/\\[nt]/g, " ");
  expect(secrets.filter((secret) => read.includes(secret.slice(0, 60)))).toEqual([]);
}

describe("what the exam's addresses send", () => {
  it.each(["en", "de"] as const)("holds no key and no rationale, before, during and after (%s)", async (language) => {
    const personId = candidates.pop() ?? "";
    const { attemptId } = await anAttempt(database.db, personId, examMorning, language);
    const secrets = await secretsOf(attemptId);
    expect(secrets.length).toBeGreaterThan(20);
    const form = await readForm(database.db, attemptId);
    const pages = await Promise.all(
      form.map(({ ordinal }) => sent(attemptRoute, attemptId, personId, { search: `?item=${ordinal}`, language })),
    );
    const items = await sent(itemsRoute, attemptId, personId, { language });
    expect(JSON.parse(items.text).items).toHaveLength(form.length);
    const answer = { ordinal: 1, sequence: 1, agoMs: 0, flagged: true, given: {} };
    const saved = await sent(answerRoute, attemptId, personId, {
      body: JSON.stringify({ client: "a", answer }),
      language,
    });
    expect(JSON.parse(saved.text)).toMatchObject({ outcome: "saved" });
    const noted = await sent(noteRoute, attemptId, personId, {
      body: JSON.stringify({ client: "a", note: { ordinal: 1, sequence: 1, text: "mine" } }),
      language,
    });
    expect(JSON.parse(noted.text)).toMatchObject({ outcome: "saved" });
    const event = { sequence: 1, kind: "focus_lost", ordinal: 1, agoMs: 0 };
    const told = await sent(eventsRoute, attemptId, personId, {
      body: JSON.stringify({ client: "a", events: [event] }),
      language,
    });
    expect(JSON.parse(told.text)).toEqual({ stored: 1 });
    const looked = await sent(answerRoute, attemptId, personId, { search: "?client=a", language });
    await answerRightly(database.db, { attemptId, personId }, now);
    const asked = await sent(handInRoute, attemptId, personId, { language });
    const handedIn = await sent(handInRoute, attemptId, personId, { body: new FormData(), language });
    expect(handedIn.location).toBe(`/exam/${attemptId}/result`);
    const result = await sent(resultRoute, attemptId, personId, { language });
    expect(result.text).toContain('"passed":true');
    for (const { text } of [...pages, items, saved, noted, told, looked, asked, handedIn, result])
      expectNoSecret(text, secrets);
    for (const { text } of [saved, noted, told, looked, asked, handedIn, result])
      expect(text).not.toContain("stemHtml");
  });

  it("holds nothing of a form before the start, and nothing of it any more after the hand-in", async () => {
    const personId = candidates.pop() ?? "";
    const { attemptId } = await anAttempt(database.db, personId);
    const items = await sent(itemsRoute, attemptId, personId);
    const stems: string[] = JSON.parse(items.text).items.map(({ stemHtml }: { stemHtml: string }) => stemHtml);
    const holdsStem = (text: string) => stems.some((stem) => text.includes(JSON.stringify(stem).slice(1, -1)));
    expect(holdsStem(items.text)).toBe(true);
    expect(holdsStem((await sent(attemptRoute, attemptId, personId)).text)).toBe(true);
    const other = candidates[0] ?? "";
    const before = await sent(startRoute, attemptId, other);
    expect(before.text).toContain('"may_start"');
    await sent(handInRoute, attemptId, personId, { body: new FormData() });
    const after = await Promise.all(
      [attemptRoute, itemsRoute, handInRoute, resultRoute, startRoute].map((route) => sent(route, attemptId, personId)),
    );
    expect(after.map(({ status }) => status)).toEqual([302, 302, 302, 200, 200]);
    for (const { text } of [before, ...after])
      expect([holdsStem(text), text.includes("stemHtml")]).toEqual([false, false]);
  });

  it("is nobody else's", async () => {
    const personId = candidates.pop() ?? "";
    const [other = ""] = candidates;
    const { attemptId } = await anAttempt(database.db, personId);
    const answer = { ordinal: 1, sequence: 1, agoMs: 0, flagged: true, given: {} };
    const tries = [
      sent(attemptRoute, attemptId, other),
      sent(attemptRoute, attemptId, other, { body: new URLSearchParams({ ordinal: "1" }) }),
      sent(itemsRoute, attemptId, other),
      sent(answerRoute, attemptId, other),
      sent(answerRoute, attemptId, other, { body: JSON.stringify({ client: "a", answer }) }),
      sent(handInRoute, attemptId, other),
      sent(handInRoute, attemptId, other, { body: new FormData() }),
      sent(resultRoute, attemptId, other),
    ];
    expect((await Promise.all(tries)).map(({ status }) => status)).toEqual(tries.map(() => 404));
    expect((await selectAttempt(database.db, attemptId)).finishedAt).toBeNull();
  });

  it.each(["nothing", "{", "[]", '{"client":""}', '{"client":"a","answer":{"ordinal":0}}', "[".repeat(50_000)])(
    "refuses a body that is no answer: %.40s",
    async (body) => {
      const personId = candidates[0] ?? "";
      const { attemptId } = await anAttempt(database.db, personId).catch(async () => {
        const row = database.db.selectFrom("attempt").select("id as attemptId").where("personId", "=", personId);
        return row.executeTakeFirstOrThrow();
      });
      expect((await sent(answerRoute, attemptId, personId, { body })).status).toBe(400);
    },
  );
});

describe("after the deadline", () => {
  it("the first page asked for hands in and leads to the result, once the seconds of grace are over", async () => {
    const personId = candidates[0] ?? "";
    const attempts = database.db.selectFrom("attempt").select(["id", "deadlineAt"]).where("personId", "=", personId);
    const { id, deadlineAt } = await attempts.executeTakeFirstOrThrow();
    now = new Date(deadlineAt.getTime() + policy.lateAnswerSeconds * 1000 - 1);
    expect(JSON.parse((await sent(attemptRoute, id, personId)).text)).toMatchObject({ over: true });
    now = new Date(deadlineAt.getTime() + policy.lateAnswerSeconds * 1000);
    expect(await sent(attemptRoute, id, personId)).toMatchObject({ status: 302, location: `/exam/${id}/result` });
    const finished = await selectAttempt(database.db, id);
    expect(finished).toMatchObject({ finishedBy: "deadline", finishedAt: deadlineAt });
  });
});
