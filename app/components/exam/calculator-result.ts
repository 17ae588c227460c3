import type { Language } from "~/components/messages";
import { clearNumber } from "~/examination/typed-number";
import { roundedResult } from "./calculate";

export interface WrittenResult {
  /** As it stands in the list. */
  readonly text: string;
  /** As it can be reckoned on with, whatever is typed before and after it. */
  readonly typed: string;
  /** Digits before the decimal point are not shown. */
  readonly rounded: boolean;
}

/** From here on not every whole number is a number of its own to the calculator, so that no digit could be relied on; below it, nothing but noughts would be read. */
const largest = Number.MAX_SAFE_INTEGER;
const smallest = 1e-6;
/** Twelve digits are shown of what is no whole number. */
const allDigitsBelow = 1e12;

/** Plain digits, or a power of ten where those would say too little or too much. The calculator reads both. */
export function writtenResult(value: number, language: Language): WrittenResult {
  const result = roundedResult(value);
  const size = Math.abs(value);
  const rounded = size >= allDigitsBelow && !Number.isSafeInteger(value);
  if (size === 0 || (size >= smallest && size <= largest)) {
    const text = inWords(result, language);
    return { text, typed: text, rounded };
  }
  const [digits, exponent] = result.toExponential().split("e");
  const text = `${inWords(Number(digits), language)} × 10^${Number(exponent)}`;
  return { text, typed: `(${text})`, rounded };
}

function inWords(value: number, language: Language): string {
  const text = clearNumber(value);
  return language === "de" ? text.replace(".", ",") : text;
}
