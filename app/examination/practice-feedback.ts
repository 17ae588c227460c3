/** What practice says after an answer: point by point what was right, what was missed, and what it may have been mistaken for, and why. */
import { assertNever } from "~/kernel/assert-never";
import type { Language } from "~/platform/schema/people-tables";
import { contentFor, type ItemContent } from "./item";
import type { ContentOption, FixedContent, Phrase } from "./item-content";
import { presentItem } from "./present-item";
import type { ItemPresentation } from "./presentation";
import type { ItemResponse } from "./response";
import { writtenNumber, writtenTolerance, writtenValue } from "./written-number";

/**
 * `hit`: right, and given. `missed`: right, not given. `wrong`: given, not right. `left`: neither right nor given. `open`: nothing was given where one
 * answer was asked for. `neutral`: given, counts neither way.
 */
type PointState = "hit" | "missed" | "wrong" | "left" | "open" | "neutral";

export interface FeedbackPoint {
  /** What is judged; null where that is an answer and none was given. */
  readonly text: string | null;
  readonly state: PointState;
  /** What belongs to it: the match, the place, the piece of the ticket. */
  readonly right: string | null;
  /** What was given instead. */
  readonly given: string | null;
  /** What the choice stands for when it is wrong. */
  readonly note: string | null;
}

export interface ItemFeedback {
  readonly points: number;
  readonly maxPoints: number;
  readonly rationale: string;
  readonly details: readonly FeedbackPoint[];
}

type ContentOf<Kind> = Extract<FixedContent, { kind: Kind }>;
type ResponseOf<Kind> = Extract<ItemResponse, { kind: Kind }>;

const detail = (text: string | null, state: PointState, more: Partial<FeedbackPoint> = {}): FeedbackPoint => ({
  text,
  state,
  right: null,
  given: null,
  note: null,
  ...more,
});

const stateOf = (right: boolean, given: boolean): PointState | null =>
  right ? (given ? "hit" : "missed") : given ? "wrong" : null;

class Speaker {
  constructor(private readonly language: Language) {}

  say = (phrase: Phrase): string => (typeof phrase === "string" ? phrase : phrase[this.language]);

  textOf = (options: readonly ContentOption[], id: string | undefined): string | null => {
    const found = options.find((option) => option.id === id);
    return found ? this.say(found.text) : null;
  };

  /** Every option, so that they can be compared. */
  choice(options: readonly ContentOption[], right: readonly string[], given: readonly string[]): FeedbackPoint[] {
    return options.map(({ id, text, misconception }) => {
      const state = stateOf(right.includes(id), given.includes(id)) ?? "left";
      const note = misconception && state === "wrong" ? this.say(misconception) : null;
      return detail(this.say(text), state, { note });
    });
  }

  /** The sign stands beside what was entered, never beside the right number. */
  numeric({ key }: ContentOf<"numeric">, { value, unit }: ResponseOf<"numeric">, hit: boolean): FeedbackPoint[] {
    const given = value === null ? null : `${writtenNumber(value, this.language)} ${unit ?? ""}`.trim();
    const own = key.answers.find((answer) => answer.unit === unit) ?? key.answers[0];
    if (!own) return [];
    const exact = `${writtenValue(own.value, own.tolerance, this.language)} ${own.unit}`;
    const right =
      own.tolerance > 0 ? `${exact} (± ${writtenTolerance(own.tolerance, this.language)} ${own.unit})` : exact;
    return [detail(given, hit ? "hit" : given === null ? "open" : "wrong", { right })];
  }

  ordering({ entries, key }: ContentOf<"ordering">, { entryIds }: ResponseOf<"ordering">): FeedbackPoint[] {
    return key.entryIds.map((id, place) => {
      const own = entryIds.indexOf(id);
      const state = own === place ? "hit" : own < 0 ? "open" : "wrong";
      const given = state === "wrong" ? String(own + 1) : null;
      return detail(this.textOf(entries, id) ?? id, state, { right: String(place + 1), given });
    });
  }

  matching({ prompts, options, key }: ContentOf<"matching">, { pairs }: ResponseOf<"matching">): FeedbackPoint[] {
    return prompts.map(({ id, text }) => {
      const given = Object.hasOwn(pairs, id) ? pairs[id] : undefined;
      const state = given === key.pairs[id] ? "hit" : given === undefined ? "open" : "wrong";
      return detail(this.say(text), state, {
        right: this.textOf(options, key.pairs[id]),
        given: state === "wrong" ? this.textOf(options, given) : null,
      });
    });
  }

