import type { Language } from "~/platform/schema/people-tables";
import type { ImageReference } from "../../../images/image-reference";
import { renderStem } from "../../../render-item.server";
import type { WrittenItem } from "../../written-item";
import { type HalfContent, halfOf } from "./halves";
import { identifierOf, imageFile, namespaces, type QtiKind, templates } from "./vocabulary";
import { element as el, isBeyondXml, Markup, xmlDocument } from "./xml";

type Half<Kind extends QtiKind = QtiKind> = Extract<HalfContent, { kind: Kind }>;
type HalfExhibit = HalfContent["exhibits"][number];
type HalfOption = { readonly id: string; readonly text: string; readonly misconception?: string | undefined };

/** Plain text in which backticks set code apart; the last one may be left open. */
const inline = (text: string): Markup[] =>
  text.split("`").map((part, index, parts) => {
    if (index % 2 === 0) return el("span", {}, part);
    return el("code", { "data-open": index === parts.length - 1 ? "true" : undefined }, part);
  });

/** Without spans where there is no code: that is most text. */
const words = (text: string): (Markup | string)[] => (text.includes("`") ? inline(text) : [text]);

function exhibitMarkup(exhibit: HalfExhibit, line: (line: { id: string; text: string }) => Markup): Markup {
  const caption = el("figcaption", {}, exhibit.title);
  switch (exhibit.kind) {
    case "log":
    case "tool_output": {
      const lines = exhibit.lines.flatMap((each, index) => (index === 0 ? [line(each)] : ["\n", line(each)]));
      const command = exhibit.kind === "tool_output" ? exhibit.command : undefined;
      return el("figure", { "data-exhibit": exhibit.kind, "data-command": command }, caption, el("pre", {}, lines));
    }
    case "table":
      return el("figure", { "data-exhibit": "table" }, caption, table(exhibit.columns, exhibit.rows));
    case "chart": {
      const head = [exhibit.axis, ...exhibit.series.map(({ name }) => name)];
      const rows = exhibit.labels.map((label, at) => [
        label,
        ...exhibit.series.map(({ values }) => String(values[at])),
      ]);
      return el("figure", { "data-exhibit": "chart", "data-unit": exhibit.unit }, caption, table(head, rows));
    }
    case "image": {
      const { width, height } = exhibit.image;
      const source = imageFile(exhibit.image as ImageReference);
      return el(
        "figure",
        { "data-exhibit": "image" },
        caption,
        el("img", { src: source, alt: exhibit.alt, width, height }),
      );
    }
  }
}

/** What the words look like, for everybody; and for the portal itself how they were written, as many ways of writing look alike. */
export const stemMarkup = (markdown: string): Markup =>
  el("div", { class: "stem", "data-markdown": markdown }, new Markup(renderStem(markdown)));

const row = (name: "th" | "td", cells: readonly string[]): Markup =>
  el(
    "tr",
    {},
    cells.map((cell) => el(name, {}, cell)),
  );
const table = (head: readonly string[], rows: readonly (readonly string[])[]): Markup =>
  el(
    "table",
    {},
    el("thead", {}, row("th", head)),
    el(
      "tbody",
      {},
      rows.map((cells) => row("td", cells)),
    ),
  );

const plainLine = ({ id, text }: { id: string; text: string }) => el("span", { "data-line": id }, text);

function choices(name: string, options: readonly HalfOption[], attributes: Record<string, string> = {}): Markup[] {
  return options.map(({ id, text, misconception }) =>
    el(
      name,
      { identifier: identifierOf(id), ...attributes },
      words(text),
      misconception === undefined
        ? []
        : el(
            "qti-feedback-inline",
            { "outcome-identifier": "FEEDBACK", identifier: identifierOf(id), "show-hide": "show" },
            misconception,
          ),
    ),
  );
}

const declaration = (identifier: string, cardinality: string, baseType: string, ...children: Markup[]): Markup =>
  el("qti-response-declaration", { identifier, cardinality, "base-type": baseType }, children);
