/** Numbers as people type them, candidates and authors alike. Nothing here imports zod: the same file runs in the exam page. */

/** `1.000` and `1,000`: the one half of the readers means a thousand and the other half one; `0.125` and `0,125` can only mean an eighth. */
export const isUnclearNumber = (text: string): boolean => /^\s*[-+]?[1-9]\d{0,2}[.,]\d{3}\s*$/.test(text);

/** The number as text that can only mean it, whoever reads it. */
export function clearNumber(value: number): string {
  const text = String(value);
  return isUnclearNumber(text) ? `${text}0` : text;
}
