import { type FormItem, selectForm } from "~/examination/answer-queries.server";
import type { Blueprint } from "~/examination/blueprint";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { type AttemptResult, resultOf } from "~/examination/grade-attempt";
import { selectProgramme } from "~/examination/programme-queries.server";
import { saveAnswer } from "~/examination/save-answer.server";
import type { Db } from "~/platform/database/handle";
import { integerBelow, seededRandom } from "~/platform/random";
import { rightAnswers } from "./examination";

/** The result of answering exactly `right` rightly; `item` graded as `points` says, null leaving it out. */
function resultWith(
  { blueprint, cutScorePercent }: { blueprint: Blueprint; cutScorePercent: number },
  form: readonly FormItem[],
  right: ReadonlySet<number>,
  item?: { itemVersionId: string; full: boolean },
): AttemptResult {
  const graded = form.flatMap((place) => {
    const regraded = item && place.itemVersionId === item.itemVersionId;
    if (regraded && !item.full) return [];
    return [{ ...place, maxPoints: place.points, points: regraded || right.has(place.ordinal) ? place.points : 0 }];
  });
  return resultOf(blueprint, cutScorePercent, graded);
}

/**
 * Answers an attempt so that it just fails, and would pass with full marks for the item; or so that it just passes, and would fail without the
 * item. All answers are right or left out.
 */
export async function answerNarrowly(
  db: Db,
  attempt: { attemptId: string; personId: string; itemVersionId: string; want: "fails" | "passes" },
  now: Date,
): Promise<void> {
  const { attemptId, personId, itemVersionId, want } = attempt;
  const programme = await selectProgramme(db, secondLevelAdministrator.code, now);
  const form = await selectForm(db, attemptId);
  const own = form.find((place) => place.itemVersionId === itemVersionId)?.ordinal ?? 0;
  const random = seededRandom(attemptId);
  for (let tries = 0; tries < 20_000; tries += 1) {
    const missed = 4 + integerBelow(random, 5);
    const right = new Set(form.map(({ ordinal }) => ordinal));
    while (right.size > form.length - missed) right.delete(1 + integerBelow(random, form.length));
    if (want === "fails") right.delete(own);
    else right.add(own);
    const result = resultWith(programme, form, right);
    const regraded = resultWith(programme, form, right, { itemVersionId, full: want === "fails" });
    if (result.passed !== (want === "passes") || regraded.passed !== (want === "fails")) continue;
    const answers = await rightAnswers(db, attemptId);
    for (const ordinal of right) {
      const given = answers[ordinal - 1];
      const answer = { attemptId, personId, ordinal, clientId: "browser", sequence: 1, agoMs: 0, given };
      await saveAnswer(db, { ...answer, flagged: false }, now);
    }
    return;
  }
  throw new Error("no such answers found");
}
