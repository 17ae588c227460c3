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
const plainId = /^[a-z0-9][a-z0-9_-]{0,31}$/;

/** The id that an identifier stands for; that of another program is written as the portal's ids are. */
export function idOf(identifier: string): string {
  const id = identifier.replace(/^_/, "");
  const written = id.toLowerCase().replace(/[^a-z0-9_-]+/g, "-");
  return plainId.test(id) ? id : written.replace(/^[_-]+/, "").slice(0, 32);
}

export const isLanguage = (language: string): boolean => language === "en" || language === "de";

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
