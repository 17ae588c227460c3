import { countsOf, obligedOn } from "./counting";
import { type DayNumber, localDay } from "./days";
import {
  covers,
  cutFrom,
  type Level,
  type RefAttempt,
  type RefCertificate,
  type RefOrganisation,
  type RefPerson,
} from "./facts";
import { type RefStanding, standingOn } from "./standing";

interface Vectors {
  readonly counts: Uint8Array;
  readonly obliged: Uint8Array;
  readonly first: DayNumber;
}

/**
 * What must be true in the portal, kept apart from it: written from domain rules §§1-4 alone, told only what was acknowledged. It knows no
 * table and no statement, and recomputes rather than remembers.
 */
export class Reference {
  readonly organisations = new Map<string, RefOrganisation>();
  readonly people = new Map<string, RefPerson>();
  readonly certificates = new Map<string, RefCertificate>();
  readonly attempts = new Map<string, RefAttempt>();
  /** Attempts that nobody has handed in. */
  readonly underWay = new Set<string>();
  /** Portal admins of IONOS. */
  readonly staff: string[] = [];
  private readonly vectors = new Map<string, Vectors>();
  private readonly peopleOf = new Map<string, Set<string>>();

  constructor(
    private readonly firstDay: DayNumber,
    private readonly days: number,
  ) {}

  organisation(id: string): RefOrganisation {
    return found(this.organisations.get(id), id);
  }
  person(id: string): RefPerson {
    return found(this.people.get(id), id);
  }
  certificate(id: string): RefCertificate {
    return found(this.certificates.get(id), id);
  }

  /** Everybody who is or was a member. */
  membersEver(organisationId: string): RefPerson[] {
    return [...(this.peopleOf.get(organisationId) ?? [])].map((id) => this.person(id));
  }

  today(organisationId: string, now: Date): DayNumber {
    return localDay(this.organisation(organisationId).zone, now);
  }

  /** Where the person is a member at the instant, each organisation by its own calendar. */
  homeOf(person: RefPerson, now: Date): RefOrganisation | undefined {
    const membership = person.memberships.find((one) => covers(one, this.today(one.organisationId, now)));
    return membership && this.organisation(membership.organisationId);
  }

  /** Partner admins at the instant of the organisation and of its distributor, while they are members there. */
  adminsOf(organisationId: string, now: Date): string[] {
    const { id, distributorId } = this.organisation(organisationId);
    const homes = distributorId === null ? [id] : [id, distributorId];
    return homes.flatMap((homeId) => {
      const today = this.today(homeId, now);
      return this.membersEver(homeId)
        .filter(
          ({ adminOf, memberships }) =>
            adminOf.has(homeId) && memberships.some((one) => one.organisationId === homeId && covers(one, today)),
        )
        .map((person) => person.id);
    });
  }

  standing(organisationId: string, day: DayNumber): RefStanding {
    return standingOn(this.vectorsOf(organisationId), day);
  }

  private vectorsOf(organisationId: string): Vectors {
    let vectors = this.vectors.get(organisationId);
    if (!vectors) {
      const organisation = this.organisation(organisationId);
      const { firstDay: first, days } = this;
      const obliged = Uint8Array.from({ length: days }, (_, index) => Number(obligedOn(organisation, first + index)));
      vectors = { counts: countsOf(organisation, this.membersEver(organisationId), first, days), obliged, first };
      this.vectors.set(organisationId, vectors);
    }
    return vectors;
  }

  /** The organisation's facts have changed, or those of somebody who was ever there. */
  private changed(...organisationIds: readonly string[]): void {
    for (const id of organisationIds) this.vectors.delete(id);
  }

  private changedPerson(person: RefPerson): void {
    this.changed(...person.memberships.map(({ organisationId }) => organisationId));
  }

  founded(organisation: Omit<RefOrganisation, "levels" | "optIns" | "falls">, level: Level, from: DayNumber): void {
    const levels = [{ level, from, to: null }];
    this.organisations.set(organisation.id, { ...organisation, levels, optIns: [], falls: [] });
  }

  levelChanged(organisationId: string, level: Level, from: DayNumber): void {
    const organisation = this.organisation(organisationId);
    organisation.levels = [...cutFrom(organisation.levels, from), { level, from, to: null }];
    this.changed(organisationId);
  }

  optedIn(organisationId: string, from: DayNumber): void {
    this.organisation(organisationId).optIns.push({ from, to: null });
    this.changed(organisationId);
  }

  optedOut(organisationId: string, from: DayNumber): void {
    const organisation = this.organisation(organisationId);
    organisation.optIns = cutFrom(organisation.optIns, from);
    this.changed(organisationId);
  }

  joined(
    person: { id: string; name: string },
    organisationId: string,
    as: { administrator: boolean; partnerAdmin: boolean },
    from: DayNumber,
  ): RefPerson {
    const known = this.people.get(person.id);
    const joining: RefPerson = known ?? {
      ...person,
      memberships: [],
      adminOf: new Set(),
      certificates: [],
      attempts: [],
      trainedAt: null,
      exceptions: [],
    };
    this.people.set(person.id, joining);
    const { administrator } = as;
    joining.memberships.push({ personId: person.id, organisationId, administrator, from, to: null });
    if (as.partnerAdmin) joining.adminOf.add(organisationId);
    else joining.adminOf.delete(organisationId);
    const people = this.peopleOf.get(organisationId) ?? new Set();
    this.peopleOf.set(organisationId, people.add(person.id));
    this.changedPerson(joining);
    return joining;
  }

  left(personId: string, organisationId: string, from: DayNumber, now: Date): void {
    const person = this.person(personId);
    this.changedPerson(person);
    const [here, elsewhere] = [true, false].map((wanted) =>
      person.memberships.filter((one) => (one.organisationId === organisationId) === wanted),
    ) as [typeof person.memberships, typeof person.memberships];
    person.memberships = [...elsewhere, ...cutFrom(here, from)];
    if (from <= this.today(organisationId, now)) person.adminOf.delete(organisationId);
  }

  administratorChanged(personId: string, organisationId: string, administrator: boolean, from: DayNumber): void {
    const person = this.person(personId);
    const current = person.memberships.find((one) => one.organisationId === organisationId && covers(one, from));
    if (!current) throw new Error(`${personId} is no member of ${organisationId}`);
    const others = person.memberships.filter((one) => one !== current);
    const before = current.from < from ? [{ ...current, to: from }] : [];
    person.memberships = [...others, ...before, { ...current, administrator, from }];
    this.changedPerson(person);
  }

  issued(certificate: RefCertificate): void {
    const person = this.person(certificate.personId);
    person.certificates.push(certificate);
    this.certificates.set(certificate.id, certificate);
    this.changedPerson(person);
  }

  decided(certificateId: string, change: Partial<Pick<RefCertificate, "suspensions" | "revokedFrom">>): void {
    const certificate = this.certificate(certificateId);
    Object.assign(certificate, change);
    this.changedPerson(this.person(certificate.personId));
  }
}

function found<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`the reference knows nothing of ${id}`);
  return value;
}
