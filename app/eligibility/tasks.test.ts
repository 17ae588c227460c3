import { describe, expect, it, test } from "vitest";
import { addDays, type Day, type DayRange } from "~/kernel/calendar";
import type { CertificateFact, MemberFact, StandingFacts } from "./counting";
import { assessStanding } from "./standing";
import { openTasksOn, whoMustAct, withSteps } from "./tasks";

const policy = { minimumAdministrators: 3, atRiskDays: 90 };
const open = (start: Day): DayRange => ({ start, end: null });
const member = (personId: string, more: Partial<MemberFact> = {}): MemberFact => ({
  personId,
  during: open("2026-01-01"),
  administrator: true,
  ...more,
});
const certificate = (personId: string, start: Day, end: Day, more: Partial<CertificateFact> = {}) => ({
  certificateId: `${personId} ${start}`,
  personId,
  validity: { start, end },
  suspensions: [],
  revokedOn: null,
  renewalWindowDays: 90,
  ...more,
});

interface Given {
  readonly members?: readonly MemberFact[];
  readonly certificates?: readonly ReturnType<typeof certificate>[];
}

function tasks(day: Day, { members = [], certificates = [] }: Given) {
  const level = { levelCode: "distributor", secondLevelSupport: "mandatory", during: open("2026-01-01") } as const;
  const facts: StandingFacts = { levels: [level], optIns: [], members, certificates };
  return openTasksOn(assessStanding(facts, day, policy), { members, certificates, minimum: 3 });
}

/** Ada's certificate is valid through 2027-03-09; its window opens on 2026-12-10. */
const ada = { members: [member("ada")], certificates: [certificate("ada", "2026-03-10", "2027-03-10")] };
const ofAda = (day: Day, given: Given = ada) =>
  tasks(day, given).filter((task) => "personId" in task && task.personId === "ada");

describe("what is to be done for one person", () => {
  test.each<[Day, ReturnType<typeof ofAda>]>([
    ["2026-03-09", []],
    ["2026-03-10", [{ kind: "renew_from", personId: "ada", from: "2026-12-10", endsOn: "2027-03-10" }]],
    ["2026-12-09", [{ kind: "renew_from", personId: "ada", from: "2026-12-10", endsOn: "2027-03-10" }]],
    ["2026-12-10", [{ kind: "renew", personId: "ada", endsOn: "2027-03-10" }]],
    ["2027-03-09", [{ kind: "renew", personId: "ada", endsOn: "2027-03-10" }]],
    ["2027-03-10", [{ kind: "certify", personId: "ada", lapsedOn: "2027-03-10" }]],
  ])("a certificate valid through 9 March 2027, on %s", (day, expected) => {
    expect(ofAda(day)).toEqual(expected);
  });

  it("is the first certification for whoever never had one", () => {
    expect(ofAda("2026-06-01", { members: ada.members })).toEqual([
      { kind: "certify", personId: "ada", lapsedOn: null },
    ]);
  });

  it("is nothing for whoever need not be certified, is not here yet, or has left", () => {
    for (const more of [
      { administrator: false },
      { during: open("2026-06-02") },
      { during: { start: "2026-01-01", end: "2026-06-01" } as const },
    ]) {
      expect(ofAda("2026-06-01", { members: [member("ada", more)] })).toEqual([]);
    }
  });

  test.each<[Day, string]>([
    ["2026-05-31", "renew_from"],
    ["2026-06-01", "suspended"],
    ["2026-06-30", "suspended"],
    ["2026-07-01", "renew_from"],
  ])("a certificate suspended in June, on %s: %s", (day, kind) => {
    const suspensions = day < "2026-06-01" ? [] : [{ start: "2026-06-01", end: "2026-07-01" } as const];
    const certificates = [certificate("ada", "2026-03-10", "2027-03-10", { suspensions })];
    expect(ofAda(day, { ...ada, certificates }).map((task) => task.kind)).toEqual([kind]);
  });

  it("is a new certification from the day of a revocation on", () => {
    const certificates = [certificate("ada", "2026-03-10", "2027-03-10", { revokedOn: "2026-06-01" })];
    expect(ofAda("2026-06-01", { ...ada, certificates })).toEqual([
      { kind: "certify", personId: "ada", lapsedOn: "2026-06-01" },
    ]);
  });

  it("is a successor for whoever leaves before the certificate ends", () => {
    const members = [member("ada", { during: { start: "2026-01-01", end: "2027-01-01" } })];
    expect(ofAda("2026-12-10", { ...ada, members })).toEqual([{ kind: "leaves", personId: "ada", on: "2027-01-01" }]);
  });

  it("is nothing once the renewal is there: the chain counts to its end", () => {
    const certificates = [...ada.certificates, certificate("ada", "2027-03-10", "2028-03-10")];
    expect(ofAda("2027-03-01", { ...ada, certificates })).toEqual([
      { kind: "renew_from", personId: "ada", from: addDays("2028-03-10", -90), endsOn: "2028-03-10" },
    ]);
  });
});

describe("the list", () => {
  const people = ["ada", "ben", "cem", "dina"];
  const given = {
    members: people.map((personId) => member(personId)),
    certificates: [
      certificate("ada", "2026-05-01", "2027-05-01"),
      certificate("ben", "2026-04-01", "2027-04-01"),
      certificate("cem", "2026-11-01", "2027-11-01"),
    ],
  };

  it("begins with what ends soonest, then who is not certified, and ends with what cannot be done yet", () => {
    expect(tasks("2027-03-01", given).map((task) => [task.kind, "personId" in task && task.personId])).toEqual([
      ["renew", "ben"],
      ["renew", "ada"],
      ["certify", "dina"],
      ["renew_from", "cem"],
    ]);
  });

  test.each([
    [0, 3],
    [2, 1],
    [3, undefined],
    [4, undefined],
  ])("with %i administrators asks for %s more", (count, missing) => {
    const members = people.slice(0, count).map((personId) => member(personId));
    const asked = tasks("2026-06-01", { members }).find(({ kind }) => kind === "name_administrators");
    expect(asked).toEqual(missing && { kind: "name_administrators", missing });
  });

  it("asks for the step of those who can act now, once each, and of nobody else", () => {
    const listed = tasks("2027-03-01", { ...given, members: [...given.members, member("dina")] });
    expect(whoMustAct(listed)).toEqual(["ben", "ada", "dina"]);
    const steps = new Map(whoMustAct(listed).map((personId) => [personId, { kind: "sit_exam" } as const]));
    expect(withSteps(listed, steps).filter((task) => "step" in task)).toHaveLength(3);
    expect(() => withSteps(listed, new Map())).toThrow("no step of ben");
  });
});
