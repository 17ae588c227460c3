import type { Language } from "~/platform/schema/people-tables";
import { isUnclearNumber } from "./typed-number";

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);

/** What lies beyond these decides about no answer: grading looks past what binary fractions leave behind, and a field takes no more. */
const decimalsGraded = (value: number): number => clamp(9 - Math.floor(Math.log10(Math.max(1, Math.abs(value)))), 0, 9);

function written(value: number, decimals: number, language: Language): string {
  const fixed = value.toFixed(decimals);
  const short = decimals > 0 ? fixed.replace(/\.?0+$/, "") : fixed;
  const clear = isUnclearNumber(short) ? `${short}0` : short;
  return language === "de" ? clear.replace(".", ",") : clear;
}

/** As a person who speaks the language writes it, and so that it cannot be taken for thousands. */
export const writtenNumber = (value: number, language: Language): string =>
  written(value, decimalsGraded(value), language);

/** To a tenth of the tolerance; where there is none, to the last figure that is graded. */
export function writtenValue(value: number, tolerance: number, language: Language): string {
  const meant = tolerance > 0 ? Math.ceil(Math.log10(5 / tolerance)) : 9;
  return written(value, clamp(meant, 0, decimalsGraded(value)), language);
}

/** To three figures, which a person would give it at the most. */
export const writtenTolerance = (tolerance: number, language: Language): string =>
  written(tolerance, clamp(2 - Math.floor(Math.log10(tolerance)), 0, 20), language);
