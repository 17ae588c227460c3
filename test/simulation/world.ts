import { publishBank } from "~/examination/publish-bank.server";
import { appointStaff } from "~/people/appoint-staff.server";
import { changeLevel, flag, found, hire, leave, optIn, optOut } from "./actions/organisation";
import { lift, retryAllParked, revokeSince, suspendFor } from "./actions/staff";
import { attend, enrol, schedule } from "./actions/training";
import { Agenda } from "./agenda";
import { Candidates } from "./candidates";
import type { Chance } from "./chance";
import { worthOn } from "./reference/counting";
import { type DayNumber, dayText } from "./reference/days";
import { covers, type Level, type RefCertificate, type RefOrganisation, type RefPerson } from "./reference/facts";
import type { Simulation } from "./simulation";
import { smallBank } from "./small-exam";

export const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Europe/London",
  "Asia/Tokyo",
  "America/Los_Angeles",
  "Australia/Sydney",
  "Asia/Kolkata",
];

/** How often a year each befalls an organisation. */
const yearly = {
  leaves: 0.5,
  transfers: 0.3,
  flagged: 0.4,
  level: 0.25,
  opted: 0.3,
  suspended: 0.5,
  revoked: 0.3,
  drama: 0.4,
};
const fullHouse = 4;

/** The people outside the portal: who founds, hires, learns, leaves and decides, drawn from the seed. */
export class World {
  readonly agenda = new Agenda();
  private readonly chance: Chance;
  private readonly emails = new Map<string, string>();
  private readonly trained = new Set<string>();
  private candidates!: Candidates;
  private staffId = "";
  private trainerId = "";
  private people = 0;

  constructor(
    private readonly simulation: Simulation,
    private readonly organisations: number,
  ) {
    this.chance = simulation.chance("world");
  }

  /** The programme, IONOS's staff, and the days on which organisations come. */
  async begin(firstDay: DayNumber): Promise<void> {
    const { simulation } = this;
    const now = simulation.clock.now();
    await publishBank(simulation.database.db, now, smallBank);
    this.staffId = await this.appoint("Portal", ["portal_admin"]);
    const examManagerId = await this.appoint("Exam", ["exam_manager"]);
    this.trainerId = await this.appoint("Trainer", ["training_manager"]);
    simulation.reference.staff.push(this.staffId, await this.appoint("Deputy", ["portal_admin"]));
    this.candidates = new Candidates(simulation, this.agenda, examManagerId);
    await simulation.audit.readOn();
    await simulation.ledger.readOn(new Date(0), new Date(now.getTime() + 60_000), []);
    const aDay = Math.max(4, Math.ceil(this.organisations / 12));
    for (let index = 0; index < this.organisations; index += 1) {
      const late = index % 11 === 10 ? this.chance.between(30, 345) : 0;
      this.agenda.plan(firstDay + Math.floor(index / aDay) + late, 30 + (index % aDay), () => this.foundOne(index));
    }
  }

  private async appoint(
    fullName: string,
    roles: readonly ("portal_admin" | "exam_manager" | "training_manager")[],
  ): Promise<string> {
    const { db, random } = this.simulation.nextInstance().portal;
    const email = `${fullName.toLowerCase()}@ionos.example`;
    return (
      await appointStaff(
        db,
        { actorId: null, fullName, email, language: "en", roles },
        this.simulation.clock.now(),
        random,
      )
    ).personId;
  }

  private async foundOne(index: number): Promise<void> {
    const { chance, simulation } = this;
    const distributors = [...simulation.reference.organisations.values()].filter(
      ({ levels }) => levels[0]?.level === "distributor",
    );
    const draw = chance.number();
    const kind: Level =
      draw < 0.45
        ? "platinum"
        : draw < 0.75
          ? "distributor"
          : draw < 0.87 || distributors.length === 0
            ? "partner"
            : "reseller";
    const level: Level = index === 0 ? "distributor" : kind;
    const distributorId = level === "reseller" ? chance.oneOf(distributors).id : null;
    const zone = zones[index % (zones.length + 1)] ?? "Europe/Berlin";
    const id = await found(simulation, this.staffId, { name: `Partner ${index + 1}`, zone, level, distributorId });
    const organisation = simulation.reference.organisation(id);
    const size = chance.between(3, 5);
    for (let place = 0; place < size; place += 1)
      await this.hireOne(organisation, place === 0 || (place === 1 && chance.happens(0.4)));
    if (level === "platinum" && chance.happens(0.85)) await optIn(simulation, this.staffId, organisation);
  }

  private async hireOne(organisation: RefOrganisation, partnerAdmin: boolean): Promise<void> {
    this.people += 1;
    const email = `person-${this.people}@partner.example`;
    const member = { name: `Person ${this.people}`, email, partnerAdmin, administrator: this.chance.happens(0.93) };
    const id = await hire(this.simulation, this.staffId, organisation, member);
    if (id) this.emails.set(id, email);
  }

