import { decideValidity } from "~/certification/validity";
import { addDays, covers, type Day, type DayRange, dayIn } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { LevelSpan } from "~/organisations/level";

export interface Recorded {
  readonly recordedAt: Date;
  readonly supersededAt: Date | null;
}

type Row<Fact> = Fact & { readonly during: DayRange } & Recorded;

/** One kind of fact of one subject, changed as the workflows change it: what is replaced stays, superseded. */
class Track<Fact extends object> {
  rows: Row<Fact>[] = [];

  open(): Row<Fact>[] {
    return this.rows.filter(({ supersededAt }) => supersededAt === null);
  }
  on(day: Day): Row<Fact> | undefined {
    return this.open().find(({ during }) => covers(during, day));
  }
  reaches(day: Day): boolean {
    return this.open().some(({ during }) => during.end === null || during.end > day);
  }
  add(fact: Fact, during: DayRange, at: Date): void {
    if (during.end === null || during.start < during.end)
      this.rows.push({ ...fact, during, recordedAt: at, supersededAt: null });
  }
  supersede(row: Row<Fact>, at: Date): void {
    this.rows = this.rows.map((one) => (one === row ? { ...one, supersededAt: at } : one));
  }
  cut(from: Day, at: Date): void {
    for (const row of this.open().filter(({ during }) => during.end === null || during.end > from)) {
      this.supersede(row, at);
      const { during, recordedAt: _, supersededAt: __, ...fact } = row;
      if (during.start < from) this.add(fact as unknown as Fact, { start: during.start, end: from }, at);
    }
  }
}

export interface Seat {
  readonly organisationId: string;
  readonly administrator: boolean;
}

interface Held {
  readonly certificateId: string;
  readonly validity: DayRange & { readonly end: Day };
  readonly anchorOn: Day;
  readonly term: number;
  readonly organisationId: string;
  readonly previousId: string | null;
  readonly overlapAllowed: boolean;
  readonly issuedAt: Date;
  readonly suspensions: Track<object>;
  revocation: { readonly effectiveOn: Day; readonly recordedAt: Date } | null;
}

interface PersonHistory {
  readonly personId: string;
  readonly seats: Track<Seat>;
  readonly certificates: Held[];
}

interface OrganisationHistory {
  readonly organisationId: string;
  readonly timeZone: string;
  readonly levels: Track<Omit<LevelSpan, "during">>;
  readonly optIns: Track<object>;
}

/** Two organisations between which people move, and everything ever recorded of them. */
export interface History {
  readonly organisations: readonly OrganisationHistory[];
  readonly people: readonly PersonHistory[];
}

type Draw = (bound: number) => number;

/** Chance from a seed, fast: uniform in [0, bound). */
export function dice(seed: number): Draw {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

const levels = [
  { levelCode: "distributor", secondLevelSupport: "mandatory" },
  { levelCode: "platinum", secondLevelSupport: "optional" },
  { levelCode: "partner", secondLevelSupport: "not_available" },
  { levelCode: "reseller", secondLevelSupport: "not_available" },
] as const;
const zones = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Pago_Pago"];
const began: Day = "2025-01-01";

const pick = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)] as T;
const uuid = (draw: Draw): string =>
  [8, 4, 4, 4, 12].map((length) => Array.from({ length }, () => draw(16).toString(16)).join("")).join("-");

/** Days that often coincide or touch: every sixth of the calendar, a tenth of them a day later. */
const dayAround = (draw: Draw, day: Day, reach: number): Day =>
  addDays(day, 6 * (draw(2 * reach + 1) - reach) + (draw(10) === 0 ? 1 : 0));

/** A random past of about two years, the same for the same seed. */
export function aHistory(seed: number): History {
  const draw = dice(seed);
  const organisations = [0, 1].map(() => {
    const organisation: OrganisationHistory = {
      organisationId: uuid(draw),
      timeZone: pick(draw, zones),
      levels: new Track(),
      optIns: new Track(),
    };
    const level = levels[Math.max(0, draw(6) - 2)] ?? levels[0];
    organisation.levels.add(level, { start: dayAround(draw, began, 2), end: null }, instant(began, draw));
    if (draw(3) > 0)
      organisation.optIns.add({}, { start: dayAround(draw, began, 10), end: null }, instant(began, draw));
    return organisation;
  });
  const people = Array.from({ length: 6 + draw(5) }, (): PersonHistory => {
    const person = { personId: uuid(draw), seats: new Track<Seat>(), certificates: [] };
    const { organisationId } = pick(draw, [
      ...organisations,
      ...organisations.slice(0, 1),
      ...organisations.slice(0, 1),
    ]);
    person.seats.add(
      { organisationId, administrator: draw(12) > 0 },
      { start: dayAround(draw, began, 3), end: null },
      instant(began, draw),
    );
    if (draw(8) > 0) {
      const at = instant(addDays(began, draw(30)), draw);
      passExam(person, { draw, organisation: pick(draw, organisations), from: began, at });
    }
    return person;
  });
  const steps = 12 + draw(40);
  let day = addDays(began, 30);
  for (let step = 0; step < steps; step += 1) {
    day = addDays(day, 1 + draw(25));
    const at = instant(day, draw);
    const organisation = pick(draw, organisations);
    if (draw(12) === 0) changeOrganisation(draw, organisation, day, at);
    else pick(draw, changes)(pick(draw, people), { draw, organisation, from: dayAround(draw, day, 6), at });
  }
  return { organisations, people };
}

