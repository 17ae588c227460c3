import { describe, expect, it } from "vitest";
import type { Day } from "~/kernel/calendar";
import { contactOf, mayHoldFrom } from "./support-contact";

const calendar = { freeWeekdays: [6, 7], holidays: new Set<Day>() };
const monday = "2027-03-01";
const old = { phone: "+1 555 0100", email: null };

describe("when other contact details may hold", () => {
  const from = (present: typeof old | null, next: { phone: string | null; email: string | null }, upcoming = false) =>
    mayHoldFrom({ present, upcoming: upcoming ? next : null, next }, monday, calendar, 5);

  it.each([
    ["a first entry", from(null, old), monday],
    ["an address that was not known", from(old, { ...old, email: "head@support.example" }), monday],
    ["another number", from(old, { phone: "+1 555 0101", email: null }), "2027-03-09"],
    ["a number taken away", from(old, { phone: null, email: "head@support.example" }), "2027-03-09"],
    ["a correction of what is announced", from(old, { ...old, email: "head@support.example" }, true), "2027-03-09"],
  ])("%s", (_, earliest, expected) => {
    expect(earliest).toBe(expected);
  });
});

describe("what holds", () => {
  const contacts = [
    { role: "management", phone: "2", email: null, effectiveOn: "2027-03-09" },
    { role: "management", phone: "1", email: null, effectiveOn: "2000-01-01" },
    { role: "support", phone: "3", email: null, effectiveOn: "2027-01-01" },
  ] as const;
  const phones = (today: Day) => {
    const { present, upcoming } = contactOf(contacts, "management", today);
    return [present?.phone, upcoming?.phone];
  };

  it("changes on the day itself", () => {
    expect(phones("2027-03-08")).toEqual(["1", "2"]);
    expect(phones("2027-03-09")).toEqual(["2", undefined]);
  });

  it("is nothing while nothing was entered", () => {
    expect(contactOf([], "support", monday)).toEqual({ present: null, upcoming: null });
  });
});
