import { expect, it } from "vitest";
import type { FileFault } from "~/examination/authoring/exchange/file-fault";
import { shownFaults } from "./shown-faults.server";

const fault = (line: number, place: string, name: string): FileFault => ({
  line,
  place,
  problem: { kind: "key_unknown", name },
});

it("says the same fault once, with all of its places by their order in the file", () => {
  expect(shownFaults([fault(3, "a", "x"), fault(5, "b", "y"), fault(9, "c", "x")], "en")).toMatchObject({
    count: 3,
    groups: [
      {
        told: expect.stringContaining("“x”"),
        places: [
          { at: 0, line: 3, place: "a" },
          { at: 2, line: 9, place: "c" },
        ],
      },
      { told: expect.stringContaining("“y”"), places: [{ at: 1, line: 5, place: "b" }] },
    ],
    more: 0,
  });
});

it("keeps the page of a file in which everything is wrong in bounds, and counts the rest", () => {
  const shown = shownFaults(
    Array.from({ length: 25_000 }, (_, at) => fault(at + 1, "here", String(at))),
    "en",
  );
  expect([shown.count, shown.groups.length, shown.more]).toEqual([25_000, 20_000, 5_000]);
});
