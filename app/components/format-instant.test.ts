import { describe, expect, it } from "vitest";
import { germanPlaces } from "~/kernel/german-places";
import { formatInstant, formatInstantRange, formatZone, toLocalInputValue } from "./format-instant";

describe("formatInstant", () => {
  it.each([
    ["dateTime", "Tue 10 Mar 2026, 09:05, Berlin (UTC+1)", "Di,\u00a010.03.2026, 09:05\u00a0Uhr, Berlin (UTC+1)"],
    ["stamp", "10 Mar 2026, 09:05", "10.03.2026, 09:05\u00a0Uhr"],
    ["time", "09:05", "09:05"],
    ["timeWithSeconds", "09:05:07", "09:05:07"],
  ] as const)("%s", (style, en, de) => {
    expect(formatInstant("2026-03-10T08:05:07Z", "en", "Europe/Berlin", style)).toBe(en);
    expect(formatInstant(new Date("2026-03-10T08:05:07Z"), "de", "Europe/Berlin", style)).toBe(de);
  });

  it("follows the wall clock of the zone, also to another day", () => {
    expect(formatInstant("2026-03-11T03:30:00Z", "en", "America/New_York")).toBe(
      "Tue 10 Mar 2026, 23:30, New York (UTC−4)",
    );
  });

  it("writes midnight as 00:00 of the new day", () => {
    expect(formatInstant("2026-03-10T23:00:00Z", "en", "Europe/Berlin", "stamp")).toBe("11 Mar 2026, 00:00");
  });
});

describe("formatZone", () => {
  it.each([
    ["Europe/Berlin", "2026-01-10T00:00:00Z", "Berlin (UTC+1)"],
    ["Europe/Berlin", "2026-07-10T00:00:00Z", "Berlin (UTC+2)"],
    ["Asia/Kolkata", "2026-01-10T00:00:00Z", "Kolkata (UTC+5:30)"],
    ["America/St_Johns", "2026-01-10T00:00:00Z", "St Johns (UTC−3:30)"],
    ["Europe/London", "2026-01-10T00:00:00Z", "London (UTC)"],
    ["UTC", "2026-01-10T00:00:00Z", "UTC"],
    ["Etc/UTC", "2026-01-10T00:00:00Z", "UTC"],
    ["Europe/Vienna", "2026-07-10T00:00:00Z", "Vienna (UTC+2)", "Wien (UTC+2)"],
    ["Europe/Zurich", "2026-01-10T00:00:00Z", "Zurich (UTC+1)", "Zürich (UTC+1)"],
    ["America/Sao_Paulo", "2026-01-10T00:00:00Z", "Sao Paulo (UTC−3)", "São Paulo (UTC−3)"],
  ])("%s at %s", (zone, instant, text, german = text) => {
    expect(formatZone(instant, zone, "en")).toBe(text);
    expect(formatZone(instant, zone, "de")).toBe(german);
  });

  it("the places of the German names are those of zones that there are", () => {
    const places = new Set(
      Intl.supportedValuesOf("timeZone").map((zone) => zone.split("/").at(-1)?.replaceAll("_", " ")),
    );
    // Kyiv is Kiev where the runtime's zones are older, and the other way about.
    const unknown = [...germanPlaces.keys()].filter((place) => !places.has(place) && !/^Ki|^Ky/.test(place));
    expect(unknown).toEqual([]);
  });
});

describe("formatInstantRange", () => {
  it("says the day once when both ends fall on it", () => {
    expect(formatInstantRange("2027-03-10T08:00:00Z", "2027-03-10T11:00:00Z", "en", "Europe/Berlin")).toBe(
      "Wed 10 Mar 2027, 09:00–12:00, Berlin (UTC+1)",
    );
  });

  it("says both days when the zone puts midnight between them", () => {
    expect(formatInstantRange("2027-03-10T21:00:00Z", "2027-03-10T23:30:00Z", "de", "Europe/Berlin")).toBe(
      "Mi,\u00a010.03.2027, 22:00\u00a0Uhr – Do,\u00a011.03.2027, 00:30\u00a0Uhr, Berlin (UTC+1)",
    );
  });
});

it("toLocalInputValue gives what a datetime-local input takes", () => {
  expect(toLocalInputValue("2027-07-10T08:00:00Z", "Europe/Berlin")).toBe("2027-07-10T10:00");
});
