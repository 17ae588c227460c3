import { found, hire, optIn } from "./actions/organisation";
import type { Chance } from "./chance";
import { covers, type Level, type RefOrganisation, type RefPerson } from "./reference/facts";
import type { Simulation } from "./simulation";

export const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Europe/London",
  "Asia/Tokyo",
  "America/Los_Angeles",
  "Australia/Sydney",
  "Asia/Kolkata",
];

/** The organisations that come, the people they hire, and who is there today. */
export class Partners {
  private readonly emails = new Map<string, string>();
  private people = 0;

  constructor(
    private readonly simulation: Simulation,
    private readonly chance: Chance,
    private readonly staffId: string,
  ) {}

  async foundOne(index: number): Promise<void> {
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

  async hireOne(organisation: RefOrganisation, partnerAdmin: boolean): Promise<void> {
    this.people += 1;
    const email = `person-${this.people}@partner.example`;
    const member = { name: `Person ${this.people}`, email, partnerAdmin, administrator: this.chance.happens(0.93) };
    const id = await hire(this.simulation, this.staffId, organisation, member);
    if (id) this.emails.set(id, email);
  }

  emailOf(personId: string): string | undefined {
    return this.emails.get(personId);
  }

  present(organisation: RefOrganisation): RefPerson[] {
    const today = this.simulation.reference.today(organisation.id, this.simulation.clock.now());
    return this.simulation.reference
      .membersEver(organisation.id)
      .filter(({ memberships }) =>
        memberships.some((one) => one.organisationId === organisation.id && covers(one, today) && one.to === null),
      );
  }

  admins(organisation: RefOrganisation): RefPerson[] {
    return this.present(organisation).filter(({ adminOf }) => adminOf.has(organisation.id));
  }
}
