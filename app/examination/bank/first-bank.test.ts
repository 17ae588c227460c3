import { describe, expect, test } from "vitest";
import { drawnFrom } from "#test/factories/form-candidates";
import { assembleForm } from "../assemble-form";
import { bankOutlook } from "../bank-outlook";
import { secondLevelAdministrator } from "../blueprint";
import { clausesOfEveryForm } from "../clause-tags";
import { generatorCodes } from "../generators/all-generators";
import { gradeAttempt } from "../grade-attempt";
import { gradeItem } from "../grade-item";
import { contentFor, parseItemContent } from "../item";
import type { FixedContent, Phrase } from "../item-content";
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
      if (["stem", "title", "text", "name", "axis", "alt"].includes(key)) return value.trim().length > 0;
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

const practice = firstBank.filter(({ pool }) => pool === "practice");

test("holds at least 60 certification and 30 practice items, all seven kinds in each pool, eight generators and more", () => {
  expect(certification.length).toBeGreaterThanOrEqual(60);
  expect(practice.length).toBeGreaterThanOrEqual(30);
  for (const pool of [certification, practice]) expect(new Set(pool.map(({ content }) => content.kind)).size).toBe(7);
  const used = new Set(certification.flatMap(({ content }) => ("generator" in content ? [content.generator] : [])));
  expect(used).toEqual(new Set(generatorCodes));
});

test("practice reaches every section, endlessly, and makes whole mock examinations", () => {
  for (const section of sections) {
    const own = practice.filter((item) => item.section === section);
    expect(own.length, section).toBeGreaterThanOrEqual(4);
  }
  const mocks = drawnFrom(candidatesOf(practice));
  for (let seed = 0; seed < 200; seed++) {
    expect(assembleForm({ ...mocks, blueprint, seed: `mock-${seed}` })).toHaveProperty("items");
  }
});

test("no section lacks items, no clause hangs on one, and parallel forms are about as difficult as each other", () => {
  const items = certification.map((item, index) => ({
    ...item,
    ...(candidates[index] as (typeof candidates)[number]),
  }));
  const outlook = bankOutlook(blueprint, drawnFrom(items), new Map());
  expect(outlook).toMatchObject({ uncovered: [], coveredOnce: [], fault: null });
  expect(outlook.sections.filter(({ missing }) => missing > 0)).toEqual([]);
  expect(outlook.attemptsWithoutRepeat).toBeGreaterThanOrEqual(2);
  expect(outlook.withoutGuess).toEqual([]);
  const { expected } = outlook;
  if ("unknown" in expected) throw new Error(expected.unknown);
  expect(expected.most - expected.least).toBeLessThanOrEqual(10);
});

/** How often the longest (or shortest) choice is a right one, and how often any choice is: equally long ones share. */
function lengthCue(items: readonly FixedContent[], language: "en" | "de", end: "longest" | "shortest") {
  const shares = items.flatMap((content) => {
    if (content.kind !== "single_choice" && content.kind !== "multiple_choice") return [];
    const { options, key } = content;
    const right = ({ id }: { id: string }) => key.optionIds.includes(id);
    const length = ({ text }: { text: Phrase }) => (typeof text === "string" ? text : text[language]).length;
    const wanted = Math[end === "longest" ? "max" : "min"](...options.map(length));
    const outer = options.filter((option) => length(option) === wanted);
    return [
      { taken: outer.filter(right).length / outer.length, chance: options.filter(right).length / options.length },
    ];
  });
  const mean = (of: "taken" | "chance") => shares.reduce((sum, share) => sum + share[of], 0) / shares.length;
  return { taken: mean("taken"), chance: mean("chance") };
}

/** Who knows nothing goes by length: that must pay no better than a guess, and not to go by it neither. */
describe.each(["en", "de"] as const)("the length of a choice does not tell whether it is right, in %s", (language) => {
  const fixed = firstBank.flatMap(({ content }) => ("generator" in content ? [] : [content]));
  test.each(["single_choice", "multiple_choice"] as const)("%s", (kind) => {
    const items = fixed.filter((content) => content.kind === kind);
    for (const end of ["longest", "shortest"] as const) {
      const { taken, chance } = lengthCue(items, language, end);
      expect(Math.abs(taken - chance), end).toBeLessThanOrEqual(0.2);
      if (end === "longest") expect(taken).toBeLessThanOrEqual(chance + 0.1);
    }
  });
  test("single choices that are generated", () => {
    for (const { code, content } of firstBank) {
      if (!("generator" in content) || content.kind !== "single_choice") continue;
      const items = Array.from({ length: 200 }, (_, seed) => contentFor(content, `${code}/${seed}`));
      for (const end of ["longest", "shortest"] as const)
        expect(lengthCue(items, language, end).taken, `${code}, ${end}`).toBeLessThanOrEqual(0.45);
    }
  });
});

test("practice tells whoever takes a wrong choice what is wrong with it", () => {
  const silent = practice.flatMap(({ code, content }) => {
    if (content.kind !== "single_choice" && content.kind !== "multiple_choice") return [];
    const { options, key } = contentFor(content, "seed") as Extract<FixedContent, { kind: "single_choice" }>;
    return options.filter(({ id, misconception }) => !key.optionIds.includes(id) && !misconception).map(() => code);
  });
  expect(silent).toEqual([]);
});

test("the key of a choice stands at every place about as often", () => {
  const places = firstBank.flatMap(({ code, content }) => {
    if (content.kind !== "single_choice") return [];
    return Array.from({ length: 40 }, (_, seed) => {
      const shown = presentItem(content, `${code}/${seed}`, "en");
      const key = keyOf(content, `${code}/${seed}`);
      if (shown.kind !== "single_choice" || key.kind !== "single_choice") throw new Error(shown.kind);
      return shown.options.findIndex(({ id }) => key.optionIds.includes(id));
    });
  });
  for (const place of [0, 1, 2, 3]) {
    const share = places.filter((each) => each === place).length / places.length;
    expect(Math.abs(share - 0.25), `place ${place}`).toBeLessThan(0.05);
  }
});

test("covers every bullet of 2.2 with at least two certification items", () => {
  for (const clause of clausesOfEveryForm) {
    expect(certification.filter(({ clauses }) => clauses.includes(clause)).length, clause).toBeGreaterThanOrEqual(2);
  }
});

test("gives everybody two attempts without a repeated item, whatever the seeds", () => {
  const unseen = drawnFrom(candidates);
  for (let seed = 0; seed < 500; seed++) {
    const first = assembleForm({ ...unseen, blueprint, seed: `first-${seed}` });
    if ("fault" in first) throw new Error(JSON.stringify(first));
    const seen = new Set(first.items.map(({ itemVersionId }) => itemVersionId));
    const second = assembleForm({ ...unseen, seen, blueprint, seed: `second-${seed}` });
    if ("fault" in second) throw new Error(JSON.stringify(second));
    expect(
      second.items.filter(({ itemVersionId }) => seen.has(itemVersionId)).map(({ itemVersionId }) => itemVersionId),
    ).toEqual([]);
  }
});

test("a form answered by its keys is a pass with 100 %, an empty one scores 0", () => {
  const form = assembleForm({ ...drawnFrom(candidates), blueprint, seed: "attempt" });
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
