/** What a shape alone cannot say: keys name only what is there, tables are rectangular, and there is something to get wrong. */
import type { FixedContent } from "./item-content";

/** For whoever words it; `message` is for the log and for files. */
type ConsistencyFault =
  | "id_repeated"
  | "id_unknown"
  | "row_length"
  | "series_length"
  | "nothing_wrong"
  | "evidence_in_two_fields";

export interface ContentFault {
  readonly path: readonly string[];
  readonly fault: ConsistencyFault;
  /** What is named twice, or names nothing. */
  readonly id?: string;
  readonly message: string;
}

const idsOf = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);

function repeated(ids: readonly string[], ...path: string[]): ContentFault[] {
  return ids
    .filter((id, index) => ids.indexOf(id) < index)
    .map((id) => ({ path, fault: "id_repeated", id, message: `"${id}" stands here twice` }));
}

function unknown(ids: readonly string[], known: readonly string[], ...path: string[]): ContentFault[] {
  return ids
    .filter((id) => !known.includes(id))
    .map((id) => ({ path, fault: "id_unknown", id, message: `"${id}" is nowhere in the item` }));
}

/** Ids of all lines that can be marked. */
function lineIdsOf(content: FixedContent): string[] {
  return content.exhibits.flatMap((exhibit) => ("lines" in exhibit ? idsOf(exhibit.lines) : []));
}

function exhibitFaults(content: FixedContent): ContentFault[] {
  return content.exhibits.flatMap((exhibit, index): ContentFault[] => {
    const path = ["exhibits", String(index)];
    if (exhibit.kind === "table" && exhibit.rows.some((row) => row.length !== exhibit.columns.length)) {
      return [{ path, fault: "row_length", message: "every row needs one cell a column" }];
    }
    if (exhibit.kind === "chart" && exhibit.series.some(({ values }) => values.length !== exhibit.labels.length)) {
      return [{ path, fault: "series_length", message: "every series needs one value a label" }];
    }
    return [];
  });
}

function choiceFaults(optionIds: readonly string[], keyIds: readonly string[]): ContentFault[] {
  const nothingWrong: ContentFault[] =
    keyIds.length >= optionIds.length
      ? [{ path: ["key"], fault: "nothing_wrong", message: "at least one option must be wrong" }]
      : [];
  return [
    ...repeated(optionIds, "options"),
    ...repeated(keyIds, "key"),
    ...unknown(keyIds, optionIds, "key"),
    ...nothingWrong,
  ];
}

function kindFaults(content: FixedContent): ContentFault[] {
  switch (content.kind) {
    case "single_choice":
    case "multiple_choice":
      return choiceFaults(idsOf(content.options), content.key.optionIds);
    case "numeric": {
      const answered = content.key.answers.map(({ unit }) => unit);
      return [
        ...repeated(content.units, "units"),
        ...repeated(answered, "key"),
        ...unknown(answered, content.units, "key"),
      ];
    }
    case "ordering": {
      const entryIds = idsOf(content.entries);
      return [
        ...repeated(entryIds, "entries"),
        ...repeated(content.key.entryIds, "key"),
        ...unknown(content.key.entryIds, entryIds, "key"),
        ...unknown(entryIds, content.key.entryIds, "entries"),
      ];
    }
    case "matching": {
      const [promptIds, optionIds] = [idsOf(content.prompts), idsOf(content.options)];
      return [
        ...repeated(promptIds, "prompts"),
        ...repeated(optionIds, "options"),
        ...unknown(promptIds, Object.keys(content.key.pairs), "prompts"),
        ...unknown(Object.keys(content.key.pairs), promptIds, "key"),
        ...unknown(Object.values(content.key.pairs), optionIds, "key"),
      ];
    }
    case "mark_evidence": {
      const [lineIds, marked] = [lineIdsOf(content), [...content.key.lineIds, ...content.key.neutralLineIds]];
      const nothingWrong: ContentFault[] =
        marked.length >= lineIds.length
          ? [{ path: ["key"], fault: "nothing_wrong", message: "at least one line must prove nothing" }]
          : [];
      return [...repeated(marked, "key"), ...unknown(marked, lineIds, "key"), ...nothingWrong];
    }
    case "incident_report": {
      const { requirements } = content.key;
      const evidenceIds = idsOf(content.evidence);
      const used = requirements.flatMap((requirement) => requirement.evidenceIds);
      return [
        ...repeated(idsOf(content.fields), "fields"),
        ...repeated(evidenceIds, "evidence"),
        ...repeated(idsOf(requirements), "key"),
        ...unknown(used, evidenceIds, "key"),
        ...unknown(
          requirements.map(({ fieldId }) => fieldId),
          idsOf(content.fields),
          "key",
        ),
        ...requirementsOutOfReach(requirements),
      ];
    }
  }
}

/** A piece of evidence stands in one field only, so one that serves two fields could never meet both requirements. */
function requirementsOutOfReach(
  requirements: readonly { readonly fieldId: string; readonly evidenceIds: readonly string[] }[],
): ContentFault[] {
  const fields = new Map<string, string>();
  return requirements.flatMap(({ fieldId, evidenceIds }) =>
    evidenceIds.flatMap((evidenceId) => {
      const elsewhere = fields.get(evidenceId);
      fields.set(evidenceId, fieldId);
      return elsewhere === undefined || elsewhere === fieldId
        ? []
        : [
            {
              path: ["key"],
              fault: "evidence_in_two_fields",
              id: evidenceId,
              message: `"${evidenceId}" is asked for in two fields`,
            },
          ];
    }),
  );
}

/** Every fault of an item whose shape is right; none means that it can be shown and graded. */
export function inconsistencies(content: FixedContent): ContentFault[] {
  return [...repeated(lineIdsOf(content), "exhibits"), ...exhibitFaults(content), ...kindFaults(content)];
}
