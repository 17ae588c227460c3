import { expect, it } from "vitest";
import { lackingOf } from "./support-access";

it("lacks what is not attested, in the order in which it is set up", () => {
  expect(lackingOf([])).toEqual(["dcd_access", "support_pin"]);
  expect(lackingOf(["support_pin"])).toEqual(["dcd_access"]);
  expect(lackingOf(["dcd_access"])).toEqual(["support_pin"]);
  expect(lackingOf(["support_pin", "dcd_access"])).toEqual([]);
});
