import jsQR from "jsqr";
import { expect, test } from "vitest";
import { verificationCode } from "./verification-code";

/** The runs as a camera would see them: black on white, with a quiet zone of four modules. */
function photograph(address: string, pixels: number) {
  const { modules, runs } = verificationCode(address);
  const side = (modules + 8) * pixels;
  const image = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const run of runs) {
    for (let y = (run.y + 4) * pixels; y < (run.y + 5) * pixels; y += 1) {
      const row = y * side;
      for (let x = (run.x + 4) * pixels; x < (run.x + run.length + 4) * pixels; x += 1)
        image.fill(0, (row + x) * 4, (row + x) * 4 + 3);
    }
  }
  return jsQR(image, side, side);
}

test.each([
  "https://certification.example/verify/SLA-7K2M-9QXR-4TWD-58",
  "http://localhost:3000/verify/SLA-0000-0000-0000-98",
  `https://${"long-".repeat(20)}host.example/verify/SLA-7K2M-9QXR-4TWD-58`,
])("a camera reads %s", (address) => {
  expect(photograph(address, 3)?.data).toBe(address);
});
