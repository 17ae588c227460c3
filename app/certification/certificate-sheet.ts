/**
 * Where everything stands on a certificate: A4 upright, in points from the upper left corner, in reading order. Pure, so that
 * the layout is tested without a PDF; `render-certificate.server.ts` draws it.
 */

import type { Day } from "~/kernel/calendar";
import type { Language } from "~/platform/schema/people-tables";
import { certificateWords, issuer, printedDay, printedValidity } from "./certificate-words";
import { lines, type Sheet, type SheetBlock, sheetPage, spaced } from "./sheet-parts";
import { falling, fitted, leadingOf, type TextWidth, wrap } from "./text-fitting";
import type { Validity } from "./validity";

export interface CertificateSheetFacts {
  readonly number: string;
  readonly holderName: string;
  readonly organisationName: string;
  readonly programmeName: string;
  readonly language: Language;
  readonly validity: Validity;
  readonly issuedOn: Day;
  readonly verificationUrl: string;
}

const { margin, measure } = sheetPage;
const gutter = 28;
const column = (measure - gutter) / 2;
/** Narrower than the page, so that the sentence breaks into two lines of about the same length. */
const statementMeasure = 330;
/** The foot stands still, whatever the names above it need. */
const foot = { top: 646, codeSide: 92, codeColumn: 264, issuerColumn: 178 };

interface Group {
  readonly blocks: readonly SheetBlock[];
  readonly height: number;
}

function programme({ programmeName, language }: CertificateSheetFacts, top: number, widthOf: TextWidth): Group {
  const box = { width: measure, height: 60, weight: "semibold", sizes: falling(26, 12) } as const;
  const title = fitted(programmeName, box, widthOf);
  const label = lines([certificateWords[language].document], margin, top, {
    size: 13,
    weight: "semibold",
    colour: "accent",
  });
  return {
    blocks: [
      { tag: "P", marks: label },
      { tag: "H1", marks: lines(title.lines, margin, top + 20, { size: title.size, weight: "semibold" }) },
    ],
    height: 20 + title.height,
  };
}

function holder(facts: CertificateSheetFacts, top: number, widthOf: TextWidth): Group {
  const words = certificateWords[facts.language];
  const name = fitted(
    facts.holderName,
    { width: measure, height: 74, weight: "semibold", sizes: falling(38, 10) },
    widthOf,
  );
  const organisation = fitted(
    facts.organisationName,
    { width: measure, height: 38, weight: "regular", sizes: falling(16, 8) },
    widthOf,
  );
  const statement = wrap(words.statement, statementMeasure, 12, "regular", widthOf);
  const nameTop = top + 20;
  const organisationTop = nameTop + name.height + 4;
  const statementTop = organisationTop + organisation.height + 10;
  return {
    blocks: [
      { tag: "P", marks: lines([words.certifies], margin, top, { size: 12, colour: "quiet" }) },
      { tag: "H2", marks: lines(name.lines, margin, nameTop, { size: name.size, weight: "semibold" }) },
      { tag: "P", marks: lines(organisation.lines, margin, organisationTop, { size: organisation.size }) },
      { tag: "P", marks: lines(statement, margin, statementTop, { size: 12, colour: "quiet" }) },
    ],
    height: statementTop + statement.length * leadingOf(12) - top,
  };
}

/** The dates beside a bar of the accent, the one coloured thing in the middle of the page. */
function validity({ validity, language }: CertificateSheetFacts, top: number): Group {
  const height = 46;
  const inset = margin + 16;
  return {
    blocks: [
      {
        tag: "Artifact",
        marks: [{ kind: "rounded", x: margin, y: top, width: 4, height, radius: 2, colour: "accent" }],
      },
      {
        tag: "P",
        marks: [
          ...lines([certificateWords[language].valid], inset, top + 1, { size: 11, colour: "quiet" }),
          ...lines([printedValidity(validity, language)], inset, top + 18, { size: 22, weight: "semibold" }),
        ],
      },
    ],
    height,
  };
}

