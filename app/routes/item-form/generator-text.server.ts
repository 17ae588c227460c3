import { fieldFault } from "~/components/field-fault";
import type { Language } from "~/components/messages";
import { blankForm, type ItemForm, parameterField } from "~/examination/authoring/item-form";
import { type GeneratorCode, generatorCodes, generators } from "~/examination/generators/all-generators";
import { generatorName } from "~/examination/generators/generator-names";
import { isGeneratorCode, type KnownParameter, knownParameters } from "~/examination/generators/known-parameters";
import { parameterNames } from "~/examination/generators/parameter-names";
import type { ItemKind } from "~/platform/schema/examination-tables";
import { generatorMessages } from "./generator-messages";

/** A parameter as the form asks for it. */
export interface ParameterText {
  readonly name: string;
  readonly label: string;
  /** Any of the choices, at least one; otherwise one of them. */
  readonly isList: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** What the page says of the generator of an item. */
export interface GeneratorText {
  /** Backticks set code apart. */
  readonly intro: string;
  readonly parameters: readonly ParameterText[];
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
  const given = knownParameters(code).map(({ name, isList, values }) => [name, isList ? values : values.slice(0, 1)]);
  return { ...blankForm(generators[code].kind), generator: code, parameters: Object.fromEntries(given) };
}

function parameterText(
  code: GeneratorCode,
  { name, isList, values }: KnownParameter,
  language: Language,
): ParameterText {
  const names = parameterNames[code][name];
  const choices = values.map((value) => ({ value, label: names?.values[value]?.[language] ?? value }));
  return { name, label: names?.label[language] ?? name, isList, choices };
}

/** Null for an item that is written out. */
export function generatorText(code: string, language: Language): GeneratorText | null {
  if (!isGeneratorCode(code)) return null;
  const words = generatorMessages[language];
  const known = knownParameters(code);
  const { example, exampleHint } = words;
  const intro = words.generated(generatorName(code, language), code, known.length > 0);
  return { intro, parameters: known.map((each) => parameterText(code, each, language)), example, exampleHint };
}

const parameterOf = ({ generator }: ItemForm, field: string, language: Language): ParameterText | undefined =>
  generatorText(generator, language)?.parameters.find(({ name }) => parameterField(name) === field);

/** What the page calls the field of a parameter; null for any other field. */
export const parameterPlace = (form: ItemForm, field: string, language: Language): string | null =>
  parameterOf(form, field, language)?.label ?? null;

/** What is wrong with what was chosen for a parameter, in words; null for any other field. */
export function parameterFault(form: ItemForm, field: string, language: Language): string | null {
  const parameter = parameterOf(form, field, language);
  if (!parameter) return null;
  const words = generatorMessages[language];
  const given = form.parameters[parameter.name] ?? [];
  const isOffered = given.every((each) => parameter.choices.some(({ value }) => value === each));
  if (!isOffered) return fieldFault("not_one_of", language);
  return parameter.isList ? words.chooseSome : words.chooseOne;
}
