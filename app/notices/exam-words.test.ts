import { describe, expect, it } from "vitest";
import type { NotPassedFacts } from "./exam-facts";
import { examGerman } from "./exam-words-de";
import { examEnglish } from "./exam-words-en";

const facts: NotPassedFacts = {
  audience: "holder",
  personId: "p",
  personName: "Renate Roth",
  organisationId: "o",
  organisationName: "Nordlicht Systems",
  programmeTitleEn: "Second-level administrator",
  programmeTitleDe: "Second-Level-Administrator",
  attemptId: "a",
  scorePercent: 72.81,
  cutScorePercent: 70,
  nextAttemptOn: "2027-03-11",
  nextAttempt: { at: "2027-03-11T14:30:00.000Z", timeZone: "Europe/Berlin" },
};
const missedSections = { en: "Network, Storage", de: "Netzwerk, Storage" };

describe.each([
  [
    "English",
    examEnglish,
    "every section reached its own minimum",
    ["Minimum missed in", "Network, Storage"],
    "at once",
  ],
  [
    "German",
    examGerman,
    "jeder Abschnitt hat seinen Mindestwert",
    ["Mindestwert verfehlt in", "Netzwerk, Storage"],
    "sofort",
  ],
] as const)("the mail about an exam that was not passed, in %s", (_language, words, enough, row, atOnce) => {
  it("says why a score that would be enough was not, and where", () => {
    const { lead, details } = words.exam_not_passed({ ...facts, missedSections });
    expect(lead).toContain(enough);
    expect(details).toContainEqual(row);
  });

  it("does not say so of a score that is too low, but where", () => {
    const { lead, details } = words.exam_not_passed({ ...facts, scorePercent: 50, missedSections });
    expect(lead).not.toContain(enough);
    expect(details).toContainEqual(row);
  });

  it("names no section where every minimum was reached", () => {
    expect(words.exam_not_passed({ ...facts, scorePercent: 69.99 }).details).toHaveLength(2);
  });

  it("says when the exam can be sat again, or that it can be at once", () => {
    expect(words.exam_not_passed(facts).consequence).toMatch(/11.*2027/);
    expect(words.exam_not_passed({ ...facts, nextAttemptAtOnce: true }).consequence).toContain(atOnce);
  });
});

const changed = {
  ...facts,
  passed: true,
  takenBack: false,
  scoreBefore: 71.5,
  scorePercent: 73.25,
  cutScorePercent: 70,
};

it.each([
  ["en", examEnglish, ["71.5%", "73.25%"], "You have passed, as before.", "is kept", "taken back"],
  ["de", examGerman, ["71,5 %", "73,25 %"], "Sie haben weiterhin bestanden.", "bleibt bestanden", "zurückgenommen"],
] as const)(
  "a changed score is told with the one before, and that the outcome stays (%s)",
  (_, words, scores, passed, kept, back) => {
    const { lead, details } = words.exam_score_changed(changed);
    expect(details?.slice(0, 2).map(([, value]) => value)).toEqual(scores);
    expect(lead).toContain(passed);
    expect(lead).not.toContain(kept);
    expect(words.exam_score_changed({ ...changed, scorePercent: 68 }).lead).toContain(kept);
    const failed = words.exam_score_changed({ ...changed, passed: false, takenBack: true });
    expect(failed.lead).not.toContain(passed);
    expect(failed.lead).toContain(back);
  },
);
