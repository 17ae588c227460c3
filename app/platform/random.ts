import { createHash, randomBytes, randomFillSync } from "node:crypto";

/** Source of chance; workflows take it as an argument, so that a seed repeats what they did. */
export interface Random {
  bytes(count: number): Buffer;
}

const drawnAtOnce = 4_096;

/**
 * Chance of the system. Drawn in stock, as asking for sixteen bytes costs as much as for thousands and every request asks twice; what has been handed out is
 * wiped from the stock.
 */
export const systemRandom: Random = fromStock(Buffer.alloc(drawnAtOnce));

function fromStock(stock: Buffer): Random {
  let used = stock.length;
  return {
    bytes(count) {
      if (count > stock.length / 8) return randomBytes(count);
      if (used + count > stock.length) {
        randomFillSync(stock);
        used = 0;
      }
      const handed = Buffer.from(stock.subarray(used, used + count));
      stock.fill(0, used, used + count);
      used += count;
      return handed;
    },
  };
}

/** Repeatable: the SHA-256 of seed and counter, in a row. For the demo world and tests, never for secrets. */
export function seededRandom(seed: string): Random {
  let counter = 0;
  return {
    bytes(count) {
      const blocks: Buffer[] = [];
      for (let have = 0; have < count; have += 32) {
        blocks.push(createHash("sha256").update(`${seed}:${counter++}`).digest());
      }
      return Buffer.concat(blocks).subarray(0, count);
    },
  };
}

/** Version 4 UUID (RFC 9562). */
export function uuidFrom(random: Random): string {
  const bytes = random.bytes(16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Uniform in [0, bound), by rejection, for bound up to 2^32. */
export function integerBelow(random: Random, bound: number): number {
  const limit = 2 ** 32 - (2 ** 32 % bound);
  for (;;) {
    const value = random.bytes(4).readUInt32BE();
    if (value < limit) return value % bound;
  }
}
