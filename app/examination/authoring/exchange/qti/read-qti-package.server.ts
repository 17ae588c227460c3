/** Reads what `qtiPackage` writes, and packages of other programs. */
import type { Element } from "@xmldom/xmldom";
import type { Unzipped } from "fflate";
import type { z } from "zod";
import type { Language } from "~/platform/schema/people-tables";
import type { ImageFault } from "../../../images/image-bytes";
import { readImage } from "../../../images/read-image";
import { imagesIn } from "../../item-images";
import type { WrittenItem } from "../../written-item";
import type { FileFault, FileImage, ReadFile } from "../file-fault";
import { placeOf } from "../place-of";
import { fileItemSchema } from "../translation-in-files";
import { joinHalves } from "./halves";
import {
  type Assumed,
  factsOf,
  languageOf,
  lineOfFact,
  missingIn,
  nothingAssumed,
  outdatedBy,
  wholeFacts,
} from "./item-facts";
import { PackagePictures } from "./package-pictures.server";
import { lineOfPart } from "./part-lines";
import { readQtiItem } from "./read-qti-item.server";
import { faultOf, rootOf, unpack } from "./unpack.server";
import { imageFile, imageOfFile, isLanguage, manifestName } from "./vocabulary";
import { allOf, attributeOf, lineOf, Unreadable } from "./xml-reading";

/** One language of an item: what the manifest says of it, and its file. */
interface Half {
  /** The portal's own metadata. */
  readonly about: Element | undefined;
  /** In the manifest. */
  readonly line: number | null;
  readonly file: string;
  readonly root: Element;
  readonly content: Record<string, unknown>;
}

interface Halves {
  readonly line: number | null;
  readonly byLanguage: Map<string, Half>;
  /** What each resource says beside the words, whether its file could be read or not. */
  readonly facts: Map<string, ReturnType<typeof factsOf>>;
  /** What is wrong with a half has been said; it need not be said again that it is missing. */
  isBroken: boolean;
}

const inManifest = (...rest: string[]): string => [manifestName, ...rest].join(", ");

class PackageReader {
  readonly items: WrittenItem[] = [];
  readonly images: FileImage[] = [];
  private readonly found: { file: string; fault: FileFault }[] = [];
  private readonly byCode = new Map<string, Halves>();
  /** The files in the order in which the manifest names them. */
  private readonly order = [manifestName];

  private readonly pictures: PackagePictures;

  constructor(
    private readonly files: Unzipped,
    private readonly assumed: Assumed,
  ) {
    this.pictures = new PackagePictures(files);
  }

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

  readItem(resource: Element): void {
    const [about] = allOf(resource, "item");
    const [file, line] = [attributeOf(resource, "href"), lineOf(about ?? resource)];
    if (file === "") {
      this.add(manifestName, faultOf(new Unreadable("element_missing", 'href="…"', lineOf(resource)), manifestName));
      return;
    }
    this.order.push(file);
    const faults: unknown[] = [];
    const root = this.rootOf(file, (error) => faults.push(error));
    const facts = factsOf(about, root);
    const halves = this.halvesOf(String(facts.code ?? file), line);
    if (root) this.readHalf(halves, { about, line, file, root }, facts, (error) => faults.push(error));
    for (const error of faults) this.add(file, faultOf(error, file));
    if (faults.length > 0) halves.isBroken = true;
  }

  private rootOf(file: string, note: (error: unknown) => void): Element | undefined {
    try {
      return rootOf(this.files, file);
    } catch (error) {
      note(error);
      return undefined;
    }
  }

  private halvesOf(code: string, line: number | null): Halves {
    const halves = this.byCode.get(code) ?? { line, byLanguage: new Map(), facts: new Map(), isBroken: false };
    this.byCode.set(code, halves);
    return halves;
  }

