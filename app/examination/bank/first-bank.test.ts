import { describe, expect, test } from "vitest";
import { assembleForm } from "../assemble-form";
import { secondLevelAdministrator } from "../blueprint";
import { clausesOfEveryForm } from "../clause-tags";
import { gradeAttempt } from "../grade-attempt";
import { gradeItem } from "../grade-item";
import { parseItemContent } from "../item";
import { modelAnswer } from "../model-answer";
import { keyOf, presentItem, rationaleOf } from "../present-item";
import type { ItemPresentation } from "../presentation";
import { parseResponse } from "../response";
import { sections } from "../section-names";
import type { BankItem } from "./author-item";
import { firstBank } from "./first-bank";

const certification = firstBank.filter(({ pool }) => pool === "certification");
const { blueprint, cutScorePercent } = secondLevelAdministrator;
const candidatesOf = (items: readonly BankItem[]) =>
  items.map(({ code, section, clauses, content, enemyGroup }) => ({
    itemVersionId: code,
    itemId: code,
    section,
    clauses,
    exposure: 0,
    seenByPerson: false,
    generated: "generator" in content,
    enemyGroup: enemyGroup ?? null,
  }));
const candidates = candidatesOf(certification);

/** Everything of a presentation but its words: ids in their order, sizes of tables, figures of charts. */
function skeleton(presentation: ItemPresentation): unknown {
  return JSON.parse(
    JSON.stringify(presentation, (key, value) => {
      if (["stem", "title", "text", "name", "axis"].includes(key)) return value.trim().length > 0;
      return key === "columns" || key === "rows" ? value.flat().length : value;
    }),
  );
}

describe.each(firstBank.map((item) => [item.code, item] as const))("%s", (_, { content, points }) => {
  test("is a sound item that survives being stored as JSON", () => {
    expect(parseItemContent(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });
  test("shows the same options and lines in both languages, in words of their own", () => {
    const [en, de] = [presentItem(content, "seed", "en"), presentItem(content, "seed", "de")];
    expect(skeleton(de)).toEqual(skeleton(en));
    expect(de.stem).not.toBe(en.stem);
    expect(rationaleOf(content, "seed", "de")).not.toBe(rationaleOf(content, "seed", "en"));
  });
  test("accepts the answer of its key and gives it full points", () => {
    const key = keyOf(content, "seed");
    const parsed = parseResponse(
      content.kind,
      presentItem(content, "seed", "de"),
      JSON.parse(JSON.stringify(modelAnswer(key))),
    );
    expect("response" in parsed && gradeItem(key, parsed.response, points)).toBe(points);
  });
});

test("no code is given twice", () => {
  expect(new Set(firstBank.map(({ code }) => code)).size).toBe(firstBank.length);
});

test("holds at least 40 certification and 12 practice items, at least four of them generated, of all seven kinds", () => {
  expect(certification.length).toBeGreaterThanOrEqual(40);
  expect(firstBank.length - certification.length).toBeGreaterThanOrEqual(12);
  expect(certification.filter(({ content }) => "generator" in content).length).toBeGreaterThanOrEqual(4);
  expect(new Set(certification.map(({ content }) => content.kind)).size).toBe(7);
});

test("practice reaches every section", () => {
  const practice = new Set(firstBank.filter(({ pool }) => pool === "practice").map(({ section }) => section));
  expect([...practice].sort()).toEqual([...sections].sort());
});

test("covers every bullet of 2.2 with at least two certification items", () => {
  for (const clause of clausesOfEveryForm) {
    expect(certification.filter(({ clauses }) => clauses.includes(clause)).length, clause).toBeGreaterThanOrEqual(2);
  }
});

test("gives everybody two attempts without a repeated item, whatever the seeds", () => {
  for (let seed = 0; seed < 500; seed++) {
    const first = assembleForm({ blueprint, candidates, seed: `first-${seed}` });
    if ("fault" in first) throw new Error(JSON.stringify(first));
    const seen = new Set(first.items.map(({ itemVersionId }) => itemVersionId));
    const again = candidates.map((candidate) => ({ ...candidate, seenByPerson: seen.has(candidate.itemId) }));
    const second = assembleForm({ blueprint, candidates: again, seed: `second-${seed}` });
    if ("fault" in second) throw new Error(JSON.stringify(second));
    expect(
      second.items.filter(({ itemVersionId }) => seen.has(itemVersionId)).map(({ itemVersionId }) => itemVersionId),
    ).toEqual([]);
  }
});

test("a form answered by its keys is a pass with 100 %, an empty one scores 0", () => {
  const form = assembleForm({ blueprint, candidates, seed: "attempt" });
  if ("fault" in form) throw new Error(JSON.stringify(form));
  const items = form.items.map(({ itemVersionId, seed }) => {
    const item = certification.find(({ code }) => code === itemVersionId);
    if (!item) throw new Error(itemVersionId);
    const key = keyOf(item.content, seed);
    return { section: item.section, key, maxPoints: item.points, response: modelAnswer(key) };
  });
  expect(gradeAttempt({ blueprint, cutScorePercent, items }).result).toMatchObject({ scorePercent: 100, passed: true });
  const empty = items.map((item) => ({ ...item, response: null }));
  expect(gradeAttempt({ blueprint, cutScorePercent, items: empty }).result).toMatchObject({
    scorePercent: 0,
    passed: false,
  });
});
