import { describe, expect, it } from "vitest";
import { firstBank } from "../bank/first-bank";
import { generatorCodes } from "./all-generators";
import { generatorName } from "./generator-names";
import { isGeneratorCode, knownParameters, takesParameters } from "./known-parameters";
import { parameterNames } from "./parameter-names";

const generated = firstBank.flatMap(({ code, content }) => ("generator" in content ? { code, ...content } : []));

describe("the parameters of a generator", () => {
  it.each(generated)("are those that $code gives it", ({ generator, parameters }) => {
    if (!isGeneratorCode(generator)) throw new Error("a generator expected");
    expect(takesParameters(generator, parameters)).toBe(true);
    const known = knownParameters(generator);
    expect(known.map(({ name }) => name)).toEqual(Object.keys(parameters as object));
    for (const { name, isList, values } of known) {
      const given = (parameters as Record<string, unknown>)[name];
      expect(Array.isArray(given)).toBe(isList);
      expect(values).toEqual(expect.arrayContaining([given].flat()));
    }
  });

  it("are taken as a whole or not at all", () => {
    expect(takesParameters("steal_or_iowait", { tool: "vmstat", causes: ["steal"] })).toBe(true);
    expect(takesParameters("steal_or_iowait", { tool: "vmstat", causes: [] })).toBe(false);
    expect(takesParameters("slow_volume", { fast: true })).toBe(false);
  });

  it.each(generatorCodes)(
    "of %s and their values have names of their own in both languages, and no others have",
    (code) => {
      const known = knownParameters(code);
      expect(Object.keys(parameterNames[code])).toEqual(known.map(({ name }) => name));
      for (const { name, values } of known) {
        const names = parameterNames[code][name];
        expect(Object.keys(names?.values ?? {}).sort()).toEqual([...values].sort());
        for (const language of ["en", "de"] as const) {
          const told = values.map((value) => names?.values[value]?.[language]);
          expect(new Set(told).size).toBe(values.length);
          for (const words of [names?.label[language], ...told]) expect(words).toMatch(/\S/);
        }
      }
    },
  );
});

it("every generator has a name that is not its code, and a code of none stands for itself", () => {
  for (const code of generatorCodes) {
    for (const language of ["en", "de"] as const) expect(generatorName(code, language)).not.toMatch(/_/);
  }
  expect(generatorName("dice", "de")).toBe("dice");
});
