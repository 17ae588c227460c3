import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AnswerKeeper, type KeeperOptions, type Kept, type Reply } from "~/components/exam/answer-keeper";
import { selectAnswers } from "~/examination/answer-queries.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { saveAnswer, takeOverAttempt } from "~/examination/save-answer.server";
import type { Database } from "~/platform/database/handle";
import { anAttempt, examMorning, rightAnswers, trainedPartner } from "../factories/examination";
import { testDatabase } from "../set-up/database";

/** One candidate in two browsers, with the portal between them: what one keeps while the other answers. */
let database: Database;
let key = { attemptId: "", personId: "" };
/** Of questions that ask for a number, so that no two answers are alike. */
let places: Awaited<ReturnType<typeof numericPlaces>>;

beforeAll(async () => {
  database = await testDatabase();
  const { engineerIds } = await trainedPartner(database.db, { engineers: 12 });
  // Not every form asks for two numbers.
  for (const personId of engineerIds) {
    const { attemptId } = await anAttempt(database.db, personId);
    key = { attemptId, personId };
    places = await numericPlaces(attemptId);
    if (places.length > 1) return;
  }
  throw new Error("no form asks for two numbers");
});
afterAll(() => database.close());

async function numericPlaces(attemptId: string) {
  const right = await rightAnswers(database.db, attemptId);
  return right.flatMap((answer, index) =>
    answer.kind === "numeric" ? [{ ordinal: index + 1, unit: answer.unit }] : [],
  );
}

type Message = Parameters<KeeperOptions["post"]>[0];

let valuesGiven = 0;
let browsersOpened = 0;

const numberIn = (given: unknown): number | null => {
  const { value } = (given ?? {}) as { value?: unknown };
  return value === undefined || value === null ? null : Number(value);
};

/** What is stored to each question. */
async function storedValues(): Promise<(number | null)[]> {
  const answers = await selectAnswers(database.db, key.attemptId);
  return places.map(({ ordinal }) => numberIn(answers[ordinal - 1]?.response));
}

/** A browser with one window, whose page can be loaded anew, and a connection that comes and goes. */
class Browser {
  keeper!: AnswerKeeper;
  online = true;
  /** What the page shows at each question. */
  seen: (number | null)[] = [];
  /** What was given here, and what the page had shown before. */
  readonly given = new Map<number, { place: number; over: number | null }>();
  readonly last: (number | undefined)[] = [];
  private readonly clientId = `browser ${++browsersOpened}`;
  private kept: readonly Kept[] = [];
  private later: (() => void)[] = [];

  async load(stays = true): Promise<void> {
    if (!this.online) return;
    const answers = await selectAnswers(database.db, key.attemptId);
    const { turn } = await selectAttempt(database.db, key.attemptId);
    const store = {
      load: () => this.kept,
      save: (kept: readonly Kept[]) => {
        this.kept = kept;
      },
    };
    this.seen = await storedValues();
    const post = (message: Message): Promise<Reply> =>
      this.keeper === keeper ? this.post(message) : new Promise(() => undefined);
    const keeper: AnswerKeeper = new AnswerKeeper({
      store,
      post,
      clock: () => 0,
      wait: (_milliseconds, then) => void this.later.push(then),
      lastSequence: Math.max(...answers.map(({ sequence }) => sequence)),
      turn,
    });
    this.keeper = keeper;
    // What waits is shown in place of what is stored.
    for (const { ordinal, given } of keeper.leftOver) this.seen[placeOf(ordinal)] = numberIn(given);
    this.online = stays;
    await keeper.settle();
    for (const { ordinal } of keeper.state.overtaken)
      this.seen[placeOf(ordinal)] = (await storedValues())[placeOf(ordinal)] ?? null;
  }

