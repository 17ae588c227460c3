import { describe, expect, test } from "vitest";
import { firstBank } from "./bank/first-bank";
import { gradeItem } from "./grade-item";
import { modelAnswer } from "./model-answer";
import { feedbackOn } from "./practice-feedback";
import { keyOf, presentItem } from "./present-item";
import type { ItemResponse } from "./response";

const practice = firstBank.filter(({ pool }) => pool === "practice");
const said = (code: string, response: ItemResponse | null, language: "en" | "de" = "en") => {
  const item = practice.find((each) => each.code === code);
  if (!item) throw new Error(code);
  const { content, points: maxPoints } = item;
  const points = gradeItem(keyOf(content, "s"), response, maxPoints);
  return feedbackOn({ content, seed: "s", response, points, maxPoints, language });
};

describe.each(practice.map(({ code, content, points }) => [code, content, points] as const))(
  "%s",
  (code, content, points) => {
    test("the model answer is all hits beside what is rightly left, in both languages, with the rationale", () => {
      for (const language of ["en", "de"] as const) {
        const feedback = said(code, modelAnswer(keyOf(content, "s")), language);
        const states = feedback.details.map(({ state }) => state);
        expect(states).toContain("hit");
        expect(states.filter((state) => state !== "hit" && state !== "left")).toEqual([]);
        expect(feedback).toMatchObject({ points, maxPoints: points, rationale: expect.stringMatching(/\S/) });
      }
    });
    test("no answer earns nothing, and everything that was right is named", () => {
      const feedback = said(code, null);
      expect(feedback.points).toBe(0);
      const askedForOne = ["numeric", "ordering", "matching"].includes(content.kind);
      const named = feedback.details.filter(({ state }) => state !== "left");
      expect(new Set(named.map(({ state }) => state))).toEqual(new Set([askedForOne ? "open" : "missed"]));
    });
  },
);

test("a wrong choice is told what it may have been mistaken for", () => {
  const item = practice.find(({ code }) => code === "CMP-104")?.content;
  if (item?.kind !== "single_choice" || !("options" in item)) throw new Error("CMP-104");
  const wrong = item.options.find(({ misconception }) => misconception !== undefined);
  const feedback = said("CMP-104", { kind: "single_choice", optionId: wrong?.id ?? "" }, "de");
  expect(feedback.details).toContainEqual(expect.objectContaining({ state: "wrong", note: wrong?.misconception?.de }));
});

test("every option is shown, in the order in which it stood, with what was chosen and what is right", () => {
  for (const { code, content, points } of practice) {
    const shown = presentItem(content, "s", "en");
    if (shown.kind !== "single_choice") continue;
    const right = keyOf(content, "s");
    const wrongId = shown.options.find(({ id }) => right.kind === "single_choice" && !right.optionIds.includes(id))?.id;
    const response = { kind: "single_choice", optionId: wrongId ?? "" } as const;
    const { details } = feedbackOn({ content, seed: "s", response, points: 0, maxPoints: points, language: "en" });
    expect(
      details.map(({ text }) => text),
      code,
    ).toEqual(shown.options.map(({ text }) => text));
    const stateOf = (id: string) =>
      right.kind === "single_choice" && right.optionIds.includes(id) ? "missed" : id === wrongId ? "wrong" : "left";
    expect(
      details.map(({ state }) => state),
      code,
    ).toEqual(shown.options.map(({ id }) => stateOf(id)));
  }
});

test("a number that was entered is judged, and the right one stands beside it, in the words of the language", () => {
  const right = "72 s (± 0,5 s)";
  const entered = (value: number | null) =>
    said("CPU-105", { kind: "numeric", value, unit: value === null ? null : "s" }, "de").details;
  expect(entered(18.5)).toEqual([{ text: "18,5 s", state: "wrong", right, given: null, note: null }]);
  expect(entered(72.25)).toEqual([{ text: "72,25 s", state: "hit", right, given: null, note: null }]);
  expect(entered(null)).toEqual([{ text: null, state: "open", right, given: null, note: null }]);
});

test("an entry in the wrong place says which place it had", () => {
  const key = keyOf(practice.find(({ code }) => code === "REP-104")?.content as never, "s");
  if (key.kind !== "ordering") throw new Error(key.kind);
  const [first = "", second = "", ...rest] = key.entryIds;
  const { details } = said("REP-104", { kind: "ordering", entryIds: [second, first, ...rest] });
  expect(details.map(({ state, right, given }) => [state, right, given])).toEqual([
    ["wrong", "1", "2"],
    ["wrong", "2", "1"],
    ["hit", "3", null],
    ["hit", "4", null],
    ["hit", "5", null],
  ]);
});

test("a number that a generator made is told in no more figures than its tolerance gives a meaning to", () => {
  for (const { content, points: maxPoints } of practice.concat(firstBank)) {
    if (!("generator" in content)) continue;
    for (let seed = 0; seed < 40; seed += 1) {
      const answered = { content, seed: String(seed), response: null, points: 0, maxPoints } as const;
      if (keyOf(content, answered.seed).kind !== "numeric") break;
      const told = feedbackOn({ ...answered, language: "de" }).details.flatMap(({ text, right }) => [
        text ?? "",
        right ?? "",
      ]);
      const figures = told.flatMap((text) => text.match(/\d+,\d+/g) ?? []);
      for (const figure of figures) expect(figure.replace(/^[0,]+/, "").length, figure).toBeLessThanOrEqual(6);
    }
  }
});
