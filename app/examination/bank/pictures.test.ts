import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readImage } from "../images/read-image";
import { pictureData, pictures } from "./pictures";

test.each(Object.entries(pictures))(
  "%s is the picture that its name and size say, with nothing in it but what is shown",
  (_, picture) => {
    const bytes = Buffer.from(pictureData.get(picture.sha256) ?? "", "base64");
    const { sha256, type, width, height } = picture;
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    expect(readImage(bytes)).toEqual({ type, width, height, bytes: new Uint8Array(bytes) });
  },
);
