/** Items as an IMS content package with QTI 3.0 items in it: a zip with a manifest, two files an item. */
import type { Element } from "@xmldom/xmldom";
import { strFromU8, strToU8, type Unzipped, unzipSync, type Zippable, zipSync } from "fflate";
import { z } from "zod";
import type { StoredImage } from "../../../images/image-queries.server";
import { readImage } from "../../../images/read-image";
import { canonicalItem } from "../../canonical-item";
import { hashesIn, imagesIn } from "../../item-images";
import { type WrittenItem, writtenItemSchema } from "../../written-item";
import type { FileFault, FileImage, ReadFile } from "../file-fault";
import { joinHalves } from "./halves";
import { readQtiItem } from "./read-qti-item.server";
import { isQtiKind, renderQtiItem } from "./render-qti-item.server";
import { identifierOf, imageFile, imageOfFile, namespaces } from "./vocabulary";
import { element as el, type Markup, xmlDocument } from "./xml";
import { allOf, attributeOf, causeOf, lineOf, oneOf, parseXml, Unreadable } from "./xml-reading";

const manifestName = "imsmanifest.xml";
const languages = ["en", "de"] as const;
const fileOf = (code: string, language: string): string => `${code}.${language}.xml`;

/** Unpacked, all of it; a bank of thousands of items stays far below. */
const mostBytes = 12_000_000;
const mostFiles = 5_000;

function resources({
  code,
  pool,
  section,
  points,
  difficultyGuess,
  enemyGroup,
  clauses,
  sources,
  content,
}: WrittenItem): Markup[] {
  const pictures = [...new Set(imagesIn(content).map(imageFile))];
  const facts = { code, pool, section, points, clauses: clauses.join(" ") };
  const more = { difficulty: difficultyGuess ?? undefined, "enemy-group": enemyGroup ?? undefined };
  return languages.map((language) =>
    el(
      "resource",
      { identifier: `${identifierOf(code)}-${language}`, type: "imsqti_item_xmlv3p0", href: fileOf(code, language) },
      el(
        "metadata",
        {},
        el(
          "item",
          { xmlns: namespaces.portal, language, ...facts, ...more },
          sources.map((source) => el("source", {}, source)),
        ),
      ),
      el("file", { href: fileOf(code, language) }),
      pictures.map((href) => el("file", { href })),
    ),
  );
}

function manifestOf(items: readonly WrittenItem[]): string {
  const about = el("metadata", {}, el("schema", {}, "QTI Package"), el("schemaversion", {}, "3.0.0"));
  return xmlDocument(
    el(
      "manifest",
      { xmlns: namespaces.package, identifier: "partner-certification-items" },
      about,
      el("organizations", {}),
      el("resources", {}, items.flatMap(resources)),
    ),
  );
}

/** The same items give the same bytes. */
const packed = { mtime: "1980-01-01T00:00:00" } as const;

/** The package. Items that QTI has no like for stay out of it, and `not-included.txt` in it names each with the reason. */
export function qtiPackage(
  items: readonly WrittenItem[],
  images: readonly StoredImage[] = [],
): Uint8Array<ArrayBuffer> {
  const known = items.filter(isQtiKind).map(canonicalItem);
  const files: Zippable = { [manifestName]: strToU8(manifestOf(known)) };
  for (const item of known) {
    for (const language of languages) files[fileOf(item.code, language)] = strToU8(renderQtiItem(item, language));
  }
  const shown = new Set(hashesIn(known));
  for (const image of images) if (shown.has(image.sha256)) files[imageFile(image)] = [image.bytes, { level: 0 }];
  const left = items.filter((item) => !isQtiKind(item));
  if (left.length > 0) files["not-included.txt"] = strToU8(left.map(reasonOf).join(""));
  return new Uint8Array(zipSync(files, packed));
}

const reasonOf = ({ code, content }: WrittenItem): string =>
  "generator" in content
    ? `${code}: made anew for each candidate by the generator ${content.generator}; QTI 3.0 has no like for it.\n`
    : `${code}: a ticket whose requirements are met by any of several pieces in one field; QTI 3.0 has no like for it.\n`;

const numeric = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

