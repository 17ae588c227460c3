import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "~/platform/random";
import { certificateNumberFrom, parseCertificateNumber } from "./certificate-number";

const symbols = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const bare = (number: string) => number.replaceAll("-", "").slice(3);
const anyNumber = fc.string({ minLength: 1, maxLength: 20 }).map((seed) => certificateNumberFrom(seededRandom(seed)));

/** The check as ISO/IEC 7064 states it, on the whole number at once: n mod 97 = 1. */
const satisfiesStandard = (number: string) => {
  const body = bare(number).slice(0, -2);
  const digits = [...body].map((symbol) => String(symbols.indexOf(symbol)).padStart(2, "0")).join("");
  return BigInt(digits + number.slice(-2)) % 97n === 1n;
};

describe("certificate numbers", () => {
  test("look alike, are all different and satisfy MOD 97-10", () => {
    const random = seededRandom("numbers");
    const numbers = Array.from({ length: 2000 }, () => certificateNumberFrom(random));
    expect(new Set(numbers).size).toBe(2000);
    for (const number of numbers) {
      expect(number).toMatch(/^SLA(-[0-9A-HJKMNP-TV-Z]{4}){3}-\d\d$/);
      expect(satisfiesStandard(number)).toBe(true);
    }
    expect(new Set(numbers.flatMap((number) => [...bare(number).slice(0, 12)]))).toEqual(new Set(symbols));
  });

  test("every single wrong symbol is caught", () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const right = [...bare(number)];
        for (const [place, symbol] of right.entries()) {
          for (const wrong of symbols) {
            if (wrong === symbol) continue;
            expect(parseCertificateNumber(right.with(place, wrong).join(""))).toHaveProperty("fault");
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("every swap of two neighbours, and of two symbols around a third, is caught", () => {
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(1, 2), (number, distance) => {
        const right = [...bare(number)];
        for (let place = 0; place + distance < right.length; place += 1) {
          const [a = "", b = ""] = [right[place], right[place + distance]];
          if (a === b) continue;
          expect(
            parseCertificateNumber(
              right
                .with(place, b)
                .with(place + distance, a)
                .join(""),
            ),
          ).toHaveProperty("fault");
        }
      }),
    );
  });

  const number = "SLA-0123-4567-89AB-" as const;
  const complete = `${number}${String(98 - Number((BigInt("000102030405060708091011") * 100n) % 97n)).padStart(2, "0")}`;

  test.each([
    ["as printed", (text: string) => text],
    ["lower case", (text: string) => text.toLowerCase()],
    ["without dashes", (text: string) => text.replaceAll("-", "")],
    ["with spaces", (text: string) => `  ${text.replaceAll("-", " ")}\n`],
    ["without the prefix", (text: string) => text.slice(4)],
    ["with long dashes", (text: string) => text.replaceAll("-", " – ")],
    ["O for 0 and I for 1", (text: string) => text.replaceAll("0", "O").replaceAll("1", "I")],
    ["l for 1 and o for 0", (text: string) => text.replaceAll("0", "o").replaceAll("1", "l")],
    ["full-width", (text: string) => text.replaceAll("4", "４")],
  ])("is understood %s", (_how, typed) => {
    expect(parseCertificateNumber(typed(complete))).toEqual({ number: complete });
  });

  test.each([
    "",
    "SLA",
    "SLA-0123-4567-89AB",
    `${complete}0`,
    complete.replace("A", "U"),
    "0123 4567 89AB 4?",
    "../etc",
  ])("%j is no number", (text) => {
    expect(parseCertificateNumber(text)).toEqual({ fault: "shape" });
  });

  test("tells a mistyped number from no number", () => {
    expect(parseCertificateNumber(complete.replace("4567", "4576"))).toEqual({ fault: "check" });
  });

  test("never throws, and what it accepts is a fixed point", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyNumber), (text) => {
        const parsed = parseCertificateNumber(text);
        if ("number" in parsed) expect(parseCertificateNumber(parsed.number)).toEqual(parsed);
      }),
    );
  });
});
