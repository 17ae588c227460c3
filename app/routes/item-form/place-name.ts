import type { messages } from "./messages";

type FormWords = (typeof messages)["en"];

/** What people call the field of this name: "Choice 2", "Explanation, German". */
export function placeName(name: string, words: FormWords): string {
  const [list = "", index] = name.split(".");
  const rows: Readonly<Record<string, (number: number) => string>> = {
    exhibits: words.exhibit,
    options: words.option,
    prompts: words.prompt,
    answers: words.answer,
    requirements: words.requirement,
  };
  const row = rows[list];
  if (row && index !== undefined) return row(Number(index) + 1);
  const whole: Readonly<Record<string, string>> = {
    ...{ code: words.code, pool: words.pool, section: words.section, clauses: words.clauses, points: words.points },
    ...{ difficultyGuess: words.difficultyGuess, enemyGroup: words.enemyGroup, sources: words.sources },
    ...{ stemEn: words.inEnglish(words.stem), stemDe: words.inGerman(words.stem) },
    ...{ rationaleEn: words.inEnglish(words.rationale), rationaleDe: words.inGerman(words.rationale) },
    ...{ exhibits: words.exhibits, options: words.options, prompts: words.prompts, answers: words.answers },
    ...{ requirements: words.requirements, parameters: words.parameters },
  };
  return whole[name] ?? words.question;
}
