import { describe, expect, test } from "vitest";
import type { ItemStatus } from "~/platform/schema/examination-tables";
import { authorsOfWork, currentOf, type StepRefusal, statusAfter, stepRefusal, workUpTo } from "./item-review";

const steps = ["submitted", "returned", "approved", "retired", "discarded"] as const;
const [author, other] = ["author", "other"];

describe("steps", () => {
  const refusals = (status: ItemStatus, isLatest: boolean, person = other) =>
    steps.map((step) => stepRefusal(step, { status, isLatest, workedOnBy: [author] }, person));
  const no: StepRefusal = "overtaken";

  test.each([
    ["draft", true, [null, no, no, no, null]],
    ["draft", false, [no, no, no, no, no]],
    ["in_review", true, [no, null, null, no, no]],
    ["in_review", false, [no, no, no, no, no]],
    ["active", true, [no, no, no, null, no]],
    ["active", false, [no, no, no, null, no]],
    ["retired", true, [no, no, no, no, no]],
    ["discarded", true, [no, no, no, no, no]],
  ] as const)("from %s, latest %s: submit, return, approve, retire, discard", (status, isLatest, expected) => {
    expect(refusals(status, isLatest)).toEqual(expected);
  });

  test("authors take everything but the approval", () => {
    expect(refusals("in_review", true, author)).toEqual([no, null, "own_work", no, no]);
    expect(refusals("draft", true, author)).toEqual([null, no, no, no, null]);
  });

  test("each step leads where its name says", () => {
    expect(steps.map((step) => statusAfter[step])).toEqual(["in_review", "draft", "active", "retired", "discarded"]);
  });
});

describe("whose work is reviewed", () => {
  const versions = [
    { version: 1, status: "retired", authorId: "a" },
    { version: 2, status: "active", authorId: null },
    { version: 3, status: "draft", authorId: "b" },
    { version: 4, status: "draft", authorId: "c" },
    { version: 5, status: "draft", authorId: "b" },
    { version: 6, status: "in_review", authorId: "d" },
  ] as const;

  test("of everybody since the version last in use, each once", () => {
    expect(authorsOfWork(versions, 6)).toEqual(["b", "c", "d"]);
    expect(authorsOfWork(versions, 3)).toEqual(["b"]);
  });

  test("of everybody, when nothing was in use yet", () => {
    expect(authorsOfWork(versions.slice(2), 4)).toEqual(["b", "c"]);
  });

  test("of nobody whose work was discarded", () => {
    const discarded = [{ version: 3, status: "discarded", authorId: "b" }, ...versions.slice(0, 2)] as const;
    expect(authorsOfWork([{ version: 4, status: "draft", authorId: "c" }, ...discarded], 4)).toEqual(["c"]);
  });

  test("of nobody, for what was delivered", () => {
    expect(authorsOfWork([{ version: 1, status: "active", authorId: null }], 1)).toEqual([]);
  });
});

describe("where an item stands", () => {
  const versionsOf = (...statuses: ItemStatus[]) =>
    statuses.map((status, index) => ({ version: statuses.length - index, status }));

  test.each([
    [["draft", "active"], 2],
    [["discarded", "active"], 1],
    [["discarded", "discarded", "retired", "active"], 2],
    [["draft", "discarded", "active"], 3],
    [["discarded", "discarded"], 2],
  ] as const)("of %j", (statuses, current) => {
    expect(currentOf(versionsOf(...statuses))?.version).toBe(current);
  });

  test("and what is discarded with the draft: all that was saved since the item was last in use", () => {
    const work = (...statuses: ItemStatus[]) =>
      workUpTo(versionsOf(...statuses), statuses.length).map(({ version }) => version);
    expect(work("draft", "draft", "active", "draft")).toEqual([4, 3]);
    expect(work("draft", "discarded", "retired")).toEqual([3]);
    expect(work("draft", "draft")).toEqual([2, 1]);
  });
});
