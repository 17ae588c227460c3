import type { CertificateFact, MemberFact, StandingFacts } from "~/eligibility/counting";
import type { Day, DayRange } from "~/kernel/calendar";
import type { LevelSpan } from "~/organisations/level";

export const open = (start: Day): DayRange => ({ start, end: null });
export const range = (start: Day, end: Day) => ({ start, end });
export const level = (
  levelCode: string,
  secondLevelSupport: LevelSpan["secondLevelSupport"],
  during: DayRange,
): LevelSpan => ({ levelCode, secondLevelSupport, during });
const distributor = [level("distributor", "mandatory", open("2026-01-01"))];
export const member = (personId: string, during: DayRange = open("2026-01-01"), administrator = true): MemberFact => ({
  personId,
  during,
  administrator,
});
export const certificate = (
  personId: string,
  start: Day,
  end: Day,
  more: Partial<CertificateFact> = {},
): CertificateFact => ({
  certificateId: `${personId} ${start}`,
  personId,
  validity: { start, end },
  suspensions: [],
  revokedOn: null,
  ...more,
});

/** A distributor with Ada, Ben and Cem, certified until 2027-03-10, 2027-04-01 and 2027-05-01. */
export const three: StandingFacts = {
  levels: distributor,
  optIns: [],
  members: [member("ada"), member("ben"), member("cem")],
  certificates: [
    certificate("ada", "2026-03-10", "2027-03-10"),
    certificate("ben", "2026-04-01", "2027-04-01"),
    certificate("cem", "2026-05-01", "2027-05-01"),
  ],
};
