import { expect, it } from "vitest";
import { type Told, toldGroups } from "./told-groups";

const fall = (cycle: string, recipientName: string): Told => ({
  id: `${cycle} ${recipientName}`,
  kind: "below_three_now",
  subjectId: "organisation",
  organisationId: "organisation",
  organisationName: "Nordlicht",
  cycle,
  stage: "0",
  facts: {},
  recipientName,
});

it("puts together who is told of one fall, and keeps two falls of a day apart", () => {
  const groups = toldGroups([
    fall("2027-03-10", "Ada"),
    fall("2027-03-10", "Ben"),
    fall("2027-03-10/2", "Ada"),
    fall("2027-03-10/2", "Ben"),
  ]);
  expect(groups.map(({ recipients }) => recipients)).toEqual([
    ["Ada", "Ben"],
    ["Ada", "Ben"],
  ]);
  expect(new Set(groups.map(({ key }) => key)).size).toBe(2);
});
