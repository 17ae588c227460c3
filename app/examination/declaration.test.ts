import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { currentDeclaration, declarationOf, declarations } from "./declaration";

/** Of every version that has ever been accepted; only ever grows. */
const prints = ["9ade588069069167", "a852733ae1fa088d"];

describe("the declaration before the start", () => {
  test("no version changes once it has been used", () => {
    const found = declarations.map((words) => createHash("sha256").update(JSON.stringify(words)).digest("hex"));
    expect(found.map((print) => print.slice(0, 16))).toEqual(prints);
  });
  test("the newest is the one that is accepted now", () => {
    expect(declarationOf(currentDeclaration, "en")).toBe(declarations.at(-1)?.en);
    expect(() => declarationOf(0, "en")).toThrow();
    expect(() => declarationOf(currentDeclaration + 1, "de")).toThrow();
  });
});
