import { expect, test } from "vitest";
import type { FixedContent } from "../item-content";
import { keyLines } from "./key-lines";

const numeric = (answers: { unit: string; value: number; tolerance: number }[]): FixedContent => ({
  kind: "numeric",
  stem: { en: "How fast?", de: "Wie schnell?" },
  exhibits: [],
  rationale: { en: "Because.", de: "Darum." },
  units: answers.map(({ unit }) => unit),
  key: { answers },
});
const made = numeric([
  { unit: "MB/s", value: 12.345678901234567, tolerance: 0.12345678901234568 },
  { unit: "s", value: 0.1 + 0.2, tolerance: 0 },
]);

test("a number is told as a person would write it, in the language of the reader", () => {
  expect(keyLines(made, "en")).toEqual(["12.35 ± 0.123 MB/s", "0.3 s"]);
  expect(keyLines(made, "de")).toEqual(["12,35 ± 0,123 MB/s", "0,3 s"]);
});

test("versions are compared in every figure", () => {
  expect(keyLines(made, "en", true)).not.toEqual(
    keyLines(numeric([{ unit: "MB/s", value: 12.345_678_9, tolerance: 0.12345678901234568 }]), "en", true),
  );
  expect(keyLines(made, "de", true)[0]).toBe("12,345678901234567 ± 0,12345678901234568 MB/s");
});
