import { describe, expect, it } from "vitest";
import { submitted } from "~/web/form.server";
import { windowSchema } from "./window-schema.server";

const now = new Date("2027-03-01T08:00:00Z");
const filled = {
  opensDay: "2027-03-27",
  opensTime: "09:00",
  closesDay: "2027-03-28",
  closesTime: "12:00",
  timeZone: "Europe/Berlin",
  reason: "Spring sitting",
};

/** What the schema makes of the form, or the fields it marks. */
async function read(change: Partial<typeof filled>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...filled, ...change })) form.set(name, value);
  const answer = await submitted(form, windowSchema(now), async (value) => ({ value }));
  return "value" in answer ? answer.value : (await answer.json()).errors;
}

describe("the form of an examination window", () => {
  it("reads both ends on the clock of the zone", async () => {
    expect(await read({})).toEqual({
      opensAt: new Date("2027-03-27T08:00:00Z"),
      closesAt: new Date("2027-03-28T10:00:00Z"),
      reason: "Spring sitting",
      agreed: [],
    });
  });

  it.each([
    ["an end in the past", { opensDay: "2020-01-01", closesDay: "2020-01-02" }, { closesDay: ["in_the_past"] }],
    [
      "an end that is over this minute",
      { opensDay: "2027-02-01", closesDay: "2027-03-01", closesTime: "09:00" },
      { closesDay: ["in_the_past"] },
    ],
    ["an end before the start", { closesDay: "2027-03-26" }, { closesDay: ["end_before_start"] }],
    ["an hour that the clocks skip", { closesTime: "02:30" }, { closesTime: ["skipped_hour"] }],
    [
      "both ends in it",
      { opensDay: "2027-03-28", opensTime: "02:15", closesTime: "02:30" },
      { opensTime: ["skipped_hour"], closesTime: ["skipped_hour"] },
    ],
    ["a time of no clock", { opensTime: "25:00" }, { opensTime: ["not_a_date_time"] }],
    ["a zone of no place", { timeZone: "Europe/Atlantis" }, { timeZone: ["not_a_time_zone"] }],
    [
      "more than one fault",
      { closesDay: "2027-03-26", reason: "" },
      { closesDay: ["end_before_start"], reason: ["required"] },
    ],
  ])("marks %s where it stands, and says why", async (_, change, faults) => {
    expect(await read(change)).toEqual(faults);
  });
});
