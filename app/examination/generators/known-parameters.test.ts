import { describe, expect, it } from "vitest";
import { firstBank } from "../bank/first-bank";
import { generatorCodes } from "./all-generators";
import { generatorName } from "./generator-names";
import { isGeneratorCode, knownParameters, parameterFaults } from "./known-parameters";

const generated = firstBank.flatMap(({ code, content }) => ("generator" in content ? { code, ...content } : []));

describe("the parameters of a generator", () => {
  it.each(generated)("are those that $code gives it", ({ generator, parameters }) => {
    if (!isGeneratorCode(generator)) throw new Error("a generator expected");
    expect(parameterFaults(generator, parameters)).toEqual([]);
    const known = knownParameters(generator);
    expect(known.map(({ name }) => name)).toEqual(Object.keys(parameters as object));
    for (const { name, isList, values } of known) {
      const given = (parameters as Record<string, unknown>)[name];
      expect(Array.isArray(given)).toBe(isList);
      expect(values).toEqual(expect.arrayContaining([given].flat()));
    }
  });

  it("are refused one by one", () => {
    const [tool, causes] = knownParameters("steal_or_iowait");
    expect(parameterFaults("steal_or_iowait", { foo: 1, causes: ["steal", "weather"] })).toEqual([
      { fault: "unknown", name: "foo" },
      { fault: "missing", parameter: tool },
      { fault: "wrong", parameter: causes },
    ]);
    expect(parameterFaults("slow_volume", [])).toEqual([{ fault: "no_object" }]);
    expect(parameterFaults("slow_volume", { fast: true })).toEqual([{ fault: "unknown", name: "fast" }]);
  });
});

it("every generator has a name that is not its code, and a code of none stands for itself", () => {
  for (const code of generatorCodes) {
    for (const language of ["en", "de"] as const) expect(generatorName(code, language)).not.toMatch(/_/);
  }
  expect(generatorName("dice", "de")).toBe("dice");
});