/** What the manifest says of an item beside its content, as text. */
function factsOf(item: Element): Record<string, unknown> {
  const number = (name: string) => numeric.safeParse(attributeOf(item, name)).data;
  return {
    code: attributeOf(item, "code"),
    pool: attributeOf(item, "pool"),
    section: attributeOf(item, "section"),
    points: number("points"),
    difficultyGuess: number("difficulty") ?? null,
    enemyGroup: attributeOf(item, "enemy-group") || null,
    clauses: attributeOf(item, "clauses").split(/\s+/).filter(Boolean),
    sources: allOf(item, "source").map((source) => source.textContent ?? ""),
  };
}

function unpack(bytes: Uint8Array): Unzipped {
  let [total, count] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        count += 1;
        if (total > mostBytes || count > mostFiles) throw new Unreadable("too_large", "");
        return name.endsWith(".xml") || imageOfFile(name) !== undefined;
      },
    });
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable("not_zip", "");
  }
}

function rootOf(files: Unzipped, name: string): Element {
  const bytes = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!bytes) throw new Unreadable("file_missing", name);
  return parseXml(strFromU8(bytes));
}

const faultOf = (error: unknown, place: string): FileFault => {
  if (!(error instanceof Unreadable)) throw error;
  const { kind, message, line } = error;
  switch (kind) {
    case "syntax":
      return { line, place, problem: { kind, cause: causeOf(message), message } };
    case "unsupported":
    case "file_missing":
    case "element_missing":
    case "key_unknown":
    case "key_differs":
      return { line, place, problem: { kind, name: message } };
    default:
      return { line, place, problem: { kind } };
  }
};

interface Halves {
  readonly facts: Record<string, unknown>;
  readonly line: number | null;
  readonly halves: Map<string, unknown>;
}

class PackageReader {
  readonly faults: FileFault[] = [];
  readonly items: WrittenItem[] = [];
  readonly images: FileImage[] = [];
  private readonly byCode = new Map<string, Halves>();

  constructor(private readonly files: Unzipped) {}

  readResource(resource: Element): void {
    const href = attributeOf(resource, "href");
    try {
      const item = oneOf(resource, "item");
      const code = attributeOf(item, "code");
      const language = attributeOf(item, "language");
      const known = this.byCode.get(code) ?? { facts: factsOf(item), line: lineOf(item), halves: new Map() };
      if (known.halves.has(language)) {
        this.faults.push({ line: lineOf(item), place: code, problem: { kind: "code_repeated" } });
      }
      this.byCode.set(code, known);
      known.halves.set(language, readQtiItem(rootOf(this.files, href)));
    } catch (error) {
      this.faults.push(faultOf(error, href || manifestName));
    }
  }

  /** The pictures that the items show; what else lies in the package is left there. */
  readImages(): void {
    const shown = new Set(this.items.flatMap(({ content }) => imagesIn(content)).map(imageFile));
    for (const name of shown) {
      const bytes = this.files[name];
      if (!bytes) continue;
      const image = readImage(bytes);
      if ("fault" in image)
        this.faults.push({ line: null, place: name, problem: { kind: "image", fault: image.fault } });
      else this.images.push({ name: imageOfFile(name)?.sha256 ?? "", image });
    }
  }

  join(): void {
    for (const [code, { facts, line, halves }] of this.byCode) {
      const [en, de] = [halves.get("en"), halves.get("de")];
      const content = en && de ? joinHalves(en, de) : undefined;
      if (!content) {
        this.faults.push({ line, place: code, problem: { kind: en && de ? "halves_differ" : "half_missing" } });
        continue;
      }
      const parsed = writtenItemSchema.safeParse({ ...facts, content });
      if (parsed.success) this.items.push(parsed.data);
      else
        this.faults.push(
          ...parsed.error.issues.map(
            (issue): FileFault => ({ line: null, place: code, problem: { kind: "issue", issue } }),
          ),
        );
    }
  }
}

/** Reads a package: all of its items, or every fault with its file and line. */
export function readQtiPackage(bytes: Uint8Array): ReadFile<WrittenItem> {
  try {
    const files = unpack(bytes);
    const found = allOf(rootOf(files, manifestName), "resource");
    if (found.length === 0) return { faults: [{ line: null, place: manifestName, problem: { kind: "no_items" } }] };
    const reader = new PackageReader(files);
    for (const resource of found) reader.readResource(resource);
    if (reader.faults.length === 0) reader.join();
    if (reader.faults.length === 0) reader.readImages();
    return reader.faults.length > 0 ? { faults: reader.faults } : { items: reader.items, images: reader.images };
  } catch (error) {
    return { faults: [faultOf(error, manifestName)] };
  }
}
