/** Names that the writer and the reader of QTI 3.0 share. */

import { type ImageReference, imageTypes } from "../../../images/image-reference";

export const namespaces = {
  item: "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
  package: "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
  /** What QTI has no place for: pool, section, clauses and the like. */
  portal: "urn:partner-certification-portal:item:1",
} as const;

export const manifestName = "imsmanifest.xml";

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

const extensions = { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp" } as const;

/** Where a picture lies in a package; and back, or undefined for what is none. */
export const imageFile = ({ sha256, type }: Pick<ImageReference, "sha256" | "type">): string =>
  `images/${sha256}.${extensions[type]}`;

export function imageOfFile(name: string): Pick<ImageReference, "sha256" | "type"> | undefined {
  const [, sha256 = "", extension] = /^images\/([0-9a-f]{64})\.(png|jpg|webp)$/.exec(name) ?? [];
  const type = imageTypes.find((each) => extensions[each] === extension);
  return type && { sha256, type };
}

export type QtiKind = keyof typeof interactions;
