/** An item read in with the words of one language, and the same item in the bank, which may have those of the other. */
import type { Language } from "~/platform/schema/people-tables";
import type { WrittenItem } from "../written-item";

/** The two do not have the same parts, so that nobody can say which words belong to which. */
class DoNotFit extends Error {}

type Spoken = Readonly<Record<Language, string>>;

const isSpoken = (value: unknown): value is Spoken =>
  typeof value === "object" && value !== null && "en" in value && "de" in value;

const idOf = (entry: unknown): string | undefined =>
  typeof entry === "object" && entry !== null && "id" in entry ? String(entry.id) : undefined;

/**
 * The item with the bank's words in the language that it lacks; where those are the same in both languages, they follow the new ones. Null where the bank's
 * has other parts, or is made by a generator.
 */
export function completed(item: WrittenItem, before: WrittenItem): WrittenItem | null {
  const { lacks, ...own } = item;
  if (!lacks) return item;
  if ("generator" in own.content || "generator" in before.content) return null;
  try {
    return { ...own, content: new Filler(lacks).fill(own.content, before.content) as WrittenItem["content"] };
  } catch (error) {
    if (error instanceof DoNotFit) return null;
    throw error;
  }
}

class Filler {
  constructor(private readonly lacks: Language) {}

  fill(given: unknown, before: unknown): unknown {
    if (typeof given === "string") return isSpoken(before) ? this.speak(given, before) : given;
    if (isSpoken(given)) return this.speak(given.en, isSpoken(before) ? before : given, given);
    if (Array.isArray(given)) return this.fillList(given, before);
    if (typeof given !== "object" || given === null) return given;
    if (typeof before !== "object" || before === null) throw new DoNotFit();
    const kept = new Map(Object.entries(before));
    return Object.fromEntries(Object.entries(given).map(([name, each]) => [name, this.fill(each, kept.get(name))]));
  }

  /** Entries with an id belong to those of the same id, others to those of the same place. */
  private fillList(given: readonly unknown[], before: unknown): unknown[] {
    if (!Array.isArray(before) || before.length !== given.length) throw new DoNotFit();
    const byId = new Map(before.map((entry) => [idOf(entry), entry]));
    return given.map((entry, index) => {
      const id = idOf(entry);
      if (id === undefined) return this.fill(entry, before[index]);
      if (!byId.has(id)) throw new DoNotFit();
      return this.fill(entry, byId.get(id));
    });
  }

  private speak(words: string, before: Spoken, given?: Spoken): unknown {
    if (before.en === before.de) return given ?? words;
    return this.lacks === "de" ? { en: words, de: before.de } : { en: before.en, de: words };
  }
}
