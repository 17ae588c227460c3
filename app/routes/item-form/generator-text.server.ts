import { itemFault } from "~/components/item-bank/item-fault";
import type { Language } from "~/components/messages";
import { blankForm, type ItemForm } from "~/examination/authoring/item-form";
import { type GeneratorCode, generatorCodes, generators } from "~/examination/generators/all-generators";
import { generatorName } from "~/examination/generators/generator-names";
import {
  isGeneratorCode,
  type KnownParameter,
  knownParameters,
  parameterFaults,
} from "~/examination/generators/known-parameters";
import type { ItemKind } from "~/platform/schema/examination-tables";
import { generatorMessages } from "./generator-messages";

/** What the page says of the generator of an item. */
export interface GeneratorText {
  /** Backticks set code apart, here and below. */
  readonly intro: string;
  /** Its parameters, a line each. */
  readonly parameters: readonly string[];
  /** What stands at the field that chooses the example. */
  readonly example: string;
  readonly exampleHint: string;
}

/** What a new item can be made by, with the words around it: they need not be carried by the page of every item. */
export interface GeneratorChoice {
  readonly title: string;
  readonly hint: string;
  readonly generators: readonly { readonly code: GeneratorCode; readonly kind: ItemKind; readonly name: string }[];
}

export function generatorChoice(language: Language): GeneratorChoice {
  const { chooseTitle: title, chooseHint: hint } = generatorMessages[language];
  const named = generatorCodes.map((code) => ({
    code,
    kind: generators[code].kind,
    name: generatorName(code, language),
  }));
  return {
    title,
    hint,
    generators: named.sort((one, other) => one.name.localeCompare(other.name, language)),
  };
}

/** The form of a new item of this generator: with everything that it can be told, to be cut down. */
export function formOfGenerator(code: GeneratorCode): ItemForm {
  const given = knownParameters(code).map(({ name, isList, values }) => [name, isList ? values : values[0]]);
  const parameters = JSON.stringify(Object.fromEntries(given), null, 2);
  return { ...blankForm(generators[code].kind), generator: code, parameters };
}

/** `mark` stands around each value: backticks where the words are shown with code set apart. */
function takes({ isList, values }: KnownParameter, language: Language, mark: "`" | "" = ""): string {
  const words = generatorMessages[language];
  const quoted = values.map((value) => mark + JSON.stringify(value) + mark).join(", ");
  return isList ? words.listOf(quoted) : words.oneOf(quoted);
}

/** Null for an item that is written out. */
export function generatorText(code: string, language: Language): GeneratorText | null {
  if (!isGeneratorCode(code)) return null;
  const words = generatorMessages[language];
  const known = knownParameters(code).map((parameter) => `\`${parameter.name}\`: ${takes(parameter, language, "`")}`);
  const parameters = known.length > 0 ? [...known, words.needed] : [words.none];
  const { example, exampleHint } = words;
  return { intro: words.generated(generatorName(code, language), code), parameters, example, exampleHint };
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