  private readHalf(
    halves: Halves,
    half: Omit<Half, "content">,
    facts: ReturnType<typeof factsOf>,
    note: (error: unknown) => void,
  ): void {
    const { about, root, line } = half;
    const language = languageOf(about, root);
    const code = String(facts.code);
    if (halves.byLanguage.has(language)) {
      halves.isBroken = true;
      this.add(manifestName, { line, place: inManifest(code), problem: { kind: "code_repeated" } });
    } else if (!isLanguage(language)) {
      halves.isBroken = true;
      const problem = { kind: "language_unknown", name: language || "–" } as const;
      const isHere = about?.hasAttribute("language");
      if (isHere) this.add(manifestName, { line, place: inManifest(code), problem });
      else this.add(half.file, { line: lineOf(root), place: half.file, problem });
    }
    const imageAt = (img: Element) => this.pictures.find(img, half.file);
    const content = readQtiItem(root, { language, imageAt }, note);
    halves.facts.set(language, facts);
    halves.byLanguage.set(language, { ...half, content });
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
    const refuse = (name: string, fault: ImageFault) =>
      this.add(name, { line: null, place: name, problem: { kind: "image", fault } });
    this.images.push(...this.pictures.read(refuse));
  }

  join(): void {
    for (const [code, { byLanguage, facts, line, isBroken }] of this.byCode) {
      const [en, de] = [byLanguage.get("en"), byLanguage.get("de")];
      const missing = missingIn(wholeFacts(facts.get("en") ?? {}, facts.get("de") ?? {}, this.assumed));
      const problem = { kind: "facts_missing", name: missing.join(", ") } as const;
      if (facts.size > 0 && missing.length > 0) this.add(manifestName, { line, place: inManifest(code), problem });
      const only = en ?? de;
      if (isBroken || missing.length > 0 || !only) continue;
      if (en && de) this.joinItem(code, en, de);
      else this.joinItem(code, only, only, en ? "de" : "en");
    }
  }

  private joinItem(code: string, en: Half, de: Half, lacks?: Language): void {
    const { facts: all } = this.halvesOf(code, en.line);
    const [english, german] = [all.get("en") ?? {}, all.get("de") ?? {}];
    const facts = joinHalves(
      { key: wholeFacts(english, german, this.assumed) },
      { key: wholeFacts(german, english, this.assumed) },
    );
    const content = joinHalves(en.content, de.content);
    if ("differences" in facts) {
      for (const { path, ...both } of facts.differences) {
        const name = placeOf(path.slice(1));
        this.addFact(de, code, path[1], { kind: "halves_differ", name, ...both });
      }
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
    const written = wholeFacts(english, german, this.assumed);
    const outdated = { ...outdatedBy(en.about, "en"), ...outdatedBy(de.about, "de") };
    const translation = lacks ? { lacks } : Object.keys(outdated).length > 0 ? { outdated } : {};
    const parsed = fileItemSchema.safeParse({ ...written, content: content.content, ...translation });
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
      this.addFact(en, code, part, problem);
    }
  }

  /** What is wrong with a fact stands where the fact was read from: in the manifest, or in the item itself. */
  private addFact(half: Half, code: string, name: PropertyKey | undefined, problem: FileFault["problem"]): void {
    const { about, root, file, line } = half;
    const own = name === "code" || name === "points";
    const place = problem.kind === "issue" ? [placeOf([String(name)])] : [];
    if (own && !about?.hasAttribute(name))
      this.add(file, { line: lineOfFact(root, name), place: [file, ...place].join(", "), problem });
    else this.add(manifestName, { line, place: inManifest(code, ...place), problem });
  }
}

/** Items of other programs say by their type what they are; the portal's own by their metadata, too. */
const isItem = (resource: Element): boolean =>
  attributeOf(resource, "type").startsWith("imsqti_item") || allOf(resource, "item").length > 0;

/**
 * Reads a package: all of its items, or every fault with its file and line. What is no item (tests, styles, and the like) is left there.
 * `assumed` is taken for items that say nothing else.
 */
export function readQtiPackage(bytes: Uint8Array, assumed: Assumed = nothingAssumed): ReadFile<WrittenItem> {
  try {
    const files = unpack(bytes);
    const found = allOf(rootOf(files, manifestName), "resource").filter(isItem);
    if (found.length === 0) return { faults: [{ line: null, place: manifestName, problem: { kind: "no_items" } }] };
    const reader = new PackageReader(files, assumed);
    for (const resource of found) reader.readItem(resource);
    reader.join();
    reader.readImages();
    const faults = reader.faults();
    return faults.length > 0 ? { faults } : { items: reader.items, images: reader.images };
  } catch (error) {
    return { faults: [faultOf(error, manifestName)] };
  }
}
