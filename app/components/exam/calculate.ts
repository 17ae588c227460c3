import { isUnclearNumber } from "~/examination/typed-number";

/**
 * Works out what is typed into the exam's calculator: + - * / ^, brackets, per cent of a hundred, decimal point or comma. What may mean thousands or
 * a decimal is refused, as it is in an answer. A parser of its own, so that nothing that is typed is ever run as a program.
 */

export type Calculated =
  | { readonly value: number }
  | { readonly fault: "empty" | "unclear" | "number_unclear" | "by_zero" | "too_large" };

/** How tightly each holds what stands beside it. */
const holds: Readonly<Record<string, number>> = { "+": 1, "-": 1, "*": 2, "/": 2, "^": 4 };
const signHolds = 3;

const longest = 200;
const sameSign: Readonly<Record<string, string>> = {
  "×": "*",
  "·": "*",
  "÷": "/",
  ":": "/",
  "−": "-",
  "–": "-",
  ",": ".",
};

class Unclear extends Error {}
class NumberUnclear extends Error {}
class ByZero extends Error {}
class TooLarge extends Error {}

function tokensOf(typed: string): string[] {
  const plain = [...typed].map((sign) => sameSign[sign] ?? sign).join("");
  const tokens = plain.match(/\d+(\.\d+)?|\.\d+|[-+*/^()%]|\S/g) ?? [];
  if (tokens.some((token) => !/^(\d*\.?\d+|[-+*/^()%])$/.test(token))) throw new Unclear();
  if (tokens.some(isUnclearNumber)) throw new NumberUnclear();
  return tokens;
}

function apply(operator: string, left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      if (right === 0) throw new ByZero();
      return left / right;
    default:
      return left ** right;
  }
}

/** Reads from the left; each call takes what holds at least as tightly as `least`. */
function read(tokens: string[], least: number): number {
  let value = operand(tokens);
  for (;;) {
    const operator = tokens[0];
    const tightness = operator === undefined ? undefined : holds[operator];
    if (operator === undefined || tightness === undefined || tightness < least) return value;
    tokens.shift();
    // A power of a power is read from the right.
    value = apply(operator, value, read(tokens, operator === "^" ? tightness : tightness + 1));
    // Divided by what is too large, the rest would come out as a number that looks right.
    if (Math.abs(value) === Number.POSITIVE_INFINITY) throw new TooLarge();
  }
}

function operand(tokens: string[]): number {
  const token = tokens.shift();
  if (token === "-") return -read(tokens, signHolds);
  if (token === "+") return read(tokens, signHolds);
  let value = Number(token);
  if (token === "(") {
    value = read(tokens, 1);
    if (tokens.shift() !== ")") throw new Unclear();
  } else if (token === undefined || Number.isNaN(value)) throw new Unclear();
  for (; tokens[0] === "%"; value /= 100) tokens.shift();
  return value;
}

export function calculate(typed: string): Calculated {
  if (typed.trim() === "") return { fault: "empty" };
  if (typed.length > longest) return { fault: "unclear" };
  try {
    const tokens = tokensOf(typed);
    const value = read(tokens, 1);
    return tokens.length > 0 || !Number.isFinite(value) ? { fault: "unclear" } : { value };
  } catch (error) {
    if (error instanceof ByZero) return { fault: "by_zero" };
    if (error instanceof TooLarge) return { fault: "too_large" };
    if (error instanceof NumberUnclear) return { fault: "number_unclear" };
    if (error instanceof Unclear) return { fault: "unclear" };
    throw error;
  }
}

/** To twelve significant digits, so that 0.1 + 0.2 is 0.3; a whole number with all its digits, as far as each has one of its own. */
export const roundedResult = (value: number): number =>
  Number.isSafeInteger(value) ? value : Number(value.toPrecision(12));
