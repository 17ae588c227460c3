import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { inflateSync } from "node:zlib";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type CertificateDocumentFacts, renderCertificate } from "./render-certificate.server";
import { warmRendering } from "./warm-rendering.server";

const facts: CertificateDocumentFacts = {
  number: "SLA-7K2M-9QXR-4TWD-58",
  holderName: "Łukasz Fischer-Źródłowski",
  organisationName: "Müller & Söhne <Systemhaus>",
  programmeName: "Second-level support administrator",
  language: "en",
  validity: { start: "2026-03-10", end: "2027-03-10" },
  issuedOn: "2026-03-10",
  verificationUrl: "https://certification.example/verify/SLA-7K2M-9QXR-4TWD-58",
  issuedAt: new Date("2026-03-10T09:15:00Z"),
};
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Every stream of the file, unpacked. */
function streams(pdf: Buffer): string[] {
  return pdf
    .toString("latin1")
    .split(/stream\r?\n/)
    .map((part) => part.split(/\r?\nendstream/)[0] ?? "")
    .flatMap((part) => {
      try {
        return [inflateSync(Buffer.from(part, "latin1")).toString("latin1")];
      } catch {
        return [];
      }
    });
}

/** What the file's ToUnicode maps let a reader find: glyph codes of each font back to letters. */
function lettersMapped(pdf: Buffer): Set<string> {
  const ranges = streams(pdf)
    .filter((stream) => stream.includes("begincmap"))
    .flatMap((map) => map.match(/<[0-9a-f ]{4,}>/g) ?? []);
  return new Set(
    ranges.flatMap((hex) => hex.slice(1, -1).split(" ")).map((hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  );
}

describe("the certificate as a PDF", () => {
  let pdf: Buffer;
  let source: string;
  beforeAll(async () => {
    pdf = await renderCertificate(facts);
    source = pdf.toString("latin1");
  });

  /** Which of these the file does not say; keeps its bytes out of a failure's report. */
  const missing = (sayings: string[]) => sayings.filter((saying) => !source.includes(saying));

  test("is one tagged A4 page with language, title, headings, a described code and a link", () => {
    expect(source.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    const title = /\/Title (\d+) 0 R/.exec(source)?.[1];
    expect(
      missing([
        "%PDF-1.7",
        "/MediaBox [0 0 595.28 841.89]",
        "/Marked true",
        "/Lang (en)",
        "/DisplayDocTitle true",
        `\n${title} 0 obj\n(Certificate SLA-7K2M-9QXR-4TWD-58)`,
        ...["Document", "H1", "H2", "P", "Figure", "Link"].map((tag) => `/S /${tag}\n`),
        "/Alt (QR code that opens the verification page of this certificate)",
        `/URI (${facts.verificationUrl})`,
      ]),
    ).toEqual([]);
  });

  test("states PDF/A-3a and an output intent, and a name with < and & breaks no metadata", () => {
    expect(
      missing(["<pdfaid:part>3</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "/GTS_PDFA1"]),
    ).toEqual([]);
    expect(missing(["<Systemhaus>"])).toEqual(["<Systemhaus>"]);
  });

  test("embeds every font it uses and maps its glyphs back to the letters of the name and number", () => {
    expect(source.match(/\/Type \/FontDescriptor/g)).toHaveLength(2);
    expect(source.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(missing(["/Subtype /Type1\n"])).toEqual(["/Subtype /Type1\n"]);
    const mapped = lettersMapped(pdf);
    for (const letter of facts.holderName + facts.number) expect(mapped).toContain(letter);
  });

  test("gives the same bytes again, later, and after other certificates", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-01-01T00:00:00Z") });
    try {
      await renderCertificate({ ...facts, holderName: "Anna\u2010Maria Oﬃce µ", number: "SLA-0000-0000-0000-98" });
      expect(sha256(await renderCertificate(facts))).toBe(sha256(pdf));
    } finally {
      vi.useRealTimers();
    }
  });

  test("gives the same bytes when another document came first in a fresh process, in any time zone", async () => {
    const script = `
      import { createServer } from "vite";
      const server = await createServer({ configFile: false, root: process.cwd(), logLevel: "error", server: { middlewareMode: true, ws: false, watch: null }, optimizeDeps: { noDiscovery: true }, resolve: { alias: { "~": process.cwd() + "/app" } } });
      const { renderCertificate } = await server.ssrLoadModule("/app/certification/render-certificate.server.ts");
      const facts = JSON.parse(process.argv[1]);
      facts.issuedAt = new Date(facts.issuedAt);
      await renderCertificate({ ...facts, programmeName: "Second\\u2010level" });
      const { createHash } = await import("node:crypto");
      console.log(createHash("sha256").update(await renderCertificate(facts)).digest("hex"));
      await server.close();`;
    const inZone = (TZ: string) =>
      execFileSync(process.execPath, ["--input-type=module", "-e", script, JSON.stringify(facts)], {
        env: { ...process.env, TZ },
        encoding: "utf8",
      }).trim();
    expect(inZone("Pacific/Kiritimati")).toBe(sha256(pdf));
    expect(inZone("America/Los_Angeles")).toBe(sha256(pdf));
  }, 60_000);

  test("differs when a fact differs", async () => {
    expect(sha256(await renderCertificate({ ...facts, holderName: "Łukasz Fischer" }))).not.toBe(sha256(pdf));
    expect(sha256(await renderCertificate({ ...facts, issuedAt: new Date("2026-03-10T09:15:01Z") }))).not.toBe(
      sha256(pdf),
    );
  });

  test("a name in letters the fonts lack points to the verification page instead of being maimed", async () => {
    const foreign = { ...facts, holderName: "王小明" };
    const pointing = { ...facts, holderName: "Name as on the verification page" };
    expect(sha256(await renderCertificate(foreign))).toBe(sha256(await renderCertificate(pointing)));
  });
});

test("the specimen of the start is rendered, and changes nothing about the certificates after it", async () => {
  const before = sha256(await renderCertificate(facts));
  await warmRendering();
  expect(sha256(await renderCertificate(facts))).toBe(before);
});
