import PDFDocument from "pdfkit";
import { assertNever } from "~/kernel/assert-never";
import { portalMark } from "~/kernel/portal-mark";
import { certificateFont, printable, textWidth } from "./certificate-fonts.server";
import { type CertificateSheetFacts, certificateSheet } from "./certificate-sheet";
import { certificateWords, issuer } from "./certificate-words";
import { type SheetBlock, type SheetMark, sheetPage } from "./sheet-parts";
import type { Weight } from "./text-fitting";
import { verificationCode } from "./verification-code";

export interface CertificateDocumentFacts extends CertificateSheetFacts {
  readonly issuedAt: Date;
}

type Document = PDFKit.PDFDocument;

/** The light colours of the pages. */
const colours = { ink: "#16202c", quiet: "#4b5a6a", accent: "#1453b8", line: "#d8dfe6" } as const;

const ascent = (weight: Weight): number => certificateFont(weight).ascent / certificateFont(weight).unitsPerEm;

/** `link` makes a text lead somewhere; pdfkit joins it to the structure element that is open. */
function draw(doc: Document, mark: SheetMark, link: string | undefined): void {
  switch (mark.kind) {
    case "text":
      doc.font(mark.weight).fontSize(mark.size).fillColor(colours[mark.colour]);
      doc.text(mark.text, mark.x, mark.baseline - ascent(mark.weight) * mark.size, { lineBreak: false, link });
      return;
    case "rounded":
      doc.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.radius).fill(colours[mark.colour]);
      return;
    case "qr": {
      const { modules, runs } = verificationCode(mark.content);
      const side = mark.side / modules;
      for (const run of runs) doc.rect(mark.x + run.x * side, mark.y + run.y * side, run.length * side, side);
      doc.fill(colours.ink);
      return;
    }
    case "portal":
      drawPortalMark(doc, mark);
      return;
    default:
      assertNever(mark);
  }
}

function drawPortalMark(doc: Document, { x, y, side }: { x: number; y: number; side: number }): void {
  const { discs, ring, corner } = portalMark;
  doc
    .save()
    .translate(x, y)
    .scale(side / portalMark.side);
  doc.roundedRect(0, 0, portalMark.side, portalMark.side, corner).fill(colours.accent);
  for (const { cx, cy, r } of discs) doc.circle(cx, cy, r);
  doc.fill("#ffffff");
  doc.path(ring.path).lineWidth(ring.width).stroke("#ffffff");
  doc.restore();
}

function write(doc: Document, root: PDFKit.PDFStructureElement, block: SheetBlock): void {
  const marks = () => {
    for (const mark of block.marks) draw(doc, mark, block.link);
  };
  if (block.tag === "Artifact") {
    doc.markContent("Artifact", { type: "Layout" });
    marks();
    doc.endMarkedContent();
    return;
  }
  root.add(doc.struct(block.tag, { alt: block.alt }, marks));
}

/**
 * The certificate as a tagged PDF (A4, written to PDF/A-3a), fonts embedded. The same facts give the same bytes, at any time,
 * in any time zone and whatever was rendered before: dates and identifier of the file come from `issuedAt` and the number.
 * A name in letters the fonts lack is replaced by a pointer to the verification page, never by a maimed name.
 */
export async function renderCertificate(facts: CertificateDocumentFacts): Promise<Buffer> {
  const { language } = facts;
  const name = (text: string) => printable(text) ?? certificateWords[language].seeVerification;
  const sheet = certificateSheet(
    {
      ...facts,
      holderName: name(facts.holderName),
      organisationName: name(facts.organisationName),
      programmeName: name(facts.programmeName),
    },
    textWidth,
  );
  const doc = new PDFDocument({
    size: [sheetPage.width, sheetPage.height],
    margin: 0,
    font: "",
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: sheet.title, Author: issuer, Creator: issuer, CreationDate: facts.issuedAt },
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => doc.once("end", resolve).once("error", reject));
  for (const weight of ["regular", "semibold"] as const) {
    // pdfkit takes a parsed font as well as its bytes, which its types do not say.
    doc.registerFont(weight, certificateFont(weight) as unknown as Buffer);
  }
  const root = doc.struct("Document");
  doc.addStructure(root);
  for (const block of sheet.blocks) write(doc, root, block);
  root.end();
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}
