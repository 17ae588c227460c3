import { secondLevelAdministrator } from "~/examination/blueprint";
import { clauseTags } from "~/examination/clause-tags";
import type { Bank } from "~/examination/publish-bank.server";

const text = (words: string) => ({ en: words, de: words });

/** Places in a form, and how many right answers pass: two of three are 66.66 per cent. */
export const examPlaces = 3;
export const rightAnswersToPass = 2;
export const right = "yes";
export const wrong = "no";

/** A bank in which an exam is three questions: the simulation is about dates, counts and notices, and sits thousands of exams. */
export const smallBank: Bank = {
  programme: {
    ...secondLevelAdministrator,
    cutScorePercent: 60,
    blueprint: { sections: [{ section: "reporting", items: examPlaces, weight: 100 }] },
  },
  items: Array.from({ length: 2 * examPlaces }, (_, index) => ({
    code: `simulated-${index + 1}`,
    pool: "certification",
    section: "reporting",
    clauses: clauseTags,
    points: 1,
    difficultyGuess: 50,
    content: {
      kind: "single_choice",
      stem: text(`Question ${index + 1}`),
      exhibits: [],
      rationale: text("It is so."),
      options: [
        { id: right, text: text("Yes") },
        { id: wrong, text: text("No") },
      ],
      key: { optionIds: [right] },
    },
  })),
};
