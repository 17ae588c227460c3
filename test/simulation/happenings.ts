import { changeLevel, flag, hire, leave, optIn, optOut } from "./actions/organisation";
import { lift, revokeSince, suspendFor } from "./actions/staff";
import type { Agenda } from "./agenda";
import type { Candidates } from "./candidates";
import type { Chance } from "./chance";
import type { Partners } from "./partners";
import { worthOn } from "./reference/counting";
import type { DayNumber } from "./reference/days";
import { covers, type RefCertificate, type RefOrganisation, type RefPerson } from "./reference/facts";
import type { Simulation } from "./simulation";
import type { WorldParts } from "./world-parts";

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

/** What befalls an organisation and its people: they leave, change, lose a certificate. */
export class Happenings {
  private readonly simulation: Simulation;
  private readonly agenda: Agenda;
  private readonly chance: Chance;
  private readonly candidates: Candidates;
  private readonly partners: Partners;
  private readonly staffId: string;

  constructor(parts: WorldParts) {
    ({
      simulation: this.simulation,
      agenda: this.agenda,
      chance: this.chance,
      candidates: this.candidates,
      partners: this.partners,
      staffId: this.staffId,
    } = parts);
  }

  /** Draws what will happen to the organisation on the day. */
  imagine(organisation: RefOrganisation, day: DayNumber): void {
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
    if (this.partners.present(organisation).length < fullHouse && this.chance.happens(0.04)) {
      plan(() => this.partners.hireOne(organisation, this.chance.happens(0.3)));
    }
    if (this.partners.admins(organisation).length === 0 && this.chance.happens(0.1))
      plan(() => this.partners.hireOne(organisation, true));
  }

  private someCertificate(organisation: RefOrganisation, counts: boolean): RefCertificate | undefined {
    const today = this.simulation.reference.today(organisation.id, this.simulation.clock.now());
    const held = this.partners
      .present(organisation)
      .flatMap(({ certificates }) => certificates)
      .filter((one) => one.revokedFrom === null && (!counts || worthOn(one, today)));
    return held.length === 0 ? undefined : this.chance.oneOf(held);
  }

  private async someoneLeaves(organisation: RefOrganisation): Promise<void> {
    const people = this.partners.present(organisation);
    if (people.length < 2) return;
    const inDays = this.chance.happens(0.5) ? 0 : this.chance.between(1, 100);
    await leave(this.simulation, this.staffId, { person: this.chance.oneOf(people), organisation, inDays });
  }

  private async someoneTransfers(from: RefOrganisation, day: DayNumber): Promise<void> {
    const people = this.partners.present(from);
    const others = [...this.simulation.reference.organisations.values()].filter(({ id }) => id !== from.id);
    if (people.length < 2 || others.length === 0) return;
    const person = this.chance.oneOf(people);
    const sameZone = others.filter(({ zone }) => zone === from.zone);
    const atOnce = sameZone.length > 0 && this.chance.happens(0.6);
    const to = this.chance.oneOf(atOnce ? sameZone : others);
    const counted = person.certificates.some((one) => worthOn(one, day));
    await leave(this.simulation, this.staffId, { person, organisation: from, inDays: 0 });
    const join = async () => {
      const email = this.partners.emailOf(person.id);
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
    const people = this.partners.present(organisation);
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
        person ??= this.partners
          .present(organisation)
          .find(({ certificates }) => certificates.some((one) => worthOn(one, today)));
        if (
          !person ||
          !this.partners.present(organisation).includes(person) ||
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
