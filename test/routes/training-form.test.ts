import { describe, expect, it } from "vitest";
import { changedSessionSchema, newSessionSchema } from "~/routes/training-session-form/session-schema.server";
import { submitted } from "~/web/form.server";

const now = new Date("2027-02-01T08:00:00Z");
const filled = {
  courseCode: "second-level",
  trainerId: "0b6f2f0e-5b1c-4c7e-9a35-0f6f7a0c1d2e",
  language: "de",
  timeZone: "Europe/Berlin",
  partCount: "3",
  day1: "2027-03-27",
  from1: "09:00",
  to1: "12:30",
  day2: "2027-03-29",
  from2: "09:00",
  to2: "12:30",
  place: "Karlsruhe",
  capacity: "12",
  closesDay: "2027-03-20",
  closesTime: "18:00",
  currency: "EUR",
};

function formOf(change: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...filled, ...change })) form.set(name, value);
  return form;
}

/** What the schema makes of the form, or the fields it marks. */
async function read(change: Record<string, string>, schema: typeof newSessionSchema | typeof changedSessionSchema) {
  const form = formOf(change);
  const answer = await submitted(form, schema(form, now), async (value) => ({ value }));
  if ("value" in answer) return answer.value;
  return (await answer.json()).errors;
}

describe("the form of a training session", () => {
  it("reads the parts on the clock of the zone, across the change of the clocks, and leaves out the empty one", async () => {
    expect(await read({}, newSessionSchema)).toMatchObject({
      charge: { minorUnits: 0, currency: "EUR", taxNote: null },
      plan: {
        capacity: 12,
        place: "Karlsruhe",
        link: null,
        enrolmentClosesAt: new Date("2027-03-20T17:00:00Z"),
        parts: [
          { start: new Date("2027-03-27T08:00:00Z"), end: new Date("2027-03-27T11:30:00Z") },
          { start: new Date("2027-03-29T07:00:00Z"), end: new Date("2027-03-29T10:30:00Z") },
        ],
      },
    });
  });

  it.each([
    ["490", 49_000],
    ["490,5", 49_050],
    ["490.55", 49_055],
  ])("reads the price %s as %i cents", async (price, minorUnits) => {
    expect(await read({ price }, newSessionSchema)).toMatchObject({ charge: { minorUnits } });
  });

  it.each([
    ["an hour that the clocks skip", { day1: "2027-03-28", from1: "02:15" }, { from1: ["skipped_hour"] }],
    ["a part that is half filled in", { day3: "2027-03-30" }, { from3: ["required"], to3: ["required"] }],
    ["a part before the one above it", { day2: "2027-03-26" }, { from2: ["before_previous_part"] }],
    ["a day that does not exist", { day1: "2027-02-30" }, { day1: ["not_a_date"] }],
    ["a time zone that does not exist", { timeZone: "Europe/Atlantis" }, { timeZone: ["not_a_time_zone"] }],
    ["neither place nor link", { place: "" }, { place: ["place_or_link"] }],
    ["a link that is none", { link: "meet.example/abc" }, { link: ["not_a_url"] }],
    ["a deadline after the start", { closesDay: "2027-03-28" }, { closesDay: ["deadline_after_start"] }],
    ["too many seats", { capacity: "501" }, { capacity: ["too_big:500"] }],
    ["a price in words", { price: "much" }, { price: ["not_a_number"] }],
  ])("marks %s at its field", async (_, change, errors) => {
    expect(await read(change, newSessionSchema)).toEqual(errors);
  });

  it("knows which revision a change was made on", async () => {
    expect(await read({ revision: "4" }, changedSessionSchema)).toMatchObject({ revision: 4 });
    expect(await read({}, changedSessionSchema)).toEqual({ revision: ["required"] });
  });
});
