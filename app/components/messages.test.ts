import { describe, expect, it } from "vitest";
import { defineMessages, plural } from "./messages";

const modules = import.meta.glob<Record<string, unknown>>(["../**/messages.ts", "../**/*-messages.ts"], {
  eager: true,
});

/** Words that are German as well as English. */
const sameInBoth = new Set([
  "24/7 IONOS Cloud Support",
  "Administrator",
  "Browser",
  "Code",
  "Demo",
  "Details",
  "Distributor",
  "Deutsch",
  "English",
  "Export",
  "ID",
  "IONOS",
  "IONOS Inc.",
  "IONOS Ltd.",
  "Generator",
  "IONOS SE",
  "Link",
  "Log",
  "System",
  "Message-ID",
  "Minimum",
  "Name",
  "Online",
  "Organisation",
  "PDF",
  "Partner",
  "Person",
  "Plan",
  "Pool",
  "Portal",
  "Problem",
  "Status",
  "Text",
  "Trainer",
  "Version",
  "optional",
]);

type Tree = { [key: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null && !Array.isArray(value);

const found = Object.entries(modules).flatMap(([path, exports]) =>
  Object.entries(exports).flatMap(([name, value]) =>
    isTree(value) && isTree(value.en) && isTree(value.de)
      ? [{ name: `${path} ${name}`, en: value.en, de: value.de }]
      : [],
  ),
);

/** Every word with the path of its keys, functions as what they are. */
function leaves(tree: Tree, prefix = ""): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]): [string, unknown][] =>
    isTree(value) ? leaves(value, `${prefix}${key}.`) : [[prefix + key, value]],
  );
}

describe("the words of every page", () => {
  it("are found", () => {
    expect(found.length).toBeGreaterThan(5);
  });

  it.each(found)("$name: both languages have the same keys, of the same kind", ({ en, de }) => {
    const shape = (tree: Tree) =>
      leaves(tree)
        .map(([key, value]) => `${key}: ${typeof value}`)
        .sort();
    expect(shape(de)).toEqual(shape(en));
  });

  it.each(found)("$name: nothing is empty", ({ en, de }) => {
    const empty = [...leaves(en), ...leaves(de)].filter(
      ([, value]) => typeof value === "string" && value.trim() === "",
    );
    expect(empty).toEqual([]);
  });

  it.each(found)("$name: nothing was left untranslated", ({ en, de }) => {
    const german = new Map(leaves(de));
    const same = leaves(en).filter(
      ([key, value]) =>
        typeof value === "string" && /\p{L}/u.test(value) && german.get(key) === value && !sameInBoth.has(value),
    );
    expect(same).toEqual([]);
  });
});

describe("defineMessages", () => {
  it("does not compile when a key is missing, too much, or takes other facts", () => {
    // @ts-expect-error the German half lacks a key
    defineMessages({ en: { yes: "Yes", no: "No" }, de: { yes: "Ja" } });
    // @ts-expect-error the German half has one that nobody asks for
    defineMessages({ en: { yes: "Yes" }, de: { yes: "Ja", no: "Nein" } });
    const en = { days: (count: number) => `${count} days` };
    // @ts-expect-error a sentence that is filled cannot be replaced by one that wants other facts
    defineMessages({ en, de: { days: (name: string) => `${name} Tage` } });
    const words = defineMessages({
      en: { group: { days: (count: number) => `${count} days` } },
      de: { group: { days: (count) => `${count} Tage` } },
    });
    expect(words.de.group.days(2)).toBe("2 Tage");
  });
});

describe("plural", () => {
  it.each([
    ["en", 0, "days"],
    ["en", 1, "day"],
    ["en", 1.5, "days"],
    ["de", 0, "days"],
    ["de", 1, "day"],
    ["de", 21, "days"],
  ] as const)("%s %d: %s", (language, count, form) => {
    expect(plural(language, count, { one: "day", other: "days" })).toBe(form);
  });
});
