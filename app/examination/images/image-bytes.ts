/** Reading numbers and names from the bytes of an image; what lies beyond the end makes it a broken one. */
import type { ImageType } from "./image-reference";

/** What a reader of one format finds: its size, and the image with nothing in it but what is shown. */
export interface ReadImage {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** `image_type`: none of the formats that are taken. `image_broken`: it ends early or contradicts itself. */
export type ImageFault = "image_type" | "image_broken" | "image_animated" | "image_too_large" | "image_size";

export class UnusableImage extends Error {
  constructor(readonly fault: ImageFault) {
    super(fault);
  }
}

export class ByteReader {
  private readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  byte(at: number): number {
    return this.part(at, 1)[0] ?? 0;
  }

  number(at: number, size: 2 | 4, order: "little" | "big"): number {
    this.part(at, size);
    return size === 2 ? this.view.getUint16(at, order === "little") : this.view.getUint32(at, order === "little");
  }

  name(at: number, length = 4): string {
    return String.fromCharCode(...this.part(at, length));
  }

  part(at: number, length: number): Uint8Array {
    if (at < 0 || length < 0 || at + length > this.bytes.length) throw new UnusableImage("image_broken");
    return this.bytes.subarray(at, at + length);
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
