/**
 * The number printed on a certificate: `SLA-XXXX-XXXX-XXXX-CC`, written to be read aloud and typed. Twelve random symbols
 * carry 60 bits, so numbers cannot be guessed; two check digits by ISO/IEC 7064, MOD 97-10, catch every single wrong symbol
 * and every swap of two neighbours.
 */

import type { Random } from "~/platform/random";

/** Thirty-two symbols without I, L, O and U: the first three are read as digits, the last makes words. */
const symbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const randomSymbols = 12;
const prefix = "SLA";
const readAs: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1" };
const clear = (text: string): string => text.replace(/[OIL]/g, (letter) => readAs[letter] ?? letter);
const shape = new RegExp(`^(?:${clear(prefix)})?([${symbols}]{${randomSymbols}})(\\d\\d)$`);

/** Each symbol stands for the two digits of its place in the alphabet, so that all have the same length under the check. */
function checkDigits(body: string): string {
  let remainder = 0;
  for (const symbol of body) remainder = (remainder * 100 + symbols.indexOf(symbol)) % 97;
  return String(98 - ((remainder * 100) % 97)).padStart(2, "0");
}

const written = (body: string): string =>
  [prefix, body.slice(0, 4), body.slice(4, 8), body.slice(8), checkDigits(body)].join("-");

/** A fresh number; takes 12 bytes of `random`. */
export function certificateNumberFrom(random: Random): string {
  return written(Array.from(random.bytes(randomSymbols), (byte) => symbols.charAt(byte % symbols.length)).join(""));
}

export type ParsedCertificateNumber = { readonly number: string } | { readonly fault: "shape" | "check" };

/**
 * The number in its canonical writing, from what a person typed: case, spaces and dashes do not matter, the prefix may be
 * missing, O is read as 0, I and L as 1. `shape`: it cannot be a number at all; `check`: it was mistyped.
 */
export function parseCertificateNumber(text: string): ParsedCertificateNumber {
  const typed = clear(
    text
      .normalize("NFKC")
      .toUpperCase()
      .replace(/[\s\p{Dash}]/gu, ""),
  );
  const [, body, check] = shape.exec(typed) ?? [];
  if (body === undefined) return { fault: "shape" };
  return check === checkDigits(body) ? { number: written(body) } : { fault: "check" };
}
