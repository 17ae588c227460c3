/** Names that the writer and the reader of QTI 3.0 share. */

export const namespaces = {
  item: "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
  package: "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
  /** What QTI has no place for: pool, section, clauses and the like. */
  portal: "urn:partner-certification-portal:item:1",
} as const;

export const templates = {
  match: "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml",
  map: "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml",
} as const;

/** QTI's identifiers do not begin with a digit. */
export const identifierOf = (id: string): string => (/^\d/.test(id) ? `_${id}` : id);
export const idOf = (identifier: string): string => identifier.replace(/^_/, "");

/** The kinds that QTI knows. A generated item and the ticket with its "any of these pieces" have no like there. */
export const interactions = {
  single_choice: "qti-choice-interaction",
  multiple_choice: "qti-choice-interaction",
  numeric: "qti-text-entry-interaction",
  ordering: "qti-order-interaction",
  matching: "qti-match-interaction",
  mark_evidence: "qti-hottext-interaction",
} as const;

export type QtiKind = keyof typeof interactions;
