import { strToU8, zipSync } from "fflate";

/** A file of a package, line by line. */
type Files = Readonly<Record<string, string>>;
type Pictures = Readonly<Record<string, Uint8Array>>;

/** A QTI 3.0 package as other programs write it, without anything of the portal's: a resource a file, each on a line of its own from line 4 on. */
export function aForeignPackage(files: Files, more = "", pictures: Pictures = {}): Uint8Array<ArrayBuffer> {
  const resources = Object.keys(files).map(
    (file, at) =>
      `<resource identifier="r${at}" type="imsqti_item_xmlv3p0" href="${file}"><file href="${file}"/></resource>`,
  );
  const manifest = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1" identifier="m">',
    "<metadata><schema>QTI Package</schema></metadata><organizations/><resources>",
    ...resources,
    `${more}</resources></manifest>`,
  ].join("\n");
  const packed = Object.entries({ ...files, "imsmanifest.xml": manifest }).map(
    ([name, text]) => [name, strToU8(text)] as const,
  );
  return new Uint8Array(zipSync({ ...Object.fromEntries(packed), ...pictures }));
}

interface Item {
  readonly language?: string;
  readonly declarations: string;
  readonly body: string;
  readonly rationale?: string | null;
  readonly identifier?: string;
}

/** One language of an item, indented; the declaration stands in line 4, the body from line 7 on. */
export const aForeignItem = ({
  language = "en-GB",
  declarations,
  body,
  rationale = "It is so.",
  identifier = "Q-1",
}: Item): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="${identifier}" title="x" xml:lang="${language}"
  adaptive="false" time-dependent="false">
  ${declarations}
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="3"/>
  <qti-item-body>
    ${body}
    ${rationale === null ? "" : `<qti-rubric-block use="scoring" view="scorer"><qti-content-body>\n<p>${rationale}</p></qti-content-body></qti-rubric-block>`}
  </qti-item-body>
  <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct"/>
</qti-assessment-item>
`;

const declared = (cardinality: string, type: string, ...values: readonly string[]): string =>
  `<qti-response-declaration identifier="RESPONSE" cardinality="${cardinality}" base-type="${type}"><qti-correct-response>${values
    .map((value) => `<qti-value>${value}</qti-value>`)
    .join("")}</qti-correct-response></qti-response-declaration>`;

/** What each kind looks like in one language, with its words. */
export const foreignKinds = {
  single: (prompt: string, one: string, other: string) => ({
    declarations: declared("single", "identifier", "ChoiceB"),
    body: `<p>Before.</p>
    <qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
      <qti-prompt>
        ${prompt}
      </qti-prompt>
      <qti-simple-choice identifier="ChoiceA">
        ${one}
      </qti-simple-choice>
      <qti-simple-choice identifier="ChoiceB"><p>${other}</p></qti-simple-choice>
    </qti-choice-interaction>`,
  }),
  multiple: () => ({
    declarations: declared("multiple", "identifier", "a", "b"),
    body: `<div><p>Which?</p><qti-choice-interaction response-identifier="RESPONSE" max-choices="0">
      ${["a", "b", "c"].map((id) => `<qti-simple-choice identifier="${id}">${id}</qti-simple-choice>`).join("\n")}
    </qti-choice-interaction></div>`,
  }),
  number: () => ({
    declarations: declared("single", "float", "4.5"),
    body: '<p>How long? <qti-text-entry-interaction response-identifier="RESPONSE" data-unit="ms"/></p>',
  }),
  order: () => ({
    declarations: declared("ordered", "identifier", "b", "a"),
    body: `<qti-order-interaction response-identifier="RESPONSE"><qti-prompt>Which first?</qti-prompt>
      <qti-simple-choice identifier="a">a</qti-simple-choice><qti-simple-choice identifier="b">b</qti-simple-choice>
    </qti-order-interaction>`,
  }),
  match: () => ({
    declarations: declared("multiple", "directedPair", "A X", "B Y"),
    body: `<qti-match-interaction response-identifier="RESPONSE"><qti-prompt><p>Which to which?</p></qti-prompt>
      <qti-simple-match-set>${["A", "B"].map(matchChoice).join("")}</qti-simple-match-set>
      <qti-simple-match-set>${["X", "Y"].map(matchChoice).join("")}</qti-simple-match-set>
    </qti-match-interaction>`,
  }),
  evidence: () => ({
    declarations: declared("multiple", "identifier", "L2"),
    body: `<qti-hottext-interaction response-identifier="RESPONSE"><qti-prompt>Which proves it?</qti-prompt>
      <figure data-exhibit="log"><figcaption>Log</figcaption><pre><qti-hottext identifier="L1">up</qti-hottext>
<qti-hottext identifier="L2">down</qti-hottext></pre></figure></qti-hottext-interaction>`,
  }),
} as const;

function matchChoice(id: string): string {
  return `<qti-simple-associable-choice identifier="${id}" match-max="1">${id}</qti-simple-associable-choice>`;
}
