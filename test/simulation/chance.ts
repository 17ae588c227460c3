import { createHash } from "node:crypto";

/** A repeatable source of chance for the world: fast, by name, and independent of what other parts of the world draw. */
export interface Chance {
  /** Uniform in [0, 1). */
  number(): number;
  /** Whole and uniform, both ends included. */
  between(low: number, high: number): number;
  happens(probability: number): boolean;
  oneOf<T>(choices: readonly T[]): T;
}

/** Small fast counting generator (sfc32), begun from the SHA-256 of the seed. */
export function chanceFrom(seed: string): Chance {
  const begin = createHash("sha256").update(seed).digest();
  let [a, b, c, counter] = [0, 4, 8, 12].map((offset) => begin.readInt32LE(offset)) as [number, number, number, number];
  const number = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + Math.floor(number() * (high - low + 1));
  return {
    number,
    between,
    happens: (probability) => number() < probability,
    oneOf(choices) {
      const choice = choices[between(0, choices.length - 1)];
      if (choice === undefined) throw new RangeError("nothing to choose from");
      return choice;
    },
  };
}
