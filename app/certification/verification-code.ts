import { encode } from "uqr";

/** A run of dark modules in one row; module units from the upper left corner, without a quiet zone. */
export interface DarkRun {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** The QR code (ISO/IEC 18004, level M: a seventh of it may be dirty) of an address, as dark runs in a square of `modules` a side. */
export function verificationCode(address: string): { modules: number; runs: DarkRun[] } {
  const { size, data } = encode(address, { ecc: "M", border: 0 });
  const runs: DarkRun[] = [];
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x += 1) {
      const start = x;
      while (row[x]) x += 1;
      if (x > start) runs.push({ x: start, y, length: x - start });
    }
  }
  return { modules: size, runs };
}
