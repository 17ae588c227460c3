import { expect, it } from "vitest";
import { secondLevelAdministrator } from "./blueprint";
import { gradeAnswers, type ToGrade } from "./finish-attempt.server";
import type { ItemContent } from "./item";

const refuse = () => {
  throw new Error("nobody needs to know what stands in it");
};
/** An item that must not be looked into: for the key of a generated one it would be made anew. */
const unread = new Proxy({} as ItemContent, { get: refuse, has: refuse });

it("gives an item without an answer no points, whatever stands in it", () => {
  const startedAt = new Date("2027-01-10T09:00:00Z");
  const places = [1, 2].map((ordinal) => ({
    ordinal,
    itemVersionId: `version ${ordinal}`,
    seed: "seed",
    kind: "single_choice" as const,
    section: secondLevelAdministrator.blueprint.sections[0]?.section ?? "network",
    points: 1,
  }));
  const toGrade: ToGrade = {
    form: places,
    contents: places.map(() => unread),
    answers: places.map(() => ({ response: null, respondedAt: null, treatment: null })),
  };
  const graded = gradeAnswers({ startedAt }, secondLevelAdministrator, toGrade);
  expect(graded).toMatchObject({ points: [0, 0], need: null, result: { scorePercent: 0, passed: false } });
});
