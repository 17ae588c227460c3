import { type Day, daysBetween } from "~/kernel/calendar";
import { type CertificateFact, effectiveRanges } from "./counting";

/** A stretch of one certificate as it is drawn; `end` is the first day after it. */
export interface ValidityBar {
  readonly start: Day;
  readonly end: Day;
  readonly state: "valid" | "upcoming" | "suspended" | "revoked" | "expired";
}

/**
 * A person's certificates as bars that do not overlap, in order, seen from `day`: what counts, what is suspended, what was taken back. Where
 * two certificates cover the same days, the one that counts is drawn.
 */
export function validityBars(certificates: readonly CertificateFact[], day: Day): ValidityBar[] {
  const counting = certificates.flatMap((certificate) =>
    effectiveRanges(certificate).map(({ start, end }) =>
      bar(start, end ?? certificate.validity.end, stateOf(certificate.validity, day)),
    ),
  );
  const taken = certificates.flatMap((certificate): ValidityBar[] => {
    const { validity, suspensions, revokedOn } = certificate;
    const worthUntil = revokedOn !== null && revokedOn < validity.end ? later(revokedOn, validity.start) : validity.end;
    const paused = suspensions.map((one) =>
      bar(later(one.start, validity.start), earlier(one.end ?? worthUntil, worthUntil), "suspended"),
    );
    return [...paused, bar(worthUntil, validity.end, "revoked")];
  });
  const drawn: ValidityBar[] = [];
  for (const piece of [...counting, ...taken].filter(({ start, end }) => start < end)) {
    drawn.push(...uncovered(piece, drawn));
  }
  return drawn.sort((a, b) => daysBetween(b.start, a.start));
}

const bar = (start: Day, end: Day, state: ValidityBar["state"]): ValidityBar => ({ start, end, state });
const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const stateOf = ({ start, end }: CertificateFact["validity"], day: Day): ValidityBar["state"] =>
  start > day ? "upcoming" : end <= day ? "expired" : "valid";

/** The parts of `piece` that nothing drawn before covers. */
function uncovered(piece: ValidityBar, drawn: readonly ValidityBar[]): ValidityBar[] {
  return drawn.reduce<ValidityBar[]>(
    (rest, over) =>
      rest.flatMap((part) =>
        over.end <= part.start || part.end <= over.start
          ? [part]
          : [bar(part.start, over.start, part.state), bar(over.end, part.end, part.state)].filter(
              ({ start, end }) => start < end,
            ),
      ),
    [piece],
  );
}
