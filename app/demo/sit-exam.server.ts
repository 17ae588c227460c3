import { beginAttempt } from "~/certification/begin-attempt.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import type { FormItem } from "~/examination/answer-queries.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { currentDeclaration } from "~/examination/declaration";
import type { FinishedOutcome } from "~/examination/finish-attempt.server";
import { readContents, readForm, readPresentations } from "~/examination/form-queries.server";
import { resultOf } from "~/examination/grade-attempt";
import { standardErrorAtCut } from "~/examination/marking/marking-need";
import { modelAnswer } from "~/examination/model-answer";
import { keyOf } from "~/examination/present-item";
import { saveAnswer } from "~/examination/save-answer.server";
import { seededChoice } from "~/examination/seeded-choice";
import { policy } from "~/kernel/policy";
import type { Db } from "~/platform/database/handle";
import { integerBelow, type Random } from "~/platform/random";
import type { Language } from "~/platform/schema/people-tables";
import { wrongAnswer } from "./wrong-answer";

const secondsAnItem = 90;

/** How well a candidate knows the matter: misses up to three items but not the ticket, half of them, or just as many that the ticket decides. */
export type Knowledge = "prepared" | "unprepared" | "close";

/** One whole exam as a candidate sits it: begun, an answer every minute and a half, handed in. */
export async function sitExam(
  db: Db,
  candidate: { readonly personId: string; readonly knowledge: Knowledge; readonly language: Language },
  startsAt: Date,
  random: Random,
): Promise<FinishedOutcome> {
  const { personId, knowledge, language } = candidate;
  const declared = { version: currentDeclaration, language };
  const { attemptId } = await beginAttempt(db, { personId, clientId: "demo", declared }, startsAt, random);
  const form = await readForm(db, attemptId);
  const contents = await readContents(db, form);
  const presentations = await readPresentations(db, form, language);
  const missed = missedItems(attemptId, form, knowledge, random);
  let at = startsAt;
  for (const [index, { seed }] of form.entries()) {
    const [content, presentation] = [contents[index], presentations[index]];
    if (!content || !presentation) continue;
    at = new Date(at.getTime() + (secondsAnItem + integerBelow(random, 30)) * 1000);
    const key = keyOf(content, seed);
    const given = !missed.has(index + 1) ? modelAnswer(key) : wrongAnswer(key, presentation);
    await saveAnswer(
      db,
      {
        attemptId,
        personId,
        ordinal: index + 1,
        clientId: "demo",
        sequence: 1,
        agoMs: 0,
        given,
        flagged: false,
      },
      at,
    );
  }
  return handInExam(db, { attemptId, by: "candidate", personId }, new Date(at.getTime() + 30_000), random);
}

/** The places of the form that are answered wrongly. */
function missedItems(
  attemptId: string,
  form: readonly FormItem[],
  knowledge: Knowledge,
  random: Random,
): ReadonlySet<number> {
  const { blueprint, cutScorePercent } = secondLevelAdministrator;
  const places = (which: (item: FormItem) => boolean) => form.filter(which).map(({ ordinal }) => ordinal);
  // An empty ticket alone would fail its section.
  const missable = places(({ kind }) => kind !== "incident_report");
  const tickets = places(({ kind }) => kind === "incident_report");
  const scoreWithout = (missed: ReadonlySet<number>) =>
    resultOf(
      blueprint,
      cutScorePercent,
      form.map((place) => ({
        ...place,
        maxPoints: place.points,
        points: missed.has(place.ordinal) ? 0 : place.points,
      })),
    );
  // Half of the questions, whichever: with a fixed half, the others would look as if only the weak knew them.
  if (knowledge === "unprepared") {
    const chance = seededChoice(attemptId);
    const half = () => new Set(chance.shuffle(places(() => true)).slice(0, form.length / 2));
    for (let missed = half(); ; missed = half()) if (!scoreWithout(missed).passed) return missed;
  }
  const band = policy.markingBandErrors * standardErrorAtCut(blueprint, cutScorePercent);
  const choice = seededChoice(`${integerBelow(random, 1_000_000)}`);
  const some = (fewest: number, most: number) =>
    new Set(choice.shuffle(missable).slice(0, choice.integer(fewest, most)));
  for (let tries = 0; tries < 500; tries += 1) {
    if (knowledge === "prepared") {
      // Sometimes none, sometimes three: if all missed one, whoever misses an item would be the best in everything else.
      const missed = some(0, 3);
      const { passed, scorePercent } = scoreWithout(missed);
      if (passed && scorePercent > cutScorePercent + band) return missed;
    } else {
      const missed = some(3, 7);
      const [full, empty] = [scoreWithout(missed), scoreWithout(new Set([...missed, ...tickets]))];
      if (full.passed && !empty.passed && full.scorePercent <= cutScorePercent + band) return missed;
    }
  }
  return some(1, 1);
}
