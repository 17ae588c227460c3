/**
 * What is done about an item that turned out to be faulty (domain rules §6): accept another answer beside the key, put it in the key's
 * place, give everybody full marks, or leave the item out.
 */
import type { ItemKind } from "~/platform/schema/examination-tables";
import { gradeItem } from "../grade-item";
import type { ItemKey } from "../item-key";
import type { ItemResponse } from "../response";

/** `answer` is the right answer as a candidate would give it. */
export type Treatment =
  | { readonly kind: "full_marks" }
  | { readonly kind: "drop" }
  | { readonly kind: "accept_both"; readonly answer: ItemResponse }
  | { readonly kind: "new_key"; readonly answer: ItemResponse };

export const treatmentKinds = ["accept_both", "new_key", "full_marks", "drop"] as const satisfies Treatment["kind"][];

/**
 * Whether another right answer can be named: it must be one answer for everybody, which a generated item does not have; an order and a
 * ticket have too many right ones to be named by one.
 */
export const canNameAnswer = (kind: ItemKind, generated: boolean): boolean =>
  !generated && kind !== "ordering" && kind !== "incident_report";

/** The key by which `answer` earns all points; tolerance and neutral lines stay as they were. */
export function keyNaming(answer: ItemResponse, key: ItemKey): ItemKey {
  if (answer.kind !== key.kind) return key;
  switch (answer.kind) {
    case "single_choice":
      return { kind: answer.kind, optionIds: answer.optionId === null ? [] : [answer.optionId] };
    case "multiple_choice": {
      const before = key.kind === answer.kind ? [...key.optionIds, ...key.distractorIds] : [];
      const distractorIds = before.filter((id) => !answer.optionIds.includes(id));
      return { kind: answer.kind, optionIds: answer.optionIds, distractorIds };
    }
    case "numeric": {
      const answers = key.kind === answer.kind ? key.answers : [];
      const tolerance = answers.find(({ unit }) => unit === answer.unit)?.tolerance ?? 0;
      const { value, unit } = answer;
      return { kind: answer.kind, answers: value === null || unit === null ? [] : [{ unit, value, tolerance }] };
    }
    case "ordering":
      return { kind: answer.kind, entryIds: answer.entryIds };
    case "matching":
      return { kind: answer.kind, pairs: answer.pairs };
    case "mark_evidence": {
      const neutral = key.kind === answer.kind ? key.neutralLineIds : [];
      const neutralLineIds = neutral.filter((id) => !answer.lineIds.includes(id));
      return { kind: answer.kind, lineIds: answer.lineIds, neutralLineIds };
    }
    case "incident_report":
      return key;
  }
}

/**
 * Points under the treatment; where there is none, what people have given (`marked`), else by the key. Null when the item is left out of the
 * result.
 */
export function pointsUnder(
  treatment: Treatment | null,
  item: {
    readonly key: ItemKey;
    readonly response: ItemResponse | null;
    readonly maxPoints: number;
    readonly marked?: number | null | undefined;
  },
): number | null {
  const { response, maxPoints, marked } = item;
  // Nothing is read of the key where there is no answer: a generated item would be made for it.
  const pointsBy = (keyOf: (own: ItemKey) => ItemKey): number =>
    response === null ? 0 : gradeItem(keyOf(item.key), response, maxPoints);
  switch (treatment?.kind) {
    case undefined:
      return marked ?? pointsBy((own) => own);
    case "full_marks":
      return maxPoints;
    case "drop":
      return null;
    case "accept_both":
      return Math.max(
        pointsBy((own) => own),
        pointsBy((own) => keyNaming(treatment.answer, own)),
      );
    case "new_key":
      return pointsBy((own) => keyNaming(treatment.answer, own));
  }
}
