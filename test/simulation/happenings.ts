import { changeLevel, flag, hire, leave, optIn, optOut } from "./actions/organisation";
import { lift, revokeSince, suspendFor } from "./actions/staff";
import { worthOn } from "./reference/counting";
import type { DayNumber } from "./reference/days";
import { covers, type RefCertificate, type RefOrganisation, type RefPerson } from "./reference/facts";
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
  constructor(private readonly parts: WorldParts) {}

  /** Draws what will happen to the organisation on the day. */
  imagine(organisation: RefOrganisation, day: DayNumber): void {
    const befalls = (rate: number) => this.parts.chance.happens(rate / 365);
    const plan = (happen: () => Promise<void>) =>
      this.parts.agenda.plan(day, this.parts.candidates.someMinute(), happen);
    if (befalls(yearly.leaves)) plan(() => this.someoneLeaves(organisation));
    if (befalls(yearly.transfers)) plan(() => this.someoneTransfers(organisation, day));
    if (befalls(yearly.flagged)) plan(() => this.someoneFlagged(organisation));
    if (befalls(yearly.level)) plan(() => this.levelChanges(organisation));
    if (befalls(yearly.opted)) plan(() => this.opts(organisation));
    if (befalls(yearly.suspended)) plan(() => this.someoneSuspended(organisation, day));
    if (befalls(yearly.revoked)) plan(() => this.someoneRevoked(organisation, day));
    if (befalls(yearly.drama)) this.drama(organisation, day);
    if (this.parts.partners.present(organisation).length < fullHouse && this.parts.chance.happens(0.04)) {
      plan(() => this.parts.partners.hireOne(organisation, this.parts.chance.happens(0.3)));
    }
    if (this.parts.partners.admins(organisation).length === 0 && this.parts.chance.happens(0.1))
      plan(() => this.parts.partners.hireOne(organisation, true));
  }

  private someCertificate(organisation: RefOrganisation, counts: boolean): RefCertificate | undefined {
    const today = this.parts.simulation.reference.today(organisation.id, this.parts.simulation.clock.now());
    const held = this.parts.partners
      .present(organisation)
      .flatMap(({ certificates }) => certificates)
      .filter((one) => one.revokedFrom === null && (!counts || worthOn(one, today)));
    return held.length === 0 ? undefined : this.parts.chance.oneOf(held);
  }

  private async someoneLeaves(organisation: RefOrganisation): Promise<void> {
    const people = this.parts.partners.present(organisation);
    if (people.length < 2) return;
    const inDays = this.parts.chance.happens(0.5) ? 0 : this.parts.chance.between(1, 100);
    await leave(this.parts.simulation, this.parts.staffId, {
      person: this.parts.chance.oneOf(people),
      organisation,
      inDays,
    });
  }

  private async someoneTransfers(from: RefOrganisation, day: DayNumber): Promise<void> {
    const people = this.parts.partners.present(from);
    const others = [...this.parts.simulation.reference.organisations.values()].filter(({ id }) => id !== from.id);
    if (people.length < 2 || others.length === 0) return;
    const person = this.parts.chance.oneOf(people);
    const sameZone = others.filter(({ zone }) => zone === from.zone);
    const atOnce = sameZone.length > 0 && this.parts.chance.happens(0.6);
    const to = this.parts.chance.oneOf(atOnce ? sameZone : others);
    const counted = person.certificates.some((one) => worthOn(one, day));
    await leave(this.parts.simulation, this.parts.staffId, { person, organisation: from, inDays: 0 });
    const join = async () => {
      const email = this.parts.partners.emailOf(person.id);
      const today = this.parts.simulation.reference.today(to.id, this.parts.simulation.clock.now());
      if (!email || person.memberships.some((one) => one.to === null || one.to > today)) return;
      if (counted) this.parts.simulation.reached("transferred_while_counted");
      await hire(this.parts.simulation, this.parts.staffId, to, {
        name: person.name,
        email,
        administrator: true,
        partnerAdmin: false,
      });
    };
    if (atOnce) await join();
    else this.parts.agenda.plan(day + 2, this.parts.candidates.someMinute(), join);
  }

  private async someoneFlagged(organisation: RefOrganisation): Promise<void> {
    const people = this.parts.partners.present(organisation);
    if (people.length === 0) return;
    const person = this.parts.chance.oneOf(people);
    await flag(this.parts.simulation, this.parts.staffId, {
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
    const inDays = this.parts.chance.happens(0.5) ? 0 : this.parts.chance.between(1, 60);
    await changeLevel(this.parts.simulation, this.parts.staffId, {
      organisation,
      level: this.parts.chance.oneOf(levels),
      inDays,
    });
  }

  private async opts(organisation: RefOrganisation): Promise<void> {
    const today = this.parts.simulation.reference.today(organisation.id, this.parts.simulation.clock.now());
    if (organisation.levels.find((span) => covers(span, today))?.level !== "platinum") return;
    const isIn = organisation.optIns.some(({ to }) => to === null || to > today);
    await (isIn ? optOut : optIn)(this.parts.simulation, this.parts.staffId, organisation);
  }

  private async someoneSuspended(organisation: RefOrganisation, day: DayNumber): Promise<void> {
    const certificate = this.someCertificate(organisation, true);
    if (!certificate) return;
    const days = this.parts.chance.happens(0.4) ? null : this.parts.chance.between(1, 150);
    await suspendFor(this.parts.simulation, this.parts.staffId, certificate, days);
    if (this.parts.chance.happens(0.6)) {
      this.parts.agenda.plan(day + this.parts.chance.between(0, 60), this.parts.candidates.someMinute(), () =>
        lift(this.parts.simulation, this.parts.staffId, certificate),
      );
    }
  }

  private async someoneRevoked(organisation: RefOrganisation, day: DayNumber): Promise<void> {
    const certificate = this.someCertificate(organisation, this.parts.chance.happens(0.8));
    if (!certificate) return;
    await revokeSince(
      this.parts.simulation,
      this.parts.staffId,
      certificate,
      this.parts.chance.happens(0.6) ? 0 : this.parts.chance.between(1, 30),
    );
    if (this.parts.chance.happens(0.8))
      this.parts.candidates.planExam(certificate.personId, day + this.parts.chance.between(1, 20));
  }

  /** Off, on and off again on one day, and on again on the next: falls that follow each other closely. */
  private drama(organisation: RefOrganisation, day: DayNumber): void {
    const minute = this.parts.chance.between(30, 400);
    let person: RefPerson | undefined;
    const turn = (at: DayNumber, minutes: number, administrator: boolean) =>
      this.parts.agenda.plan(at, minutes, async () => {
        const today = this.parts.simulation.reference.today(organisation.id, this.parts.simulation.clock.now());
        person ??= this.parts.partners
          .present(organisation)
          .find(({ certificates }) => certificates.some((one) => worthOn(one, today)));
        if (
          !person ||
          !this.parts.partners.present(organisation).includes(person) ||
          this.isAdministrator(person, organisation) === administrator
        )
          return;
        await flag(this.parts.simulation, this.parts.staffId, { person, organisation, administrator });
      });
    turn(day, minute, false);
    turn(day, minute + 25, true);
    turn(day, minute + 50, false);
    turn(day + this.parts.chance.between(1, 12), minute, true);
  }
}