/** What the exam covers, in two columns of a bold word and its detail. */
function aspects({ language }: CertificateSheetFacts, top: number, widthOf: TextWidth): Group {
  const words = certificateWords[language];
  const perColumn = Math.ceil(words.aspects.length / 2);
  let [left, right] = [top + 20, top + 20];
  const blocks = words.aspects.map(([heading, detail], index): SheetBlock => {
    const onLeft = index < perColumn;
    const [x, y] = onLeft ? [margin, left] : [margin + column + gutter, right];
    const details = wrap(detail, column, 9, "regular", widthOf);
    const next = y + 12 + details.length * leadingOf(9) + 6;
    if (onLeft) left = next;
    else right = next;
    const marks = [
      ...lines([heading], x, y, { size: 9.5, weight: "semibold" }),
      ...lines(details, x, y + 12, { size: 9, colour: "quiet" }),
    ];
    return { tag: "P", marks };
  });
  const label = lines([words.aspectsHeading], margin, top, { size: 11, weight: "semibold", colour: "accent" });
  return { blocks: [{ tag: "H2", marks: label }, ...blocks], height: Math.max(left, right) - top };
}

/** On the left the code, with number and address below it; on the right who issued the certificate, when, and how to check it. */
function verification(facts: CertificateSheetFacts, widthOf: TextWidth): SheetBlock[] {
  const words = certificateWords[facts.language];
  const { top, codeSide, codeColumn, issuerColumn } = foot;
  const x = margin + measure - issuerColumn;
  const url = fitted(
    facts.verificationUrl,
    { width: codeColumn, height: 22, weight: "regular", sizes: falling(9, 6) },
    widthOf,
  );
  const said = (label: string, value: string, y: number): SheetBlock => ({
    tag: "P",
    marks: [
      ...lines([label], x, y, { size: 9, colour: "quiet" }),
      ...lines([value], x, y + 12, { size: 11, weight: "semibold" }),
    ],
  });
  const check = wrap(words.verify, issuerColumn, 9, "regular", widthOf);
  return [
    {
      tag: "Artifact",
      marks: [{ kind: "rounded", x: margin, y: top - 20, width: measure, height: 0.75, radius: 0, colour: "line" }],
    },
    said(words.issuedBy, issuer, top),
    said(words.issuedOn, printedDay(facts.issuedOn, facts.language), top + 34),
    { tag: "P", marks: lines(check, x, top + 70, { size: 9, colour: "quiet" }) },
    {
      tag: "Figure",
      alt: words.qrCode,
      marks: [{ kind: "qr", x: margin, y: top, side: codeSide, content: facts.verificationUrl }],
    },
    { tag: "P", marks: lines([facts.number], margin, top + codeSide + 8, { size: 12, weight: "semibold" }) },
    {
      tag: "Link",
      link: facts.verificationUrl,
      marks: lines(url.lines, margin, top + codeSide + 25, { size: url.size, colour: "quiet" }),
    },
  ];
}

/** The whole certificate. Names up to 200 characters stay inside the margins: they get smaller, then take more lines. */
export function certificateSheet(facts: CertificateSheetFacts, widthOf: TextWidth): Sheet {
  const groups = [programme, holder, validity, aspects];
  const brand = lines([issuer], margin + 34, 58, { size: 12, weight: "semibold" });
  const between = spaced(
    groups.map((group) => group(facts, 0, widthOf).height),
    { from: 76, to: foot.top - 20 },
  );
  return {
    language: facts.language,
    title: `${certificateWords[facts.language].document} ${facts.number}`,
    blocks: [
      { tag: "Artifact", marks: [{ kind: "portal", x: margin, y: 54, side: 24 }] },
      { tag: "P", marks: brand },
      ...groups.flatMap((group, index) => group(facts, between[index] ?? 0, widthOf).blocks),
      ...verification(facts, widthOf),
    ],
  };
}
