import type { ItemKey } from "./item-key";
import type { ItemResponse } from "./response";

/** The response that earns full points: what practice mode shows beside the candidate's own. */
export function modelAnswer(key: ItemKey): ItemResponse {
  switch (key.kind) {
    case "single_choice":
      return { kind: key.kind, optionId: key.optionIds[0] ?? null };
    case "multiple_choice":
      return { kind: key.kind, optionIds: key.optionIds };
    case "numeric":
      return { kind: key.kind, value: key.answers[0]?.value ?? null, unit: key.answers[0]?.unit ?? null };
    case "ordering":
      return { kind: key.kind, entryIds: key.entryIds };
    case "matching":
      return { kind: key.kind, pairs: key.pairs };
    case "mark_evidence":
      return { kind: key.kind, lineIds: key.lineIds };
    case "incident_report":
      return {
        kind: key.kind,
        placements: Object.fromEntries(
          key.requirements.flatMap(({ fieldId, evidenceIds }) => evidenceIds.map((id) => [id, fieldId])),
        ),
      };
  }
}
