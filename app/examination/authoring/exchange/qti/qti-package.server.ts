/** Items as an IMS content package with QTI 3.0 items in it: a zip with a manifest, a file for each language of an item. */
import { strToU8, type Zippable, zipSync } from "fflate";
import type { Language } from "~/platform/schema/people-tables";
import type { StoredImage } from "../../../images/image-queries.server";
import { canonicalItem } from "../../canonical-item";
import { hashesIn, imagesIn } from "../../item-images";
import type { WrittenItem } from "../../written-item";
import { leftOutOf, renderQtiItem } from "./render-qti-item.server";
import { identifierOf, imageFile, manifestName, namespaces } from "./vocabulary";
import { element as el, type Markup, xmlDocument } from "./xml";

/** An item without words of its own in a language has no file in it: whoever reads the package would take the other's for a translation. */
const languagesOf = ({ lacks }: WrittenItem) => (["en", "de"] as const).filter((language) => language !== lacks);

/** The texts that are behind in the language of the file. */
const outdatedIn = ({ outdated = {} }: WrittenItem, language: Language): string | undefined =>
  Object.keys(outdated)
    .filter((id) => outdated[id] === language)
    .join(" ") || undefined;

const fileOf = (code: string, language: string): string => `${code}.${language}.xml`;

function resources(item: WrittenItem): Markup[] {
  const { code, pool, section, points, difficultyGuess, enemyGroup, clauses, sources, content } = item;
  const pictures = [...new Set(imagesIn(content).map(imageFile))];
  const facts = { code, pool, section, points, clauses: clauses.join(" ") };
  const more = { difficulty: difficultyGuess ?? undefined, "enemy-group": enemyGroup ?? undefined };
  return languagesOf(item).map((language) =>
    el(
      "resource",
      { identifier: `${identifierOf(code)}-${language}`, type: "imsqti_item_xmlv3p0", href: fileOf(code, language) },
      el(
        "metadata",
        {},
        el(
          "item",
          { xmlns: namespaces.portal, language, ...facts, ...more, outdated: outdatedIn(item, language) },
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
  const known = items.filter((item) => leftOutOf(item) === null).map(canonicalItem);
  const files: Zippable = { [manifestName]: strToU8(manifestOf(known)) };
  for (const item of known) {
    for (const language of languagesOf(item))
      files[fileOf(item.code, language)] = strToU8(renderQtiItem(item, language));
  }
  const shown = new Set(hashesIn(known));
  for (const image of images) if (shown.has(image.sha256)) files[imageFile(image)] = [image.bytes, { level: 0 }];
  const left = items.flatMap((item) => reasonOf(item) ?? []);
  if (left.length > 0) files["not-included.txt"] = strToU8(left.join(""));
  return new Uint8Array(zipSync(files, packed));
}

function reasonOf(item: WrittenItem): string | null {
  const { code, content } = item;
  switch (leftOutOf(item)) {
    case "generated":
      return `${code}: made anew for each candidate by the generator ${"generator" in content ? content.generator : ""}; QTI 3.0 has no like for it.\n`;
    case "ticket":
      return `${code}: a ticket whose requirements are met by any of several pieces in one field; QTI 3.0 has no like for it.\n`;
    case "signs":
      return `${code}: control characters stand in it, which XML cannot hold.\n`;
    case null:
      return null;
  }
}