  evidence({ exhibits, key }: ContentOf<"mark_evidence">, { lineIds }: ResponseOf<"mark_evidence">): FeedbackPoint[] {
    const lines = exhibits.flatMap((exhibit) => ("lines" in exhibit ? exhibit.lines : []));
    return lines.flatMap(({ id, text }) => {
      const neutral = key.neutralLineIds.includes(id) && lineIds.includes(id);
      const state = neutral ? "neutral" : stateOf(key.lineIds.includes(id), lineIds.includes(id));
      return state ? [detail(text, state)] : [];
    });
  }

  report(content: ContentOf<"incident_report">, { placements }: ResponseOf<"incident_report">): FeedbackPoint[] {
    const { fields, evidence, key } = content;
    const asked = key.requirements.map(({ label, fieldId, evidenceIds }) => {
      const met = evidenceIds.some((id) => placements[id] === fieldId);
      const elsewhere = evidenceIds.map((id) => placements[id]).find((field) => field !== undefined);
      const pieces = evidenceIds.flatMap((id) => this.textOf(evidence, id) ?? []).join(" / ");
      return detail(`${this.say(label)}: ${pieces}`, met ? "hit" : elsewhere ? "wrong" : "missed", {
        right: met ? null : this.textOf(fields, fieldId),
        given: met ? null : this.textOf(fields, elsewhere),
      });
    });
    const useful = new Set(key.requirements.flatMap(({ evidenceIds }) => evidenceIds));
    const misplaced = evidence.filter(({ id }) => !useful.has(id) && Object.hasOwn(placements, id));
    return [
      ...asked,
      ...misplaced.map(({ id, text, misconception }) =>
        detail(this.say(text), "wrong", {
          given: this.textOf(fields, placements[id]),
          note: misconception ? this.say(misconception) : null,
        }),
      ),
    ];
  }
}

/** In the order in which they were shown. */
function asShown(options: readonly ContentOption[], shown: ItemPresentation): readonly ContentOption[] {
  if (!("options" in shown)) return options;
  const placeOf = ({ id }: ContentOption) => shown.options.findIndex((option) => option.id === id);
  return [...options].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Nothing given reads as an empty answer of the item's own kind. */
function details(
  item: FixedContent,
  shown: ItemPresentation,
  response: ItemResponse | null,
  speaker: Speaker,
  hit: boolean,
): FeedbackPoint[] {
  const given = response?.kind === item.kind ? response : null;
  switch (item.kind) {
    case "single_choice": {
      const chosen = given?.kind === "single_choice" && given.optionId !== null ? [given.optionId] : [];
      return speaker.choice(asShown(item.options, shown), item.key.optionIds, chosen);
    }
    case "multiple_choice": {
      const chosen = given?.kind === item.kind ? given.optionIds : [];
      return speaker.choice(asShown(item.options, shown), item.key.optionIds, chosen);
    }
    case "numeric":
      return speaker.numeric(
        item,
        given?.kind === item.kind ? given : { kind: "numeric", value: null, unit: null },
        hit,
      );
    case "ordering":
      return speaker.ordering(item, given?.kind === item.kind ? given : { kind: "ordering", entryIds: [] });
    case "matching":
      return speaker.matching(item, given?.kind === item.kind ? given : { kind: "matching", pairs: {} });
    case "mark_evidence":
      return speaker.evidence(item, given?.kind === item.kind ? given : { kind: "mark_evidence", lineIds: [] });
    case "incident_report":
      return speaker.report(item, given?.kind === item.kind ? given : { kind: "incident_report", placements: {} });
    default:
      return assertNever(item);
  }
}

/** For whoever has answered, and nobody else: it holds the key. `points` are those that the answer earned. */
export function feedbackOn(answered: {
  readonly content: ItemContent;
  readonly seed: string;
  readonly response: ItemResponse | null;
  readonly points: number;
  readonly maxPoints: number;
  readonly language: Language;
}): ItemFeedback {
  const { content, seed, response, points, maxPoints, language } = answered;
  const item = contentFor(content, seed);
  const shown = presentItem(content, seed, language);
  return {
    points,
    maxPoints,
    rationale: item.rationale[language],
    details: details(item, shown, response, new Speaker(language), points === maxPoints),
  };
}
