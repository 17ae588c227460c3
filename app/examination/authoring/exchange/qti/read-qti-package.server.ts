/** Reads what `qtiPackage` writes, and packages of others that are made like it. */
import type { Element } from "@xmldom/xmldom";
import { strFromU8, type Unzipped, unzipSync } from "fflate";
import { z } from "zod";
import { readImage } from "../../../images/read-image";
import { imagesIn } from "../../item-images";
import { type WrittenItem, writtenItemSchema } from "../../written-item";
import type { FileFault, FileImage, ReadFile } from "../file-fault";
import { placeOf } from "../place-of";
import { joinHalves } from "./halves";
import { lineOfPart } from "./part-lines";
import { readQtiItem } from "./read-qti-item.server";
import { imageFile, imageOfFile, manifestName } from "./vocabulary";
import { allOf, attributeOf, causeOf, lineOf, parseXml, Unreadable } from "./xml-reading";

/** Unpacked, all of it; a bank of thousands of items stays far below. */
const mostBytes = 12_000_000;
const mostFiles = 5_000;

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

/** One language of an item: what the manifest says of it, and its file. */
interface Half {
  readonly facts: Record<string, unknown>;
  /** In the manifest. */
  readonly line: number | null;
  readonly file: string;
  readonly root: Element;
  readonly content: Record<string, unknown>;
}

interface Halves {
  readonly line: number | null;
  readonly byLanguage: Map<string, Half>;
  /** What is wrong with a half has been said; it need not be said again that it is missing. */
  isBroken: boolean;
}

class PackageReader {
  readonly items: WrittenItem[] = [];
  readonly images: FileImage[] = [];
  private readonly found: { file: string; fault: FileFault }[] = [];
  private readonly byCode = new Map<string, Halves>();
  /** The files in the order in which the manifest names them. */
  private readonly order = [manifestName];

  constructor(private readonly files: Unzipped) {}

  /** File by file, each by its lines. */
  faults(): FileFault[] {
    const rank = new Map(this.order.map((file, index) => [file, index]));
    const rankOf = (file: string) => rank.get(file) ?? rank.size;
    return this.found
      .sort((one, other) => rankOf(one.file) - rankOf(other.file) || (one.fault.line ?? 0) - (other.fault.line ?? 0))
      .map(({ fault }) => fault);
  }

  private add(file: string, fault: FileFault): void {
    this.found.push({ file, fault });
  }

  readResource(resource: Element): void {
    const file = attributeOf(resource, "href");
    this.order.push(file);
    const [item] = allOf(resource, "item");
    if (item) this.readHalf(item, file);
    else this.add(file, faultOf(new Unreadable("element_missing", "<item>", lineOf(resource)), file || manifestName));
  }

  private readHalf(item: Element, file: string): void {
    const [code, language, line] = [attributeOf(item, "code"), attributeOf(item, "language"), lineOf(item)];
    const known = this.byCode.get(code) ?? { line, byLanguage: new Map(), isBroken: false };
    this.byCode.set(code, known);
    const note = (error: unknown) => {
      known.isBroken = true;
      this.add(file, faultOf(error, file || manifestName));
    };
    if (known.byLanguage.has(language)) {
      known.isBroken = true;
      this.add(manifestName, { line, place: code, problem: { kind: "code_repeated" } });
    }
    try {
      const root = rootOf(this.files, file);
      known.byLanguage.set(language, { facts: factsOf(item), line, file, root, content: readQtiItem(root, note) });
    } catch (error) {
      note(error);
    }
  }

  /** The pictures that the items show; what else lies in the package is left there. */
  readImages(): void {
    const shown = new Set(this.items.flatMap(({ content }) => imagesIn(content)).map(imageFile));
    for (const name of shown) {
      const bytes = this.files[name];
      if (!bytes) continue;
      const image = readImage(bytes);
      if ("fault" in image) this.add(name, { line: null, place: name, problem: { kind: "image", fault: image.fault } });
      else this.images.push({ name: imageOfFile(name)?.sha256 ?? "", image });
    }
  }

  join(): void {
    for (const [code, { byLanguage, line, isBroken }] of this.byCode) {
      const [en, de] = [byLanguage.get("en"), byLanguage.get("de")];
      if (isBroken) continue;
      if (en && de) this.joinItem(code, en, de);
      else this.add(manifestName, { line, place: code, problem: { kind: "half_missing" } });
    }
  }

  private joinItem(code: string, en: Half, de: Half): void {
    const facts = joinHalves({ key: en.facts }, { key: de.facts });
    const content = joinHalves(en.content, de.content);
    if ("differences" in facts) {
      for (const { path, ...both } of facts.differences)
        this.add(manifestName, {
          line: de.line,
          place: code,
          problem: { kind: "halves_differ", name: placeOf(path.slice(1)), ...both },
        });
    }
    if ("differences" in content) {
      for (const { path, ...both } of content.differences)
        this.add(de.file, {
          line: lineOfPart(de.root, path),
          place: de.file,
          problem: { kind: "halves_differ", name: placeOf(path), ...both },
        });
    }
    if ("differences" in facts || "differences" in content) return;
    const parsed = writtenItemSchema.safeParse({ ...en.facts, content: content.content });
    if (parsed.success) this.items.push(parsed.data);
    else for (const issue of parsed.error.issues) this.addIssue(issue, code, en, de);
  }

  private addIssue(issue: z.core.$ZodIssue, code: string, en: Half, de: Half): void {
    const [part, ...path] = issue.path;
    const problem = { kind: "issue", issue } as const;
    if (part === "content") {
      const { file, root } = path.at(-1) === "de" ? de : en;
      const place = [file, placeOf(path)].filter(Boolean).join(", ");
      this.add(file, { line: lineOfPart(root, path), place, problem });
    } else {
      this.add(manifestName, { line: en.line, place: `${code}, ${placeOf(issue.path)}`, problem });
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
    reader.join();
    reader.readImages();
    const faults = reader.faults();
    return faults.length > 0 ? { faults } : { items: reader.items, images: reader.images };
  } catch (error) {
    return { faults: [faultOf(error, manifestName)] };
  }
}
