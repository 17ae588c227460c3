import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AnswerKeeper, type KeeperOptions, type Reply } from "./answer-keeper";
import { keptAnswers } from "./kept-answers";

type Message = Parameters<KeeperOptions["post"]>[0];

/** A browser's store, and a server that keeps the highest sequence of each item, with a connection that the test decides about. */
function aWorld() {
  const store = new Map<string, string>();
  const storage: Storage = {
    get length() {
      return store.size;
    },
    key: (index) => [...store.keys()][index] ?? null,
    getItem: (key) => store.get(key) ?? null,
    setItem: (key, value) => void store.set(key, value),
    removeItem: (key) => void store.delete(key),
    clear: () => store.clear(),
  };
  const server = new Map<number, { sequence: number; optionId: string | null }>();
  const world = {
    server,
    connection: (): "up" | "down" | "answer_lost" => "up",
    taken: false,
    later: [] as (() => void)[],
    clock: 0,
    async post({ answer }: Message): Promise<Reply> {
      const connection = world.connection();
      await Promise.resolve();
      if (connection === "down") return { outcome: "unreachable" };
      if (answer && world.taken) return { outcome: "elsewhere" };
      if (!answer) world.taken = false;
      else if (answer.given.kind === "single_choice" && (server.get(answer.ordinal)?.sequence ?? 0) < answer.sequence) {
        server.set(answer.ordinal, { sequence: answer.sequence, optionId: answer.given.optionId });
      }
      if (connection === "answer_lost") return { outcome: "unreachable" };
      return answer ? { outcome: "saved", savedAt: "2027-03-15T08:00:00Z" } : { outcome: "here" };
    },
  };
  let page = 0;
  /** Opens the exam in a tab; the page that was open before is gone, and with it what it had in hand. */
  const open = (tab = "tab") => {
    page += 1;
    const opened = page;
    return new AnswerKeeper({
      store: keptAnswers(storage, "attempt", tab),
      post: async (message) => {
        const reply = await world.post(message);
        return opened === page ? reply : new Promise(() => undefined);
      },
      clock: () => world.clock,
      wait: (_milliseconds, then) => void world.later.push(then),
      turn: 0,
      lastSequence: Math.max(0, ...[...server.values()].map(({ sequence }) => sequence)),
    });
  };
  return { world, open };
}

const choice = (optionId: string) => ({ kind: "single_choice" as const, optionId });