const instant = (day: Day, draw: Draw): Date => new Date(Date.parse(`${day}T00:00:00Z`) + draw(24) * 3_600_000);

function changeOrganisation(draw: Draw, { levels: track, optIns }: OrganisationHistory, day: Day, at: Date): void {
  const from = dayAround(draw, day, 6);
  if (draw(2) === 0) {
    track.cut(from, at);
    track.add(levels[Math.max(0, draw(6) - 2)] ?? levels[0], { start: from, end: null }, at);
  } else if (optIns.reaches(from)) optIns.cut(from, at);
  else optIns.add({}, { start: from, end: null }, at);
}

interface Moment {
  readonly draw: Draw;
  readonly organisation: OrganisationHistory;
  /** First day of what is recorded, often in the past or the future. */
  readonly from: Day;
  readonly at: Date;
}

type Change = (person: PersonHistory, moment: Moment) => void;

const leave: Change = ({ seats }, { from, at }) => seats.cut(from, at);

const changeSides: Change = ({ seats }, { draw, organisation: { organisationId }, from, at }) => {
  seats.cut(from, at);
  seats.add({ organisationId, administrator: draw(4) > 0 }, { start: from, end: null }, at);
};

/** Perhaps for a time only. */
const joinAgain: Change = ({ seats }, { draw, organisation: { organisationId }, from, at }) => {
  if (seats.reaches(from)) return;
  const end = draw(3) === 0 ? addDays(from, 60) : null;
  seats.add({ organisationId, administrator: true }, { start: from, end }, at);
};

const changeFlag: Change = ({ seats }, { from, at }) => {
  const seat = seats.on(from);
  if (!seat) return;
  const { organisationId, administrator, during } = seat;
  seats.cut(from, at);
  seats.add({ organisationId, administrator: !administrator }, { start: from, end: during.end }, at);
};

/** It was wrong from the beginning: the membership began earlier or later. */
const correct: Change = ({ seats }, { draw, at }) => {
  const [seat] = seats.open();
  if (!seat) return;
  const { organisationId, administrator, during } = seat;
  const start = dayAround(draw, during.start, 4);
  const others = seats.open().filter((other) => other !== seat);
  const clashes = others.some((other) => other.during.end === null || other.during.end > start);
  if ((during.end !== null && during.end <= start) || clashes) return;
  seats.supersede(seat, at);
  seats.add({ organisationId, administrator }, { start, end: during.end }, at);
};

const suspend: Change = ({ certificates }, { draw, from, at }) => {
  const certificate = certificates.at(-1 - draw(2));
  if (!certificate || certificate.revocation || certificate.suspensions.reaches(from)) return;
  certificate.suspensions.add({}, { start: from, end: draw(2) === 0 ? null : addDays(from, 12) }, at);
};

const reinstate: Change = ({ certificates }, { from, at }) => certificates.at(-1)?.suspensions.cut(from, at);

const revoke: Change = ({ certificates }, { draw, from, at }) => {
  const certificate = certificates.at(-1 - draw(2));
  if (certificate) certificate.revocation ??= { effectiveOn: from, recordedAt: at };
};

/** By the rule of the certificates: inside the window the chain goes on without a gap, before it only with an exception. */
const passExam: Change = ({ certificates }, { draw, organisation, at }) => {
  const last = certificates.toSorted((a, b) => (a.validity.end < b.validity.end ? 1 : -1))[0];
  const previous = last && { ...last, renewalWindowDays: policy.renewalWindowDays, revoked: last.revocation !== null };
  const passedOn = dayIn(organisation.timeZone, at);
  const decision = decideValidity({ passedOn, previous: previous ?? null, exceptionGranted: draw(8) === 0 }, policy);
  if (decision.outcome === "refused") return;
  const { validity, anchorOn, term } = decision;
  certificates.push({
    certificateId: uuid(draw),
    validity,
    anchorOn,
    term,
    organisationId: organisation.organisationId,
    previousId: decision.outcome === "renewal" && last ? last.certificateId : null,
    overlapAllowed: last !== undefined && validity.start < last.validity.end,
    issuedAt: at,
    suspensions: new Track(),
    revocation: null,
  });
};

const often = <T>(times: number, what: T): T[] => Array.from({ length: times }, () => what);
const changes: readonly Change[] = [
  leave,
  changeSides,
  joinAgain,
  changeFlag,
  correct,
  ...often(2, suspend),
  reinstate,
  revoke,
  ...often(11, passExam),
];
