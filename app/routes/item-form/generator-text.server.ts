import { itemFault } from "~/components/item-bank/item-fault";
import type { Language } from "~/components/messages";
import type { ItemForm } from "~/examination/authoring/item-form";
import { generatorName } from "~/examination/generators/generator-names";
import {
  isGeneratorCode,
  type KnownParameter,
  knownParameters,
  parameterFaults,
} from "~/examination/generators/known-parameters";
import { generatorMessages } from "./generator-messages";

/** What the page says of the generator of an item. */
export interface GeneratorText {
  readonly intro: string;
  /** Its parameters, a line each. */
  readonly parameters: readonly string[];
}

function takes({ isList, values }: KnownParameter, language: Language): string {
  const words = generatorMessages[language];
  const quoted = values.map((value) => JSON.stringify(value)).join(", ");
  return isList ? words.listOf(quoted) : words.oneOf(quoted);
}

/** Null for an item that is written out. */
export function generatorText(code: string, language: Language): GeneratorText | null {
  if (!isGeneratorCode(code)) return null;
  const words = generatorMessages[language];
  const known = knownParameters(code).map((parameter) => `${parameter.name}: ${takes(parameter, language)}`);
  const parameters = known.length > 0 ? [...known, words.needed] : [words.none];
  return { intro: words.generated(generatorName(code, language), code), parameters };
}

/** Which of the parameters is wrong and why, in words; null where the generator takes them. */
export function parametersFault({ generator, parameters }: ItemForm, language: Language): string | null {
  if (!isGeneratorCode(generator)) return null;
  const words = generatorMessages[language];
  let given: unknown;
  try {
    given = JSON.parse(parameters);
  } catch {
    return itemFault("not_json", language);
  }
  const sentences = parameterFaults(generator, given).map((found) => {
    if (found.fault === "no_object") return words.no_object;
    if (found.fault === "unknown") return words.unknown(found.name);
    return words[found.fault](found.parameter.name, takes(found.parameter, language));
  });
  return sentences.join(" ") || null;
}