  /** Nobody can, where another browser answers and this one knows. */
  async give(place: number): Promise<void> {
    const { ordinal, unit } = places[place] ?? { ordinal: 0, unit: null };
    if (this.keeper.state.status === "elsewhere") return;
    const value = ++valuesGiven;
    this.given.set(value, { place, over: this.seen[place] ?? null });
    this.seen[place] = value;
    this.last[place] = value;
    this.keeper.keep(ordinal, { kind: "numeric", value: String(value), unit }, false);
    await this.settle();
  }

  async continueHere(): Promise<void> {
    if (this.keeper.state.status !== "elsewhere") return;
    this.keeper.takeOver();
    await this.settle();
  }

  /** The connection is gone before the page has said that it answers. */
  async loadAndLose(): Promise<void> {
    await this.load(false);
  }

  /** As the page does, which loads itself anew when it is out of date. */
  private async settle(): Promise<void> {
    await this.keeper.settle();
    if (this.keeper.state.outdated && this.keeper.state.status === "quiet") await this.load();
  }

  async connect(online: boolean): Promise<void> {
    this.online = online;
    for (const then of this.later.splice(0)) then();
    await this.settle();
  }

  private async post({ answer }: Message): Promise<Reply> {
    if (!this.online) return { outcome: "unreachable" };
    const command = { ...key, clientId: this.clientId };
    if (!answer) return { outcome: "here", ...(await takeOverAttempt(database.db, command, examMorning)) };
    const reply = await saveAnswer(database.db, { ...command, ...answer }, examMorning);
    return reply.outcome === "saved" ? { outcome: "saved", savedAt: reply.savedAt.toISOString() } : (reply as Reply);
  }
}

const placeOf = (ordinal: number): number => places.findIndex((place) => place.ordinal === ordinal);

const moves = fc.array(
  fc.tuple(
    fc.constantFrom(0, 1),
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom("first", "second") },
      { weight: 3, arbitrary: fc.constantFrom("offline", "online") },
      { weight: 3, arbitrary: fc.constant("continue here") },
      { weight: 2, arbitrary: fc.constantFrom("reload", "reload and lose") },
    ),
  ),
  { minLength: 5, maxLength: 30 },
);

