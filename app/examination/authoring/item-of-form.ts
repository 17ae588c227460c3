import { opaqueId } from "../generators/generated-text";
import { isGeneratorCode, knownParameters } from "../generators/known-parameters";
import type { ItemContent } from "../item";
import type { Phrase } from "../item-content";
import { type KnownImages, numberOf, phraseOf, readExhibit } from "./exhibit-text";
import { type ItemForm, isBlankRow, type OptionRow, type PromptRow } from "./item-form";
import { numbersTyped, placeTyped } from "./row-numbers";

interface ReadOption {
  readonly id: string;
  readonly text: Phrase;
  readonly misconception?: { en: string; de: string };
}

interface ReadRows {
  /** Null where a row is blank. */
  readonly byPlace: readonly (ReadOption | null)[];
  /** What is left of them. */
  readonly read: readonly ReadOption[];
  /** The id of the row with this number on the page; where there is none, what no id can be, so that the item's rules refuse it. */
  readonly idAt: (typed: string) => string;
}

/** A row keeps its id; a new one gets the id that follows from its words, unless other words have it already. */
function readRows(rows: readonly (OptionRow | PromptRow)[]): ReadRows {
  const taken = new Set(rows.map(({ id }) => id));
  const byPlace = rows.map((row) => {
    if (isBlankRow(row)) return null;
    const text = phraseOf(row.en.trim(), row.de.trim());
    const id = row.id || freeId(opaqueId(text), taken);
    const [en, de] = "misconceptionEn" in row ? [row.misconceptionEn.trim(), row.misconceptionDe.trim()] : ["", ""];
    return { id, text, ...((en !== "" || de !== "") && { misconception: { en, de } }) };
  });
  const idAt = (typed: string): string => {
    const place = placeTyped(rows, typed);
    return (typeof place === "number" && byPlace[place]?.id) || "";
  };
  return { byPlace, read: byPlace.flatMap((row) => row ?? []), idAt };
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  while (taken.has(id)) id = `${id}x`;
  return id;
}

/** Lines that stay keep their ids, in their order; the others get new ones, in no way told apart. */
function lineIdsLike(
  base: ItemContent | null,
  exhibit: number,
  taken: Set<string>,
): (texts: readonly string[]) => string[] {
  const known = base && "exhibits" in base ? base.exhibits[exhibit] : undefined;
  const lines = known && "lines" in known ? [...known.lines] : [];
  const prefix = String.fromCharCode(97 + exhibit);
  return (texts) => {
    const kept = texts.map((text) => {
      const at = lines.findIndex((line) => line.text === text);
      return at < 0 ? undefined : lines.splice(at, 1)[0]?.id;
    });
    let next = 1;
    return kept.map((id) => {
      if (id !== undefined) return id;
      while (taken.has(`${prefix}${next}`)) next += 1;
      taken.add(`${prefix}${next}`);
      return `${prefix}${next}`;
    });
  };
}

const allLineIds = (base: ItemContent | null): string[] =>
  base && "exhibits" in base
    ? base.exhibits.flatMap((exhibit) => ("lines" in exhibit ? exhibit.lines.map(({ id }) => id) : []))
    : [];

function readExhibits({ exhibits, kind }: ItemForm, base: ItemContent | null, images: KnownImages) {
  const taken = new Set(allLineIds(base));
  const marked = kind === "mark_evidence";
  return exhibits.flatMap((row, index) =>
    isBlankRow(row) ? [] : readExhibit(row, { marked, lineIds: lineIdsLike(base, index, taken), images }),
  );
}

function answerOf(form: ItemForm): Record<string, unknown> {
  const [options, prompts] = [readRows(form.options), readRows(form.prompts)];
  const answers = form.answers.filter((row) => !isBlankRow(row));
  switch (form.kind) {
    case "single_choice":
    case "multiple_choice":
      return {
        options: options.read,
        key: {
          optionIds: options.byPlace.flatMap((row, at) => (row && form.options[at]?.right === "on" ? row.id : [])),
        },
      };
    case "numeric":
      return {
        units: answers.map(({ unit }) => unit.trim()),
        key: {
          answers: answers
            .filter(({ value, tolerance }) => (value + tolerance).trim() !== "")
            .map(({ unit, value, tolerance }) => ({
              unit: unit.trim(),
              value: numberOf(value),
              tolerance: tolerance.trim() === "" ? 0 : numberOf(tolerance),
            })),
        },
      };
    case "ordering":
      return { entries: options.read, key: { entryIds: options.read.map(({ id }) => id) } };
    case "matching":
      return {
        prompts: prompts.read,
        options: options.read,
        key: {
          pairs: Object.fromEntries(
            prompts.byPlace.flatMap((row, at) => (row ? [[row.id, options.idAt(form.prompts[at]?.match ?? "")]] : [])),
          ),
        },
      };
    case "mark_evidence":
      return {};
    case "incident_report": {
      const requirements = form.requirements.flatMap((row) => {
        if (isBlankRow(row)) return [];
        const label = { en: row.labelEn.trim(), de: row.labelDe.trim() };
        const evidenceIds = numbersTyped(row.evidence).map(options.idAt);
        const { id, clause, field } = row;
        return { id: id || opaqueId(label), clause, label, fieldId: prompts.idAt(field), evidenceIds };
      });
      return { fields: prompts.read, evidence: options.read, key: { requirements } };
    }
  }
}

function contentOf(form: ItemForm, base: ItemContent | null, images: KnownImages): Record<string, unknown> {
  const read = readExhibits(form, base, images);
  const evidence = {
    key: { lineIds: read.flatMap(({ proof }) => proof), neutralLineIds: read.flatMap(({ neutral }) => neutral) },
  };
  return {
    kind: form.kind,
    stem: { en: form.stemEn.trim(), de: form.stemDe.trim() },
    exhibits: read.map(({ exhibit }) => exhibit),
    rationale: { en: form.rationaleEn.trim(), de: form.rationaleDe.trim() },
    ...answerOf(form),
    ...(form.kind === "mark_evidence" && evidence),
  };
}

/** Only what the generator knows; a parameter for which nothing is chosen is missing, or an empty list. */
function parametersOf({ generator, parameters }: ItemForm): Record<string, unknown> {
  if (!isGeneratorCode(generator)) return {};
  return Object.fromEntries(
    knownParameters(generator).map(({ name, isList }) => {
      const given = Object.hasOwn(parameters, name) ? (parameters[name] ?? []) : [];
      return [name, isList ? given : given[0]];
    }),
  );
}

/**
 * What the form says, for `writtenItemSchema` to judge. `base` is the version it was opened on: lines that stay keep their ids. `images` are those that the form names. A generated
 * item changes its parameters only.
 */
export function itemOfForm(form: ItemForm, base: ItemContent | null, images: KnownImages): Record<string, unknown> {
  const content =
    form.generator === ""
      ? contentOf(form, base, images)
      : { kind: form.kind, generator: form.generator, parameters: parametersOf(form) };
  return {
    code: form.code.trim(),
    pool: form.pool,
    section: form.section,
    clauses: form.clauses,
    points: numberOf(form.points),
    difficultyGuess: form.difficultyGuess.trim() === "" ? null : numberOf(form.difficultyGuess),
    enemyGroup: form.enemyGroup.trim() || null,
    sources: form.sources.split("\n").flatMap((line) => line.trim() || []),
    content,
  };
}
