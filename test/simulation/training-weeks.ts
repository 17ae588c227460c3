import { attend, enrol, schedule } from "./actions/training";
import type { Agenda } from "./agenda";
import type { Candidates } from "./candidates";
import type { Chance } from "./chance";
import type { Partners } from "./partners";
import type { DayNumber } from "./reference/days";
import type { Simulation } from "./simulation";
import type { WorldParts } from "./world-parts";

/** A training each week, for whoever has none yet; who was there plans an exam. */
export class TrainingWeeks {
  private readonly trained = new Set<string>();
  private readonly simulation: Simulation;
  private readonly agenda: Agenda;
  private readonly chance: Chance;
  private readonly candidates: Candidates;
  private readonly partners: Partners;
  private readonly staffId: string;
  private readonly trainerId: string;

  constructor(parts: WorldParts) {
    ({
      simulation: this.simulation,
      agenda: this.agenda,
      chance: this.chance,
      candidates: this.candidates,
      partners: this.partners,
      staffId: this.staffId,
      trainerId: this.trainerId,
    } = parts);
  }

  imagine(day: DayNumber): void {
    // 1970-01-01 was a Thursday.
    if (day % 7 !== 4) return;
    const on = day + 3;
    this.agenda.plan(day, 120, async () => {
      const sessionId = await schedule(this.simulation, this.trainerId, on);
      for (const organisation of this.simulation.reference.organisations.values()) {
        const personIds = this.partners
          .present(organisation)
          .filter(({ trainedAt }) => trainedAt === null)
          .map(({ id }) => id);
        const actorId = this.partners.admins(organisation)[0]?.id ?? this.staffId;
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
  everybodySits(day: DayNumber): void {
    for (const person of this.simulation.reference.people.values()) {
      if (this.trained.has(person.id) && !person.certificates.some(({ end }) => end > day))
        this.candidates.planExam(person.id, day);
    }
  }
}
