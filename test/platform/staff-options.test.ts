import { expect, it } from "vitest";
import { readStaffOptions } from "../../scripts/staff-options";

const given = (name: string) => readStaffOptions(["--email", "a@example.org", "--role", "auditor", "--name", name]);

it("takes a name that a form would take", () => {
  expect(given(" Jörg Müller ")).toEqual({
    email: "a@example.org",
    name: "Jörg Müller",
    role: ["auditor"],
    language: "en",
  });
});

it.each([
  ["Anna\u202eB", "--name: Nobody can see these characters: U+202E."],
  ["王 明", "--name: Certificates cannot print these characters: 王 明"],
  [" ", "--name is missing"],
])("refuses one that a form refuses, in words: %j", (name, sentence) => {
  expect(given(name)).toContain(sentence);
});