const correct = (values: readonly string[]): Markup =>
  el(
    "qti-correct-response",
    {},
    values.map((value) => el("qti-value", {}, value)),
  );
const mapping = (entries: readonly (readonly [key: string, value: number])[]): Markup =>
  el(
    "qti-mapping",
    { "lower-bound": 0, "default-value": 0 },
    entries.map(([key, value]) => el("qti-map-entry", { "map-key": key, "mapped-value": Number(value.toFixed(4)) })),
  );
const template = (address: string): Markup => el("qti-response-processing", { template: address });

interface Interaction {
  readonly declarations: readonly Markup[];
  readonly body: readonly Markup[];
  readonly processing: Markup;
}

const response = { "response-identifier": "RESPONSE" };

function choiceInteraction(content: Half<"single_choice" | "multiple_choice">, points: number): Interaction {
  const key = content.key.optionIds;
  const several = content.kind === "multiple_choice";
  const wrong = content.options.length - key.length;
  const value = (id: string) => (several ? (key.includes(id) ? points / key.length : -points / wrong) : points);
  const ordered = [...key, ...content.options.map(({ id }) => id).filter((id) => several && !key.includes(id))];
  const mapped = mapping(ordered.map((id) => [identifierOf(id), value(id)]));
  const right = correct(key.slice(0, several ? key.length : 1).map(identifierOf));
  const body = el(
    "qti-choice-interaction",
    { ...response, "max-choices": several ? 0 : 1, shuffle: "true" },
    choices("qti-simple-choice", content.options),
  );
  const cardinality = several ? "multiple" : "single";
  return {
    declarations: [declaration("RESPONSE", cardinality, "identifier", right, mapped)],
    body: [body],
    processing: template(templates.map),
  };
}

function orderInteraction({ entries, key }: Half<"ordering">): Interaction {
  return {
    declarations: [declaration("RESPONSE", "ordered", "identifier", correct(key.entryIds.map(identifierOf)))],
    body: [el("qti-order-interaction", { ...response, shuffle: "true" }, choices("qti-simple-choice", entries))],
    processing: template(templates.match),
  };
}

function matchInteraction({ prompts, options, key }: Half<"matching">, points: number): Interaction {
  const pairs = prompts.map(({ id }) => `${identifierOf(id)} ${identifierOf(key.pairs[id] ?? "")}`);
  const mapped = mapping(pairs.map((pair) => [pair, points / pairs.length]));
  const set = (from: readonly HalfOption[], most: string) =>
    el("qti-simple-match-set", {}, choices("qti-simple-associable-choice", from, { "match-max": most }));
  return {
    declarations: [declaration("RESPONSE", "multiple", "directedPair", correct(pairs), mapped)],
    body: [el("qti-match-interaction", { ...response, "max-associations": 0 }, set(prompts, "1"), set(options, "0"))],
    processing: template(templates.map),
  };
}

function numberInteraction({ units, key }: Half<"numeric">, points: number): Interaction {
  const unitId = (unit: string) => `UNIT${units.indexOf(unit) + 1}`;
  const base = (type: string, value: string) => el("qti-base-value", { "base-type": type }, value);
  const variable = (identifier: string) => el("qti-variable", { identifier });
  const conditions = key.answers.map(({ unit, value, tolerance }, index) =>
    el(
      index === 0 ? "qti-response-if" : "qti-response-else-if",
      {},
      el(
        "qti-and",
        {},
        el("qti-match", {}, variable("UNIT"), base("identifier", unitId(unit))),
        el(
          "qti-equal",
          { "tolerance-mode": "absolute", tolerance: `${tolerance} ${tolerance}` },
          variable("RESPONSE"),
          base("float", String(value)),
        ),
      ),
      el("qti-set-outcome-value", { identifier: "SCORE" }, base("float", String(points))),
    ),
  );
  const offered = units.map((unit) => el("qti-inline-choice", { identifier: unitId(unit) }, unit));
  const first = key.answers[0];
  return {
    declarations: [
      declaration("RESPONSE", "single", "float", correct(first ? [String(first.value)] : [])),
      declaration("UNIT", "single", "identifier", correct(first ? [unitId(first.unit)] : [])),
    ],
    body: [
      el(
        "p",
        {},
        el("qti-text-entry-interaction", response),
        el("qti-inline-choice-interaction", { "response-identifier": "UNIT", shuffle: "false" }, offered),
      ),
    ],
    processing: el("qti-response-processing", {}, el("qti-response-condition", {}, conditions)),
  };
}