  /** Draws what will happen on the day, beside what is planned already. */
  imagine(day: DayNumber): void {
    this.candidates.planRenewals(day);
    this.imagineTraining(day);
    if (dayText(day).endsWith("-02-29")) this.everybodySits(day);
    if (day % 7 === 0) this.agenda.plan(day, 600, () => retryAllParked(this.simulation, this.staffId));
    for (const organisation of this.simulation.reference.organisations.values()) {
      const befalls = (rate: number) => this.chance.happens(rate / 365);
      const plan = (happen: () => Promise<void>) => this.agenda.plan(day, this.candidates.someMinute(), happen);
      if (befalls(yearly.leaves)) plan(() => this.someoneLeaves(organisation));
      if (befalls(yearly.transfers)) plan(() => this.someoneTransfers(organisation, day));
      if (befalls(yearly.flagged)) plan(() => this.someoneFlagged(organisation));
      if (befalls(yearly.level)) plan(() => this.levelChanges(organisation));
      if (befalls(yearly.opted)) plan(() => this.opts(organisation));
      if (befalls(yearly.suspended)) plan(() => this.someoneSuspended(organisation, day));
      if (befalls(yearly.revoked)) plan(() => this.someoneRevoked(organisation, day));
      if (befalls(yearly.drama)) this.drama(organisation, day);
      if (this.present(organisation).length < fullHouse && this.chance.happens(0.04)) {
        plan(() => this.hireOne(organisation, this.chance.happens(0.3)));
      }
      if (this.admins(organisation).length === 0 && this.chance.happens(0.1))
        plan(() => this.hireOne(organisation, true));
    }
  }

  private imagineTraining(day: DayNumber): void {
    // 1970-01-01 was a Thursday.
    if (day % 7 !== 4) return;
    const on = day + 3;
    this.agenda.plan(day, 120, async () => {
      const sessionId = await schedule(this.simulation, this.trainerId, on);
      for (const organisation of this.simulation.reference.organisations.values()) {
        const personIds = this.present(organisation)
          .filter(({ trainedAt }) => trainedAt === null)
          .map(({ id }) => id);
        const actorId = this.admins(organisation)[0]?.id ?? this.staffId;
        if (personIds.length > 0)
          await enrol(this.simulation, actorId, {
            trainingSessionId: sessionId,
            organisationId: organisation.id,
            personIds,
          });
      }
      this.agenda.plan(on, 750, async () => {
        const everybody = [...this.simulation.reference.people.values()].filter(({ trainedAt }) => trainedAt === null);
        const absent = new Set(everybody.filter(() => this.chance.happens(0.06)).map(({ id }) => id));
        await attend(this.simulation, this.trainerId, sessionId, absent);
        for (const { id, trainedAt } of everybody) {
          if (trainedAt === null && !this.simulation.reference.person(id).trainedAt) continue;
          if (this.trained.has(id)) continue;
          this.trained.add(id);
          this.candidates.planExam(id, on + this.chance.between(1, 10));
        }
      });
    });
  }

  /** A leap day is rare: whoever has nothing valid tries on it. */
  private everybodySits(day: DayNumber): void {
    for (const person of this.simulation.reference.people.values()) {
      if (this.trained.has(person.id) && !person.certificates.some(({ end }) => end > day))
        this.candidates.planExam(person.id, day);
    }
  }

  private present(organisation: RefOrganisation): RefPerson[] {
    const today = this.simulation.reference.today(organisation.id, this.simulation.clock.now());
    return this.simulation.reference
      .membersEver(organisation.id)
      .filter(({ memberships }) =>
        memberships.some((one) => one.organisationId === organisation.id && covers(one, today) && one.to === null),
      );
  }

  private admins(organisation: RefOrganisation): RefPerson[] {
    return this.present(organisation).filter(({ adminOf }) => adminOf.has(organisation.id));
  }

  private someCertificate(organisation: RefOrganisation, counts: boolean): RefCertificate | undefined {
    const today = this.simulation.reference.today(organisation.id, this.simulation.clock.now());
    const held = this.present(organisation)
      .flatMap(({ certificates }) => certificates)
      .filter((one) => one.revokedFrom === null && (!counts || worthOn(one, today)));
    return held.length === 0 ? undefined : this.chance.oneOf(held);
  }

  private async someoneLeaves(organisation: RefOrganisation): Promise<void> {
    const people = this.present(organisation);
    if (people.length < 2) return;
    const inDays = this.chance.happens(0.5) ? 0 : this.chance.between(1, 100);
    await leave(this.simulation, this.staffId, { person: this.chance.oneOf(people), organisation, inDays });
  }

