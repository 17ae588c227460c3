import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wrongAnswer } from "~/demo/wrong-answer";
import { selectAnswers } from "~/examination/answer-queries.server";
import { selectAttempt } from "~/examination/attempt-queries.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { readContents, readForm, readPresentations } from "~/examination/form-queries.server";
import { gradeItem } from "~/examination/grade-item";
import { keyOf } from "~/examination/present-item";
import { isAnswered } from "~/examination/response";
import { saveAnswer } from "~/examination/save-answer.server";
import { readExamStatistics } from "~/examination/statistics/read-exam-statistics.server";
import { selectItemSums, selectScoreSums } from "~/examination/statistics/statistics-queries.server";
import type { Database } from "~/platform/database/handle";
import { integerBelow, seededRandom } from "~/platform/random";
import { anAttempt, examMorning, handedIn, rightAnswers, trainedPartner } from "../factories/examination";
import { markByList } from "../factories/marking";
import { aStaffMember } from "../factories/organisations";
import { testDatabase } from "../set-up/database";

const people = 24;
const recentSince = new Date("2027-03-15T12:00:00Z");
const random = seededRandom("statistics");
let database: Database;
const attemptIds: string[] = [];
let markers: string[];

beforeAll(async () => {
  database = await testDatabase();
  markers = [
    await aStaffMember(database.db, "Emma", "exam_manager"),
    await aStaffMember(database.db, "Nuri", "exam_manager"),
  ];
  const { engineerIds } = await trainedPartner(database.db, { engineers: people });
  for (const [index, personId] of engineerIds.entries()) {
    const startedAt = new Date(examMorning.getTime() + (index < people / 2 ? 0 : 6 * 3_600_000));
    attemptIds.push(await sit(personId, startedAt, index / people));
  }
});
afterAll(() => database.close());

/** Answers a share of the items rightly, others wrongly, and leaves some out; every answer after a time of its own. */
async function sit(personId: string, startedAt: Date, skill: number): Promise<string> {
  const { db } = database;
  const { attemptId } = await anAttempt(db, personId, startedAt);
  const form = await readForm(db, attemptId);
  const shown = await readPresentations(db, form, "en");
  const contents = await readContents(db, form);
  const right = await rightAnswers(db, attemptId);
  let at = startedAt;
  for (const [index, { seed }] of form.entries()) {
    const [content, presentation] = [contents[index], shown[index]];
    if (!content || !presentation || integerBelow(random, 10) === 0) continue;
    const knows = integerBelow(random, 100) < 25 + 60 * skill;
    const given = knows ? right[index] : wrongAnswer(keyOf(content, seed), presentation);
    at = new Date(at.getTime() + (5 + integerBelow(random, 100)) * 1000);
    const answer = { attemptId, personId, ordinal: index + 1, clientId: "browser", sequence: 1, agoMs: 0, given };
    await saveAnswer(db, { ...answer, flagged: false }, at);
  }
  await handedIn(db, attemptId, new Date(at.getTime() + 1000));
  // Chance may put a result so close to the cut score that its ticket is marked first.
  await markByList(db, attemptId, markers, at);
  return attemptId;
}

interface Given {
  readonly itemVersionId: string;
  readonly x: number;
  readonly y: number;
  readonly chosen: readonly string[];
  readonly answered: boolean;
  readonly seconds: number | null;
  readonly recent: boolean;
}

