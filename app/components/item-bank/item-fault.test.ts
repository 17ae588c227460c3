import { expect, test } from "vitest";
import { itemFault, ownItemFault } from "./item-fault";

test("a code that items alone have is worded with its fact, any other as everywhere", () => {
  expect(itemFault("unknown_key:foo", "de")).toBe("Das ist hier nicht bekannt: foo.");
  expect(itemFault("id_repeated", "en")).toBe("Something stands here twice. Please say each thing once.");
  expect(itemFault("too_few:1", "de")).toBe("Mindestens eine Angabe ist nötig.");
  expect([ownItemFault("required", "en"), ownItemFault("toString", "en")]).toEqual([null, null]);
});
