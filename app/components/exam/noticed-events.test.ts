import { describe, expect, it } from "vitest";
import { type EventsOptions, NoticedEvents } from "./noticed-events";

function aTab() {
  const tab = {
    kept: { next: 1, waiting: [] } as ReturnType<EventsOptions["store"]["load"]>,
    connection: true,
    clock: 1_000,
    told: [] as { sequence: number; kind: string; agoMs: number }[],
    posts: 0,
  };
  const open = (reloaded = false) =>
    new NoticedEvents({
      store: {
        load: () => tab.kept,
        save: (kept) => {
          tab.kept = kept;
        },
      },
      post: async (events) => {
        tab.posts += 1;
        if (tab.connection) tab.told.push(...events);
        return tab.connection;
      },
      clock: () => tab.clock,
      reloaded,
    });
  /** As browsers do when they take a page off. */
  const close = (page: NoticedEvents) => {
    page.ends();
    page.focus(false, 3);
    void page.send();
  };
  return { tab, open, close };
}

describe("what the exam page notices", () => {
  it("leaving and coming back are told once each, with how long ago", async () => {
    const { tab, open } = aTab();
    const events = open();
    events.focus(false, 3);
    events.focus(false, 3);
    tab.clock += 4_000;
    events.focus(true, 3);
    events.pasted(12, 3);
    await events.send();
    expect(tab.told).toEqual([
      { sequence: 1, kind: "focus_lost", ordinal: 3, agoMs: 4_000 },
      { sequence: 2, kind: "focus_regained", ordinal: 3, agoMs: 0 },
      { sequence: 3, kind: "pasted", characters: 12, ordinal: 3, agoMs: 0 },
    ]);
    await events.send();
    expect(tab.posts).toBe(1);
  });

  it("coming back by a reload is told as well", async () => {
    const { tab, open } = aTab();
    open().focus(false, 3);
    tab.clock += 120_000;
    const after = open();
    after.focus(true, 3);
    await after.send();
    expect(tab.told.map(({ kind, agoMs }) => [kind, agoMs])).toEqual([
      ["focus_lost", 120_000],
      ["focus_regained", 0],
    ]);
  });

  it("a reload is no leaving, told already or not: a return takes its place", async () => {
    const { tab, open, close } = aTab();
    const lost = { sequence: 1, kind: "focus_lost", ordinal: 3, agoMs: 0 };
    for (const connection of [true, false]) {
      Object.assign(tab, { kept: { next: 1, waiting: [] }, told: [], connection });
      close(open());
      tab.connection = true;
      tab.clock += 2_000;
      const after = open(true);
      after.focus(true, 3);
      await after.send();
      expect(tab.told).toEqual([...(connection ? [lost] : []), { ...lost, kind: "focus_regained", agoMs: 2_000 }]);
      after.focus(false, 3);
      await after.send();
      expect(tab.told.at(-1)).toMatchObject({ sequence: 2, kind: "focus_lost" });
    }
  });

  it.each([
    ["the page comes anew in the background, and somebody turns to it later", 500, 3_000, true],
    ["the page is long in coming", 60_000, 0, true],
    ["another page was opened in between", 500, 0, false],
  ])("who has been away is told all the same: %s", async (_, loading, later, reloaded) => {
    const { tab, open, close } = aTab();
    close(open());
    tab.clock += loading;
    const after = open(reloaded);
    tab.clock += later;
    after.focus(true, 3);
    await after.send();
    expect(tab.told.map(({ sequence, kind }) => [sequence, kind])).toEqual(
      expect.arrayContaining([
        [1, "focus_lost"],
        [2, "focus_regained"],
      ]),
    );
  });

  it("who had left before the reload has left", async () => {
    const { tab, open, close } = aTab();
    const before = open();
    before.focus(false, 3);
    close(before);
    const after = open(true);
    after.focus(true, 3);
    await after.send();
    expect(tab.told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["focus_lost", "focus_regained"]));
    expect(tab.told.at(-1)?.sequence).toBe(2);
  });

  it("to go on to another page of the exam is not to leave it", async () => {
    const { tab, open } = aTab();
    const question = open();
    question.movesOn();
    tab.clock += 800;
    question.ends();
    question.focus(false, 3);
    await question.send();
    expect(tab.told).toEqual([]);
    const handIn = open();
    handIn.focus(true, 20);
    handIn.focus(false, 20);
    handIn.ends();
    await handIn.send();
    expect(tab.told).toEqual([expect.objectContaining({ kind: "focus_lost", ordinal: 20 })]);
  });

  it("whoever switches away while the next page is on its way, closes the tab or goes elsewhere has left", async () => {
    const { tab, open } = aTab();
    const slow = open();
    slow.movesOn();
    slow.focus(false, 3);
    slow.focus(true, 3);
    tab.clock += 60_000;
    slow.ends();
    slow.focus(false, 3);
    await slow.send();
    expect(tab.told.map(({ kind }) => kind)).toEqual(["focus_lost", "focus_regained", "focus_lost"]);
  });

  it("a page that the browser brings back notices again", async () => {
    const { tab, open } = aTab();
    const events = open();
    events.movesOn();
    events.ends();
    events.comesBack();
    events.focus(false, 3);
    await events.send();
    expect(tab.told.map(({ kind }) => kind)).toEqual(["focus_lost"]);
  });

  it("without a connection it waits, over a reload too, and goes on counting", async () => {
    const { tab, open } = aTab();
    tab.connection = false;
    const before = open();
    before.pasted(1, 1);
    await before.send();
    tab.connection = true;
    const after = open();
    after.pasted(2, 2);
    await after.send();
    expect(tab.told.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(tab.kept).toEqual({ next: 3, waiting: [], away: false });
  });

  it("tells fifty at once, and four hundred at most", async () => {
    const { tab, open } = aTab();
    const events = open();
    for (let paste = 0; paste < 1_000; paste += 1) events.pasted(1, 1);
    await events.send();
    expect(tab.told).toHaveLength(50);
    for (let send = 0; send < 20; send += 1) await events.send();
    expect(tab.told.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
  });
});
