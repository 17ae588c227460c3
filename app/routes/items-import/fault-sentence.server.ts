import { fieldFault } from "~/components/field-fault";
import { itemFault } from "~/components/item-bank/item-fault";
import type { Language } from "~/components/messages";
import { faultMessages } from "./fault-messages";
import type { ShownProblem } from "./shown-faults.server";

/** What is wrong, in the reader's language; a parser's own English words are quoted as such. */
export function faultSentence(problem: ShownProblem, language: Language): string {
  const words = faultMessages[language];
  switch (problem.kind) {
    case "syntax":
      return problem.cause ? words.syntax[problem.cause] : words.parserSays(problem.message);
    case "image":
      return fieldFault(problem.fault, language);
    case "field":
      return itemFault(problem.code, language);
    case "not_one_of":
      return words.notOneOf(problem.values.join(", "));
    case "halves_differ":
      return words.halvesDiffer(problem.name, problem.en, problem.de);
    case "unsupported":
    case "file_missing":
    case "element_missing":
    case "key_unknown":
    case "key_differs":
    case "facts_missing":
    case "half_missing":
    case "language_unknown":
    case "id_repeated":
    case "id_unknown":
    case "id_unanswered":
    case "evidence_in_two_fields":
      return words.named[problem.kind](problem.name);
    default:
      return words.problems[problem.kind];
  }
}