describe("answers kept in a browser that was overtaken", () => {
  it("replace only what its window had shown, and are given back otherwise: none is lost in silence", async () => {
    const met = { overtaken: 0, taken: 0 };
    await fc.assert(
      fc.asyncProperty(moves, async (happened) => {
        const browsers = [new Browser(), new Browser()] as const;
        for (const browser of browsers) await browser.load();
        const everStored = new Set<number | null>();
        for (const [which, move] of happened) {
          const browser = browsers[which] ?? browsers[0];
          const before = await storedValues();
          if (move === "first") await browser.give(0);
          else if (move === "second") await browser.give(1);
          else if (move === "continue here") await browser.continueHere();
          else if (move === "reload") await browser.load();
          else if (move === "reload and lose") await browser.loadAndLose();
          else await browser.connect(move === "online");
          const after = await storedValues();
          for (const [place, value] of after.entries()) {
            everStored.add(value);
            const replaced = before[place] ?? null;
            if (value === null || value === replaced) continue;
            const given = browser.given.get(value);
            const isOwn = replaced !== null && browser.given.has(replaced);
            expect(isOwn || wereShown(browser, given?.over ?? null, replaced), `${value} replaced ${replaced}`).toBe(
              true,
            );
            met.taken += 1;
          }
        }
        for (const browser of browsers) {
          const { waiting, overtaken } = browser.keeper.state;
          met.overtaken += overtaken.length;
          const here = [...waiting, ...overtaken].map(({ given }) => numberIn(given));
          for (const value of browser.last) {
            if (value !== undefined)
              expect(everStored.has(value) || here.includes(value), `${value} is lost`).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(met.taken).toBeGreaterThan(50);
    expect(met.overtaken).toBeGreaterThan(5);
  });

  /** What was shown when it was given, or when one was given here that it stands upon. */
  function wereShown(browser: Browser, over: number | null, replaced: number | null): boolean {
    for (let shown = over; ; shown = browser.given.get(shown)?.over ?? null) {
      if (shown === replaced) return true;
      if (shown === null || !browser.given.has(shown)) return false;
    }
  }

  it("are not given back where the other browser has stored the same", async () => {
    const [one, other] = [new Browser(), new Browser()];
    await one.load();
    one.online = false;
    await one.give(0);
    await other.load();
    valuesGiven -= 1;
    await other.give(0);
    await one.connect(true);
    expect(one.keeper.state.status).toBe("elsewhere");
    await one.continueHere();
    expect(one.keeper.state).toMatchObject({ status: "quiet", waiting: [], overtaken: [] });
  });
});

describe("an answer of which another window has stored a later one", () => {
  it("stays in the browser over a reload, is sent no more, and counts once it is given anew", async () => {
    const [one, other] = [new Browser(), new Browser()];
    await one.load();
    one.online = false;
    await one.give(0);
    await one.give(1);
    await other.load();
    await other.give(0);
    const stored = await storedValues();
    one.online = true;
    for (let load = 0; load < 2; load += 1) await one.load();
    const [ordinal = 0] = places.map((place) => place.ordinal);
    expect(one.keeper.state).toMatchObject({ waiting: [], overtaken: [{ ordinal }] });
    expect(await storedValues()).toEqual([stored[0], one.last[1], ...stored.slice(2)]);
    const [kept] = one.keeper.state.overtaken;
    one.keeper.keep(ordinal, kept?.given ?? { kind: "numeric", value: null, unit: null }, false);
    expect(await one.keeper.settle()).toBe(true);
    expect((await storedValues())[0]).toBe(one.last[0]);
    await one.load();
    expect(one.keeper.state.overtaken).toEqual([]);
  });

  it("is forgotten when the candidate stays with the stored one", async () => {
    const [one, other] = [new Browser(), new Browser()];
    await one.load();
    one.online = false;
    await one.give(0);
    await other.load();
    await other.give(0);
    const stored = await storedValues();
    one.online = true;
    await one.load();
    one.keeper.leave(places[0]?.ordinal ?? 0);
    await one.load();
    expect(one.keeper.state).toMatchObject({ waiting: [], overtaken: [] });
    expect(await storedValues()).toEqual(stored);
  });

  it("is told apart by turns where both have counted alike, and without a turn by the number alone", async () => {
    const [one, other] = [new Browser(), new Browser()];
    await one.load();
    await other.load();
    await other.give(0);
    const { turn } = await selectAttempt(database.db, key.attemptId);
    const ordinal = places[0]?.ordinal ?? 0;
    const { sequence = 0 } = (await selectAnswers(database.db, key.attemptId))[ordinal - 1] ?? {};
    await takeOverAttempt(database.db, { ...key, clientId: "third" }, examMorning);
    const given = { kind: "numeric", value: "0.5", unit: places[0]?.unit };
    const sent = { ...key, clientId: "third", ordinal, given, agoMs: 0, flagged: false };
    const send = (over: { sequence: number; turn?: number }) =>
      saveAnswer(database.db, { ...sent, ...over }, examMorning);
    for (const ahead of [-1, 0, 1]) {
      expect(await send({ sequence: sequence + ahead, turn: turn - 1 })).toEqual({ outcome: "overtaken" });
    }
    expect(await send({ sequence: sequence - 1, turn })).toMatchObject({ outcome: "stale" });
    expect(await send({ sequence: sequence + 1, turn })).toMatchObject({ outcome: "saved" });
    expect(await send({ sequence: sequence + 1, turn })).toMatchObject({ outcome: "saved" });
    // Of a page from before there were turns.
    expect(await send({ sequence: sequence + 2 })).toMatchObject({ outcome: "saved" });
  });
});