describe("answers in the browser", () => {
  it("reach the server over any dropped connection, lost reply and reload: the last one given of each item", async () => {
    const events = fc.array(
      fc.oneof(
        {
          weight: 5,
          arbitrary: fc.record({ item: fc.integer({ min: 1, max: 4 }), option: fc.string({ maxLength: 3 }) }),
        },
        { weight: 3, arbitrary: fc.constantFrom("up", "down", "answer_lost") },
        { weight: 1, arbitrary: fc.constantFrom("reload", "another tab") },
        { weight: 2, arbitrary: fc.constant("time passes") },
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(events, async (happened) => {
        const { world, open } = aWorld();
        const given = new Map<number, string>();
        let keeper = open();
        for (const event of happened) {
          if (typeof event === "object") {
            keeper.keep(event.item, choice(event.option), false);
            given.set(event.item, event.option);
          } else if (event === "reload" || event === "another tab") keeper = open(event);
          else if (event === "time passes") {
            for (const then of world.later.splice(0)) then();
            await keeper.settle();
          } else world.connection = () => event as "up" | "down" | "answer_lost";
        }
        world.connection = () => "up";
        // What is on its way may still be lost.
        await keeper.settle();
        expect(await keeper.settle()).toBe(true);
        expect(new Map([...world.server].map(([item, { optionId }]) => [item, optionId]))).toEqual(given);
        expect(keeper.state).toMatchObject({ status: "quiet", waiting: [] });
      }),
    );
  });

  it("say how long ago they were given, however late they are sent", async () => {
    const { world, open } = aWorld();
    const ages: number[] = [];
    const { post } = world;
    world.post = (message) => {
      if (message.answer) ages.push(message.answer.agoMs);
      return post(message);
    };
    const keeper = open();
    world.connection = () => "down";
    keeper.keep(1, choice("a"), false);
    await keeper.settle();
    world.clock = 42_000;
    world.connection = () => "up";
    expect(await keeper.settle()).toBe(true);
    expect(ages.at(-1)).toBe(42_000);
  });

  it("wait while another browser answers, and go on once this one has taken over", async () => {
    const { world, open } = aWorld();
    const keeper = open();
    await keeper.settle();
    world.taken = true;
    keeper.keep(1, choice("a"), false);
    expect(await keeper.settle()).toBe(false);
    expect(keeper.state).toMatchObject({ status: "elsewhere", waiting: [{ ordinal: 1 }] });
    keeper.takeOver();
    expect(await keeper.settle()).toBe(true);
    expect(world.server.get(1)).toMatchObject({ optionId: "a" });
  });

  it("that the server cannot read are given back with the reason, and not sent again", async () => {
    const { world, open } = aWorld();
    let posts = 0;
    const { post } = world;
    world.post = async (message) => {
      posts += 1;
      return message.answer ? { outcome: "unusable", fault: "not_a_number" } : post(message);
    };
    const keeper = open();
    keeper.keep(3, { kind: "numeric", value: "much", unit: "ms" }, false);
    expect(await keeper.settle()).toBe(true);
    expect([keeper.state.faults, posts]).toEqual([{ 3: "not_a_number" }, 2]);
  });

  it("are given up only when the server takes no more", async () => {
    const { world, open } = aWorld();
    const keeper = open();
    await keeper.settle();
    world.post = async () => ({ outcome: "finished" });
    keeper.keep(1, choice("a"), false);
    expect(await keeper.settle()).toBe(false);
    expect(keeper.state).toMatchObject({ status: "over", waiting: [] });
    expect(open().leftOver).toEqual([]);
  });

  it("are each sent after the end too, and those that do not count are told apart", async () => {
    for (const isClaimed of [true, false]) {
      const { world, open } = aWorld();
      let keeper = open();
      await keeper.settle();
      world.connection = () => "down";
      for (const ordinal of [3, 5, 7]) keeper.keep(ordinal, choice("a"), false);
      await keeper.settle();
      if (!isClaimed) keeper = open();
      const sent: (number | undefined)[] = [];
      world.post = async ({ answer }) => {
        sent.push(answer?.ordinal);
        return answer?.ordinal === 5 ? { outcome: "finished", isStored: true } : { outcome: "finished" };
      };
      expect(await keeper.settle()).toBe(false);
      expect(sent.filter(Boolean)).toEqual([3, 5, 7]);
      expect(keeper.state).toMatchObject({ status: "over", waiting: [], late: [{ ordinal: 3 }, { ordinal: 7 }] });
    }
  });

  it("of which one was given too late may still arrive, where they were given in time", async () => {
    const { world, open } = aWorld();
    const keeper = open();
    await keeper.settle();
    world.connection = () => "down";
    for (const ordinal of [1, 2]) keeper.keep(ordinal, choice("a"), false);
    await keeper.settle();
    world.connection = () => "up";
    const { post } = world;
    world.post = async (message) => (message.answer?.ordinal === 1 ? { outcome: "late" } : post(message));
    await keeper.settle();
    expect(world.server.has(2)).toBe(true);
    expect(keeper.state).toMatchObject({ status: "over", late: [{ ordinal: 1 }] });
  });

  it("that wait where another browser answers are told of as well, once the time is over", async () => {
    const { world, open } = aWorld();
    const keeper = open();
    await keeper.settle();
    world.taken = true;
    keeper.keep(4, choice("a"), false);
    await keeper.settle();
    world.post = async () => ({ outcome: "finished" });
    keeper.end();
    await keeper.settle();
    expect(keeper.state).toMatchObject({ status: "over", late: [{ ordinal: 4 }] });
  });

  it("wait on while nobody answers after the end, over a reload", async () => {
    const { world, open } = aWorld();
    const keeper = open();
    await keeper.settle();
    world.connection = () => "down";
    keeper.keep(2, choice("a"), false);
    keeper.end();
    expect(await keeper.settle()).toBe(false);
    expect(keeper.state).toMatchObject({ status: "offline", waiting: [{ ordinal: 2 }], late: [] });
    expect(open().leftOver).toMatchObject([{ ordinal: 2 }]);
  });
});
