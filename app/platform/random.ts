import { createHash, randomBytes } from "node:crypto";

/** Source of chance; workflows take it as an argument, so that a seed repeats what they did. */
export interface Random {
  bytes(count: number): Buffer;
}

export const systemRandom: Random = { bytes: (count) => randomBytes(count) };

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
