/** What a package says of an item beside its words: in the portal's own metadata, and where that is missing in the item itself. */
import type { Element } from "@xmldom/xmldom";
import { z } from "zod";
import type { ClauseTag } from "../../../clause-tags";
import type { Section } from "../../../section-names";
import type { WrittenItem } from "../../written-item";
import { allOf, attributeOf, elementsOf, lineOf } from "./xml-reading";

/** What whoever reads a package in says of those of its items that do not say it themselves, as QTI has no place for it. */
export interface Assumed {
  readonly pool: WrittenItem["pool"] | null;
  readonly section: Section | null;
  readonly clauses: readonly ClauseTag[];
}

export const nothingAssumed: Assumed = { pool: null, section: null, clauses: [] };

type Facts = Readonly<Record<string, unknown>>;

const whole = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number);

/** As text; what is not said is left out. `root` is the item itself, if it could be read. */
export function factsOf(about: Element | undefined, root: Element | undefined): Facts {
  const said = (name: string) => (about?.hasAttribute(name) ? attributeOf(about, name) : undefined);
  const clauses = said("clauses");
  return defined({
    code: said("code") ?? (root && identifierIn(root)),
    pool: said("pool"),
    section: said("section"),
    points:
      said("points") === undefined ? root && maximumIn(root) : (whole.safeParse(said("points")).data ?? Number.NaN),
    difficultyGuess: about && (whole.safeParse(said("difficulty")).data ?? null),
    enemyGroup: about && (said("enemy-group") || null),
    clauses: clauses?.split(/\s+/).filter(Boolean),
    sources: about && allOf(about, "source").map((source) => source.textContent ?? ""),
  });
}

const defined = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

/** The code that the item's own identifier gives. */
const identifierIn = (root: Element): string | undefined =>
  attributeOf(root, "identifier").replace(/^_/, "") || undefined;

/** The declaration that says how many points there are. */
const scoreIn = (root: Element): Element | undefined =>
  elementsOf(root).find(
    (each) => each.localName === "qti-outcome-declaration" && attributeOf(each, "identifier") === "SCORE",
  );

/** The template that checks an answer as a whole gives one point. */
function maximumIn(root: Element): number {
  const given = attributeOf(scoreIn(root) ?? root, "normal-maximum");
  return given === "" ? 1 : Number(given);
}

/** The line of the item's own file that a fact was read from. */
export const lineOfFact = (root: Element, name: PropertyKey | undefined): number | null =>
  lineOf((name === "points" ? scoreIn(root) : undefined) ?? root);

/** `en`, `de`, or what else the package says, as `fr`. */
export const languageOf = (about: Element | undefined, root: Element): string =>
  about?.hasAttribute("language")
    ? attributeOf(about, "language")
    : (attributeOf(root, "xml:lang").toLowerCase().split("-")[0] ?? "");

/** The texts of the item that are behind in its language. */
export const outdatedBy = (about: Element | undefined, language: string): Record<string, string> =>
  Object.fromEntries(
    (about ? attributeOf(about, "outdated") : "")
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => [id, language]),
  );

const needed = ["pool", "section", "clauses"] as const;

/** The facts of one language, with what only the other says, what is assumed, and what QTI leaves to a default. */
export function wholeFacts(own: Facts, other: Facts, assumed: Assumed): Facts {
  const { pool, section, clauses } = assumed;
  const taken = defined({
    pool: pool ?? undefined,
    section: section ?? undefined,
    clauses: clauses.length > 0 ? clauses : undefined,
  });
  return { difficultyGuess: null, enemyGroup: null, sources: [], ...taken, ...other, ...own };
}

/** What nobody has said, by the names of the portal's metadata. */
export const missingIn = (facts: Facts): string[] => needed.filter((name) => facts[name] === undefined);
