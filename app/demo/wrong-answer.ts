import type { ItemKey } from "~/examination/item-key";
import type { ItemPresentation } from "~/examination/presentation";
import type { ItemResponse } from "~/examination/response";

/** The answer of somebody who does not: something that can be given, and earns little or nothing. */
export function wrongAnswer(key: ItemKey, presentation: ItemPresentation): ItemResponse {
  switch (key.kind) {
    case "single_choice": {
      const options = presentation.kind === "single_choice" ? presentation.options : [];
      return { kind: key.kind, optionId: options.find(({ id }) => !key.optionIds.includes(id))?.id ?? null };
    }
    case "multiple_choice":
      return { kind: key.kind, optionIds: key.distractorIds.slice(0, 1) };
    case "numeric":
      return { kind: key.kind, value: (key.answers[0]?.value ?? 0) * 10 + 7, unit: key.answers[0]?.unit ?? null };
    case "ordering":
      return { kind: key.kind, entryIds: [...key.entryIds].reverse() };
    case "matching":
      return { kind: key.kind, pairs: {} };
    case "mark_evidence":
      return { kind: key.kind, lineIds: [] };
    case "incident_report":
      return { kind: key.kind, placements: {} };
  }
}
