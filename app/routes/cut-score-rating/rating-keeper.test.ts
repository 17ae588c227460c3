import { beforeEach, describe, expect, it } from "vitest";
import { type FieldState, RatingKeeper, type Sent, type Typed } from "./rating-keeper";

describe("what a judge types", () => {
  let fields: Record<string, string>;
  /** Every request so far, with the answer to be given to it. */
  let requests: { entries: Record<string, string>; answer: (sent: Sent) => void }[];
  let states: Readonly<Record<string, FieldState>>;
  let later: (() => void)[];
  let keeper: RatingKeeper;

  beforeEach(() => {
    fields = { a: "", b: "60" };
    requests = [];
    states = {};
    later = [];
    keeper = new RatingKeeper({
      typed: () =>
        Object.entries(fields).map(([name, value]): Typed => ({ name, value, valid: /^(\d{1,2}|100)?$/.test(value) })),
      send: (entries) =>
        new Promise((answer) => {
          requests.push({ entries: Object.fromEntries(entries), answer });
        }),
      show: (shown) => {
        states = shown;
      },
      wait: (_, then) => {
        later.push(then);
      },
    });
    keeper.holds({ a: "", b: "60" });
  });

  const type = (name: string, value: string) => {
    fields[name] = value;
    keeper.note(name);
  };
  /** Answers the newest request, and lets the keeper go on. */
  const answer = async (sent: Sent) => {
    requests.at(-1)?.answer(sent);
    await new Promise((resolve) => setImmediate(resolve));
  };

  it("is sent once, and only what was typed", async () => {
    type("a", "40");
    expect(states).toEqual({ a: "waiting" });
    const done = keeper.keep();
    await answer("kept");
    await done;
    expect(states).toEqual({ a: "kept" });
    await keeper.keep();
    expect(requests.map(({ entries }) => entries)).toEqual([{ a: "40" }]);
  });

  it("goes one after the other: what is typed meanwhile follows, the last of it only", async () => {
    type("a", "4");
    void keeper.keep();
    type("a", "40");
    void keeper.keep();
    type("a", "45");
    void keeper.keep();
    expect(requests).toHaveLength(1);
    await answer("kept");
    expect(states).toEqual({ a: "waiting" });
    await answer("kept");
    expect(requests.map(({ entries }) => entries)).toEqual([{ a: "4" }, { a: "45" }]);
    expect(states).toEqual({ a: "kept" });
  });

  it("counts also where it was typed before the page had taken hold", async () => {
    fields.a = "30";
    fields.b = "600";
    keeper.holds({ a: "", b: "60" });
    expect(states).toEqual({ a: "waiting", b: "invalid" });
    void keeper.keep();
    await answer("kept");
    expect(requests.map(({ entries }) => entries)).toEqual([{ a: "30" }]);
  });

  it("says what cannot be kept, which leaving would lose, and sends the rest", async () => {
    type("a", "400");
    expect(keeper.endangered).toBe(true);
    type("b", "61");
    void keeper.keep();
    expect(requests.map(({ entries }) => entries)).toEqual([{ b: "61" }]);
    await answer("kept");
    expect(states).toEqual({ a: "invalid", b: "kept" });
  });

  it("sends nothing for a field that is emptied again, or typed back", async () => {
    type("b", "");
    await keeper.keep();
    expect(states).toEqual({ b: "emptied" });
    type("a", "5");
    type("a", "");
    expect(states).toEqual({ b: "emptied" });
    type("b", "60");
    await keeper.keep();
    expect(requests).toEqual([]);
    expect(states).toEqual({ b: "kept" });
  });

  it("is tried again where nobody is reached, and is in danger until then", async () => {
    type("a", "40");
    void keeper.keep();
    await answer("unreachable");
    expect([states, keeper.endangered]).toEqual([{ a: "unreachable" }, true]);
    later.shift()?.();
    await answer("kept");
    expect([states, keeper.endangered]).toEqual([{ a: "kept" }, false]);
    expect(requests).toHaveLength(2);
  });

  it("is not tried again where it is refused", async () => {
    type("a", "40");
    void keeper.keep();
    await answer("refused");
    expect([states, keeper.endangered, later]).toEqual([{ a: "refused" }, true, []]);
  });

  it("keeps what is owed before the form itself is sent, and sends nothing of its own after it", async () => {
    type("a", "40");
    void keeper.keep();
    type("b", "70");
    let over = false;
    const underWay = keeper.stop()?.then((mayGo) => {
      over = mayGo;
    });
    expect(over).toBe(false);
    await answer("kept");
    expect(over).toBe(false);
    await answer("kept");
    await underWay;
    expect(over).toBe(true);
    expect(requests.map(({ entries }) => entries)).toEqual([{ a: "40" }, { b: "70" }]);
    expect(keeper.owed()).toEqual([]);
    expect(keeper.stop()).toBeUndefined();
  });

  it("holds the form itself back while nobody is reached, and lets it go as soon as somebody is", async () => {
    type("a", "40");
    void keeper.keep();
    await answer("unreachable");
    const inVain = keeper.stop();
    await answer("unreachable");
    expect(await inVain).toBe(false);
    expect([states, keeper.endangered]).toEqual([{ a: "unreachable" }, true]);
    const reached = keeper.stop();
    await answer("kept");
    expect(await reached).toBe(true);
    expect([states, keeper.endangered]).toEqual([{ a: "kept" }, false]);
  });

  it("holds it back, too, where what is under way turns out to reach nobody", async () => {
    type("a", "40");
    void keeper.keep();
    const mayGo = keeper.stop();
    await answer("unreachable");
    expect(await mayGo).toBe(false);
    later.shift()?.();
    await answer("kept");
    expect([states, keeper.endangered]).toEqual([{ a: "kept" }, false]);
  });
});
