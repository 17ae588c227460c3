/**
 * Repeatable choices from a seed: the same text gives the same choices in every browser and on every server. For exhibits and
 * the order of options, never for secrets.
 */

export interface SeededChoice {
  /** Uniform among the whole numbers from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  pick<Value>(values: readonly Value[]): Value;
  shuffle<Value>(values: readonly Value[]): Value[];
}

const offset = 0x811c9dc5;
const prime = 0x01000193;

/** 32 bits of a text (FNV-1a over UTF-16 units, then a finaliser, so that neighbouring seeds give unlike numbers). */
export const hashOf = (text: string): number => finished(folded(offset, text));

/** Texts as a loop goes through them fast: their UTF-16 units one after the other, and where each text ends. */
export interface HashableTexts {
  readonly units: Uint16Array;
  readonly ends: Int32Array;
}

export function hashable(texts: readonly string[]): HashableTexts {
  const units = new Uint16Array(texts.reduce((sum, { length }) => sum + length, 0));
  const ends = new Int32Array(texts.length);
  let end = 0;
  for (const [index, text] of texts.entries()) {
    for (let unit = 0; unit < text.length; unit++) units[end++] = text.charCodeAt(unit);
    ends[index] = end;
  }
  return { units, ends };
}

/** `hashOf` of each of the texts with `start` before it. */
export function hashesAfter(start: string, { units, ends }: HashableTexts): Float64Array {
  const begun = folded(offset, start);
  const hashes = new Float64Array(ends.length);
  let at = 0;
  for (let text = 0; text < hashes.length; text++) {
    let hash = begun;
    for (const end = ends[text] as number; at < end; at++) hash = Math.imul(hash ^ (units[at] as number), prime);
    hashes[text] = finished(hash);
  }
  return hashes;
}

function folded(begun: number, text: string): number {
  let hash = begun;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), prime);
  return hash;
}

function finished(folded: number): number {
  let hash = folded;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Chris Doty-Humphrey's sfc32 (three words of state and a counter), warmed up past the seed's own pattern. */
function words(seed: string): () => number {
  let [a, b, c, counter] = [hashOf(`${seed}/a`), hashOf(`${seed}/b`), hashOf(`${seed}/c`), 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

export function seededChoice(seed: string): SeededChoice {
  const next = words(seed);
  const below = (bound: number): number => Math.floor((next() / 2 ** 32) * bound);
  return {
    integer: (least, most) => least + below(most - least + 1),
    pick(values) {
      if (values.length === 0) throw new Error("nothing to pick from");
      return values[below(values.length)] as (typeof values)[number];
    },
    shuffle(values) {
      const order = [...values];
      for (let last = order.length - 1; last > 0; last--) {
        const other = below(last + 1);
        [order[last], order[other]] = [order[other] as (typeof order)[number], order[last] as (typeof order)[number]];
      }
      return order;
    },
  };
}
