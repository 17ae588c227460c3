import { describe, expect, test } from "vitest";
import { firstBank } from "./bank/first-bank";
import { essentialsOf } from "./item-essentials";
import { modelAnswer } from "./model-answer";
import { keyOf, presentItem } from "./present-item";
import { parseResponse } from "./response";

const seeds = ["one seed", "another", "a third"];

/** What a browser might send: the right answer, one of another item, and one that names what was never shown. */
const givenTo = (index: number, seed: string): unknown[] => {
  const { content } = firstBank[index] as (typeof firstBank)[number];
  const other = firstBank.find((item, at) => at !== index && item.content.kind === content.kind);
  const right = modelAnswer(keyOf(content, seed));
  return [
    right,
    other && modelAnswer(keyOf(other.content, seed)),
    JSON.parse(JSON.stringify(right).replace(/"([a-z0-9_-]+)"(?=[\],}])/, '"never-shown"')),
    {},
  ];
};

describe.each(firstBank.map((item, index) => [item.code, index] as const))("%s", (code, index) => {
  const { content } = firstBank[index] as (typeof firstBank)[number];

  test.each(seeds)("reads every answer as against the item that is shown (%s)", (seed) => {
    // Asked twice: made the first time, remembered the second.
    for (const _ of [1, 2]) {
      const { answerable, key } = essentialsOf({ itemVersionId: code, seed }, content);
      expect(key).toEqual(keyOf(content, seed));
      const shown = presentItem(content, seed, "de");
      for (const given of givenTo(index, seed))
        expect(parseResponse(content.kind, answerable, given)).toEqual(parseResponse(content.kind, shown, given));
    }
  });

  test("keeps no texts", () => {
    const { answerable, key } = essentialsOf({ itemVersionId: code, seed: "texts" }, content);
    expect(JSON.stringify({ answerable, key })).not.toContain(presentItem(content, "texts", "en").stem.slice(0, 40));
    expect(JSON.stringify({ answerable, key }).length).toBeLessThan(4_000);
  });
});