  private async someoneTransfers(from: RefOrganisation, day: DayNumber): Promise<void> {
    const people = this.present(from);
    const others = [...this.simulation.reference.organisations.values()].filter(({ id }) => id !== from.id);
    if (people.length < 2 || others.length === 0) return;
    const person = this.chance.oneOf(people);
    const sameZone = others.filter(({ zone }) => zone === from.zone);
    const atOnce = sameZone.length > 0 && this.chance.happens(0.6);
    const to = this.chance.oneOf(atOnce ? sameZone : others);
    const counted = person.certificates.some((one) => worthOn(one, day));
    await leave(this.simulation, this.staffId, { person, organisation: from, inDays: 0 });
    const join = async () => {
      const email = this.emails.get(person.id);
      const today = this.simulation.reference.today(to.id, this.simulation.clock.now());
      if (!email || person.memberships.some((one) => one.to === null || one.to > today)) return;
      if (counted) this.simulation.reached("transferred_while_counted");
      await hire(this.simulation, this.staffId, to, {
        name: person.name,
        email,
        administrator: true,
        partnerAdmin: false,
      });
    };
    if (atOnce) await join();
    else this.agenda.plan(day + 2, this.candidates.someMinute(), join);
  }

  private async someoneFlagged(organisation: RefOrganisation): Promise<void> {
    const people = this.present(organisation);
    if (people.length === 0) return;
    const person = this.chance.oneOf(people);
    await flag(this.simulation, this.staffId, {
      person,
      organisation,
      administrator: !this.isAdministrator(person, organisation),
    });
  }

  private isAdministrator(person: RefPerson, organisation: RefOrganisation): boolean {
    return person.memberships.some(
      (one) => one.organisationId === organisation.id && one.to === null && one.administrator,
    );
  }

  private async levelChanges(organisation: RefOrganisation): Promise<void> {
    const now = organisation.levels.at(-1)?.level;
    if (now === "reseller" || now === undefined) return;
    const levels = (["partner", "platinum", "distributor"] as const).filter((level) => level !== now);
    const inDays = this.chance.happens(0.5) ? 0 : this.chance.between(1, 60);
    await changeLevel(this.simulation, this.staffId, { organisation, level: this.chance.oneOf(levels), inDays });
  }

  private async opts(organisation: RefOrganisation): Promise<void> {
    const today = this.simulation.reference.today(organisation.id, this.simulation.clock.now());
    if (organisation.levels.find((span) => covers(span, today))?.level !== "platinum") return;
    const isIn = organisation.optIns.some(({ to }) => to === null || to > today);
    await (isIn ? optOut : optIn)(this.simulation, this.staffId, organisation);
  }

  private async someoneSuspended(organisation: RefOrganisation, day: DayNumber): Promise<void> {
    const certificate = this.someCertificate(organisation, true);
    if (!certificate) return;
    const days = this.chance.happens(0.4) ? null : this.chance.between(1, 150);
    await suspendFor(this.simulation, this.staffId, certificate, days);
    if (this.chance.happens(0.6)) {
      this.agenda.plan(day + this.chance.between(0, 60), this.candidates.someMinute(), () =>
        lift(this.simulation, this.staffId, certificate),
      );
    }
  }

  private async someoneRevoked(organisation: RefOrganisation, day: DayNumber): Promise<void> {
    const certificate = this.someCertificate(organisation, this.chance.happens(0.8));
    if (!certificate) return;
    await revokeSince(
      this.simulation,
      this.staffId,
      certificate,
      this.chance.happens(0.6) ? 0 : this.chance.between(1, 30),
    );
    if (this.chance.happens(0.8)) this.candidates.planExam(certificate.personId, day + this.chance.between(1, 20));
  }

  /** Off, on and off again on one day, and on again on the next: falls that follow each other closely. */
  private drama(organisation: RefOrganisation, day: DayNumber): void {
    const minute = this.chance.between(30, 400);
    let person: RefPerson | undefined;
    const turn = (at: DayNumber, minutes: number, administrator: boolean) =>
      this.agenda.plan(at, minutes, async () => {
        const today = this.simulation.reference.today(organisation.id, this.simulation.clock.now());
        person ??= this.present(organisation).find(({ certificates }) =>
          certificates.some((one) => worthOn(one, today)),
        );
        if (
          !person ||
          !this.present(organisation).includes(person) ||
          this.isAdministrator(person, organisation) === administrator
        )
          return;
        await flag(this.simulation, this.staffId, { person, organisation, administrator });
      });
    turn(day, minute, false);
    turn(day, minute + 25, true);
    turn(day, minute + 50, false);
    turn(day + this.chance.between(1, 12), minute, true);
  }
}