/** Every answer of every attempt, computed anew from what was answered: nothing that grading has stored is used. */
async function given(): Promise<Given[]> {
  const all = await Promise.all(
    attemptIds.map(async (attemptId) => {
      const form = await readForm(database.db, attemptId);
      const contents = await readContents(database.db, form);
      const answers = await selectAnswers(database.db, attemptId);
      const { startedAt } = await selectAttempt(database.db, attemptId);
      const graded = form.map(({ seed, points }, index) => {
        const content = contents[index];
        return content ? gradeItem(keyOf(content, seed), answers[index]?.response ?? null, points) : 0;
      });
      const [points, whole] = [graded.reduce((a, b) => a + b, 0), form.reduce((sum, item) => sum + item.points, 0)];
      let before = startedAt;
      return form.map(({ itemVersionId, points: maxPoints }, index) => {
        const { response = null, respondedAt = null } = answers[index] ?? {};
        const mine = graded[index] ?? 0;
        const seconds = respondedAt && (respondedAt.getTime() - before.getTime()) / 1000;
        before = respondedAt ?? before;
        const single = response?.kind === "single_choice" && response.optionId !== null ? [response.optionId] : [];
        const chosen = response?.kind === "multiple_choice" ? response.optionIds : single;
        const y = (points - mine) / (whole - maxPoints);
        const answered = isAnswered(response);
        return { itemVersionId, x: mine / maxPoints, y, chosen, answered, seconds, recent: startedAt >= recentSince };
      });
    }),
  );
  return all.flat();
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe("the one statement over all responses", () => {
  it("finds the sums that adding up answer by answer finds", async () => {
    const all = await given();
    const { versions } = await selectItemSums(database.db, recentSince);
    expect(versions.map(({ itemVersionId }) => itemVersionId).sort()).toEqual(
      [...new Set(all.map(({ itemVersionId }) => itemVersionId))].sort(),
    );
    for (const { itemVersionId, n, x, xx, y, yy, xy, recent, choices, times } of versions) {
      const here = all.filter((one) => one.itemVersionId === itemVersionId);
      const late = here.filter((one) => one.recent);
      expect([n, recent.n]).toEqual([here.length, late.length]);
      expect(x).toBeCloseTo(sum(here.map((one) => one.x)), 2);
      expect(xx).toBeCloseTo(sum(here.map((one) => one.x ** 2)), 2);
      expect(y).toBeCloseTo(sum(here.map((one) => one.y)), 2);
      expect(yy).toBeCloseTo(sum(here.map((one) => one.y ** 2)), 2);
      expect(xy).toBeCloseTo(sum(here.map((one) => one.x * one.y)), 2);
      expect(recent.x).toBeCloseTo(sum(late.map((one) => one.x)), 2);
      expect(sum(choices.map((choice) => choice.n))).toBe(n);
      const left = choices.filter(({ optionIds }) => optionIds.length === 0);
      expect(sum(left.map((choice) => choice.n))).toBe(here.filter(({ answered }) => !answered).length);
      for (const option of new Set(here.flatMap(({ chosen }) => chosen))) {
        const chose = here.filter(({ chosen }) => chosen.includes(option));
        const found = choices.filter(({ optionIds }) => optionIds.includes(option));
        expect(sum(found.map((choice) => choice.n))).toBe(chose.length);
        expect(sum(found.map((choice) => choice.y))).toBeCloseTo(sum(chose.map((one) => one.y)), 2);
      }
      const seconds = here.flatMap((one) => (one.seconds === null ? [] : [one.seconds]));
      expect(sum(times.map((time) => time.n))).toBe(seconds.length);
      expect(sum(times.map((time) => time.n * time.seconds))).toBe(sum(seconds));
    }
  });

  it("adds up points by section as they were graded", async () => {
    const { forms, sections } = await selectScoreSums(database.db);
    const { programmes } = await selectItemSums(database.db, recentSince);
    const attempts = await Promise.all(attemptIds.map((id) => selectAttempt(database.db, id)));
    const scores = attempts.map(({ scorePercent }) => scorePercent ?? 0);
    expect(forms).toHaveLength(1);
    expect(forms[0]?.persons).toBe(people);
    expect(forms[0]?.score).toBeCloseTo(sum(scores), 6);
    expect(forms[0]?.scoreSquares).toBeCloseTo(sum(scores.map((score) => score ** 2)), 4);
    for (const { section, points, share } of sections) {
      const parts = attempts.flatMap(({ result }) => result?.sections.filter((part) => part.section === section) ?? []);
      expect(points).toBeCloseTo(sum(parts.map((part) => part.points)), 6);
      expect(share).toBeCloseTo(sum(parts.map((part) => part.points / part.maxPoints)), 9);
    }
    expect(sum(programmes.map(({ n }) => n))).toBe((await given()).length);
  });
});

describe("the statistics page's figures", () => {
  it("say how reliable the form is, and nothing of items with few responses", async () => {
    const { items, forms, attempts } = await readExamStatistics(database.db, "en", examMorning);
    expect(attempts).toBe(people);
    expect(forms).toHaveLength(1);
    const [form] = forms;
    expect(form?.attempts).toBe(people);
    expect(form?.reliability?.persons).toBe(people);
    expect(form?.reliability?.design).toBe("drawn_items");
    // Skill runs from 25 to 85 per cent: scores this far apart are told apart.
    expect(form?.reliability?.alpha.value).toBeGreaterThan(0.5);
    expect(form?.reliability?.errorPercent).toBeGreaterThan(3);
    const scores = (await Promise.all(attemptIds.map((id) => selectAttempt(database.db, id)))).map(
      ({ scorePercent }) => scorePercent ?? 0,
    );
    expect(form?.meanPercent).toBeCloseTo(sum(scores) / people, 6);
    expect(form?.sections).toHaveLength(7);
    expect(form?.sections.every(({ meanPercent }) => meanPercent !== null && meanPercent > 0)).toBe(true);
    for (const { responses, statistics, flags } of items) {
      expect(statistics === null).toBe(responses < 20);
      if (!statistics) expect(flags).toEqual([]);
    }
    expect(sum(items.map(({ responses }) => responses))).toBe((await given()).length);
  });

  it("show an item that nobody has had yet, without figures", async () => {
    const { items } = await readExamStatistics(database.db, "de", examMorning);
    const unused = items.filter(({ responses }) => responses === 0);
    expect(unused.every(({ status, statistics }) => status === "active" && statistics === null)).toBe(true);
  });

  it("keep the form of a version whose cut score another version has replaced", async () => {
    const before = await readExamStatistics(database.db, "en", examMorning);
    const { id: _, ...present } = await database.db
      .selectFrom("programmeVersion")
      .selectAll()
      .where("programmeCode", "=", secondLevelAdministrator.code)
      .executeTakeFirstOrThrow();
    await database.db
      .insertInto("programmeVersion")
      .values({
        ...present,
        blueprint: JSON.stringify(present.blueprint),
        version: present.version + 1,
        cutScorePercent: present.cutScorePercent + 3,
      })
      .execute();
    const after = await readExamStatistics(database.db, "en", examMorning);
    expect(after.forms.map(({ version, attempts }) => [version, attempts])).toEqual([
      [present.version + 1, 0],
      [present.version, people],
    ]);
    expect(after.forms[0]).toMatchObject({ meanPercent: null, reliability: null, sections: [] });
    expect(after.forms[1]).toEqual(before.forms[0]);
    expect(after.attempts).toBe(people);
  });
});
