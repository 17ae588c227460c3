import { expect, it } from "vitest";
import { numberedTakeOvers } from "./take-overs";

const takenAt = new Date("2027-03-15T08:00:00Z");
const taken = (turn: number, fromClient: string, toClient: string) => ({ turn, fromClient, toClient, takenAt });

it("windows are numbered as they appear, and keep their number when they come back", () => {
  const numbered = numberedTakeOvers([taken(1, "z", "m"), taken(2, "m", "a"), taken(3, "a", "z")]);
  expect(numbered.map(({ from, to }) => [from, to])).toEqual([
    [1, 2],
    [2, 3],
    [3, 1],
  ]);
});

it("without a take-over there is nothing to number", () => expect(numberedTakeOvers([])).toEqual([]));