function evidenceInteraction({ exhibits, key }: Half<"mark_evidence">, points: number): Interaction {
  const line = ({ id, text }: { id: string; text: string }) =>
    el(
      "qti-hottext",
      { identifier: identifierOf(id), "data-neutral": key.neutralLineIds.includes(id) ? "true" : undefined },
      text,
    );
  const ids = exhibits.flatMap((exhibit) => ("lines" in exhibit ? exhibit.lines.map(({ id }) => id) : []));
  const wrong = ids.filter((id) => !key.lineIds.includes(id) && !key.neutralLineIds.includes(id));
  const right = key.lineIds.map((id) => [identifierOf(id), points / key.lineIds.length] as const);
  const mapped = mapping([...right, ...wrong.map((id) => [identifierOf(id), -points / wrong.length] as const)]);
  return {
    declarations: [declaration("RESPONSE", "multiple", "identifier", correct(key.lineIds.map(identifierOf)), mapped)],
    body: [
      el(
        "qti-hottext-interaction",
        { ...response, "max-choices": 0 },
        exhibits.map((exhibit) => exhibitMarkup(exhibit, line)),
      ),
    ],
    processing: template(templates.map),
  };
}

function interactionOf(content: Half, points: number): Interaction {
  switch (content.kind) {
    case "single_choice":
    case "multiple_choice":
      return choiceInteraction(content, points);
    case "numeric":
      return numberInteraction(content, points);
    case "ordering":
      return orderInteraction(content);
    case "matching":
      return matchInteraction(content, points);
    case "mark_evidence":
      return evidenceInteraction(content, points);
  }
}

const outcome = (identifier: string, more: Record<string, string | number>): Markup =>
  el("qti-outcome-declaration", { identifier, cardinality: "single", ...more });

/** Why the item cannot stand in a package; null where it can. */
export function leftOutOf({ content, ...head }: WrittenItem): "generated" | "ticket" | "signs" | null {
  if ("generator" in content) return "generated";
  if (content.kind === "incident_report") return "ticket";
  return textsIn([head, content]).some(isBeyondXml) ? "signs" : null;
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** One language of an item as a QTI 3.0 assessment item. Throws for a kind that QTI does not know. */
export function renderQtiItem({ code, points, content }: WrittenItem, language: Language): string {
  if ("generator" in content || content.kind === "incident_report") throw new Error(`QTI does not know ${code}`);
  const half = halfOf(content, language) as Half;
  const { declarations, body, processing } = interactionOf(half, points);
  const exhibits = half.kind === "mark_evidence" ? [] : half.exhibits.map((each) => exhibitMarkup(each, plainLine));
  return xmlDocument(
    el(
      "qti-assessment-item",
      {
        xmlns: namespaces.item,
        identifier: identifierOf(code),
        title: code,
        "xml:lang": language,
        adaptive: "false",
        "time-dependent": "false",
      },
      [...declarations],
      outcome("SCORE", { "base-type": "float", "normal-maximum": points }),
      outcome("FEEDBACK", { "base-type": "identifier" }),
      el(
        "qti-item-body",
        {},
        stemMarkup(half.stem),
        exhibits,
        [...body],
        el(
          "qti-rubric-block",
          { use: "scoring", view: "author scorer" },
          el("qti-content-body", {}, el("p", {}, words(half.rationale))),
        ),
      ),
      processing,
    ),
  );
}
