import { attend, enrol, schedule } from "./actions/training";
import type { DayNumber } from "./reference/days";
import type { WorldParts } from "./world-parts";

/** A training each week, for whoever has none yet; who was there plans an exam. */
export class TrainingWeeks {
  private readonly trained = new Set<string>();
  constructor(private readonly parts: WorldParts) {}

  imagine(day: DayNumber): void {
    // 1970-01-01 was a Thursday.
    if (day % 7 !== 4) return;
    const on = day + 3;
    this.parts.agenda.plan(day, 120, async () => {
      const sessionId = await schedule(this.parts.simulation, this.parts.trainerId, on);
      for (const organisation of this.parts.simulation.reference.organisations.values()) {
        const personIds = this.parts.partners
          .present(organisation)
          .filter(({ trainedAt }) => trainedAt === null)
          .map(({ id }) => id);
        const actorId = this.parts.partners.admins(organisation)[0]?.id ?? this.parts.staffId;
        if (personIds.length > 0)
          await enrol(this.parts.simulation, actorId, {
            trainingSessionId: sessionId,
            organisationId: organisation.id,
            personIds,
          });
      }
      this.parts.agenda.plan(on, 750, async () => {
        const everybody = [...this.parts.simulation.reference.people.values()].filter(
          ({ trainedAt }) => trainedAt === null,
        );
        const absent = new Set(everybody.filter(() => this.parts.chance.happens(0.06)).map(({ id }) => id));
        await attend(this.parts.simulation, this.parts.trainerId, sessionId, absent);
        for (const { id, trainedAt } of everybody) {
          if (trainedAt === null && !this.parts.simulation.reference.person(id).trainedAt) continue;
          if (this.trained.has(id)) continue;
          this.trained.add(id);
          this.parts.candidates.planExam(id, on + this.parts.chance.between(1, 10));
        }
      });
    });
  }

  /** A leap day is rare: whoever has nothing valid tries on it. */
  everybodySits(day: DayNumber): void {
    for (const person of this.parts.simulation.reference.people.values()) {
      if (this.trained.has(person.id) && !person.certificates.some(({ end }) => end > day))
        this.parts.candidates.planExam(person.id, day);
    }
  }
}
