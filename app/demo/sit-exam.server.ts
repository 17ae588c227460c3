import { beginAttempt } from "~/certification/begin-attempt.server";
import { handInExam } from "~/eligibility/hand-in-exam.server";
import { currentDeclaration } from "~/examination/declaration";
import { readContents, readForm, readPresentations } from "~/examination/form-queries.server";
import { modelAnswer } from "~/examination/model-answer";
import { keyOf } from "~/examination/present-item";
import { saveAnswer } from "~/examination/save-answer.server";
import type { Db } from "~/platform/database/handle";
import { integerBelow, type Random } from "~/platform/random";
import type { Language } from "~/platform/schema/people-tables";
import { wrongAnswer } from "./wrong-answer";

const secondsAnItem = 90;

/** One whole exam as a candidate sits it: begun, an answer every minute and a half, handed in. Who is prepared misses one item but not the ticket, who is not every other one. */
export async function sitExam(
  db: Db,
  candidate: { readonly personId: string; readonly prepared: boolean; readonly language: Language },
  startsAt: Date,
  random: Random,
): Promise<{ passed: boolean }> {
  const { personId, prepared, language } = candidate;
  const declared = { version: currentDeclaration, language };
  const { attemptId } = await beginAttempt(db, { personId, clientId: "demo", declared }, startsAt, random);
  const form = await readForm(db, attemptId);
  const contents = await readContents(db, form);
  const presentations = await readPresentations(db, form, language);
  // An empty ticket alone would fail its section.
  const missable = form.filter(({ kind }) => kind !== "incident_report");
  const missed = missable[integerBelow(random, missable.length)]?.ordinal;
  let at = startsAt;
  for (const [index, { seed }] of form.entries()) {
    const [content, presentation] = [contents[index], presentations[index]];
    if (!content || !presentation) continue;
    at = new Date(at.getTime() + (secondsAnItem + integerBelow(random, 30)) * 1000);
    const key = keyOf(content, seed);
    const knows = prepared ? index + 1 !== missed : index % 2 === 0;
    const given = knows ? modelAnswer(key) : wrongAnswer(key, presentation);
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
        language,
      },
      at,
    );
  }
  const { passed } = await handInExam(db, { attemptId, by: "candidate" }, new Date(at.getTime() + 30_000), random);
  return { passed };
}
