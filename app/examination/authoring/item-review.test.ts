import { describe, expect, test } from "vitest";
import { authorsOfWork, type StepRefusal, statusAfter, stepRefusal } from "./item-review";

const steps = ["submitted", "returned", "approved", "retired"] as const;
const [author, other] = ["author", "other"];

describe("steps", () => {
  const refusals = (status: "draft" | "in_review" | "active" | "retired", isLatest: boolean, person = other) =>
    steps.map((step) => stepRefusal(step, { status, isLatest, workedOnBy: [author] }, person));
  const no: StepRefusal = "overtaken";

  test.each([
    ["draft", true, [null, no, no, no]],
    ["draft", false, [no, no, no, no]],
    ["in_review", true, [no, null, null, no]],
    ["in_review", false, [no, no, no, no]],
    ["active", true, [no, no, no, null]],
    ["active", false, [no, no, no, null]],
    ["retired", true, [no, no, no, no]],
  ] as const)("from %s, latest %s: submit, return, approve, retire", (status, isLatest, expected) => {
    expect(refusals(status, isLatest)).toEqual(expected);
  });

  test("authors take everything but the approval", () => {
    expect(refusals("in_review", true, author)).toEqual([no, null, "own_work", no]);
    expect(refusals("draft", true, author)).toEqual([null, no, no, no]);
  });

  test("each step leads where its name says", () => {
    expect(steps.map((step) => statusAfter[step])).toEqual(["in_review", "draft", "active", "retired"]);
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

  test("of nobody, for what was delivered", () => {
    expect(authorsOfWork([{ version: 1, status: "active", authorId: null }], 1)).toEqual([]);
  });
});
