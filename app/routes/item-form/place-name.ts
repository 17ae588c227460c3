import type { ItemKind } from "~/platform/schema/examination-tables";
import type { messages } from "./messages";

type FormWords = (typeof messages)["en"];

/** What the page calls the lists that several kinds share, and a row of them. */
function sharedLists(kind: ItemKind, words: FormWords) {
  const choices = { list: words.options, row: words.option };
  const prompts = { list: words.prompts, row: words.prompt };
  if (kind === "ordering") return { options: { list: words.entries, row: words.entry }, prompts };
  if (kind !== "incident_report") return { options: choices, prompts };
  return {
    options: { list: words.evidence, row: words.piece },
    prompts: { list: words.fields, row: words.fieldRow },
  };
}

/** What belongs to an exhibit besides its content: each can be missing, and several at once. */
const exhibitParts = (words: FormWords): Readonly<Record<string, string>> => ({
  ...{ kind: words.exhibitKind, command: words.command, unit: words.unit },
  ...{ titleEn: words.inEnglish(words.title), titleDe: words.inGerman(words.title) },
  ...{ altEn: words.inEnglish(words.alt), altDe: words.inGerman(words.alt) },
});

/** What the page of an item of this kind calls the field of this name: "Entry 2", "Exhibit 1 – Title, German", "Explanation, German". */
export function placeName(name: string, kind: ItemKind, words: FormWords): string {
  const [list = "", index, part = ""] = name.split(".");
  const lists: Readonly<Record<string, { list: string; row: (number: number) => string }>> = {
    ...sharedLists(kind, words),
    exhibits: { list: words.exhibits, row: words.exhibit },
    answers: { list: words.answers, row: words.answer },
    requirements: { list: words.requirements, row: words.requirement },
  };
  const known = lists[list];
  if (known && index !== undefined) {
    const row = known.row(Number(index) + 1);
    const named = list === "exhibits" && exhibitParts(words)[part];
    return named ? `${row} – ${named}` : row;
  }
  if (known) return known.list;
  const whole: Readonly<Record<string, string>> = {
    ...{ code: words.code, pool: words.pool, section: words.section, clauses: words.clauses, points: words.points },
    ...{ difficultyGuess: words.difficultyGuess, enemyGroup: words.enemyGroup, sources: words.sources },
    ...{ stemEn: words.inEnglish(words.stem), stemDe: words.inGerman(words.stem) },
    ...{ rationaleEn: words.inEnglish(words.rationale), rationaleDe: words.inGerman(words.rationale) },
  };
  return whole[name] ?? words.question;
}
