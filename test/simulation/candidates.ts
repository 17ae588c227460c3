import { answer, begin, handIn } from "./actions/exam";
import { allow } from "./actions/staff";
import type { Agenda } from "./agenda";
import type { Chance } from "./chance";
import type { DayNumber } from "./reference/days";
import type { RefAttempt, RefPerson } from "./reference/facts";
import { latestOf, windowDays } from "./reference/validity";
import type { Simulation } from "./simulation";
import { examPlaces } from "./small-exam";

/** How the world's people go about their exams: prepared or not, early, late or never, some of them vanishing on the way. */
export class Candidates {
  private readonly chance: Chance;
  /** Certificates whose renewal has been planned. */
  private planned = 0;

  constructor(
    private readonly simulation: Simulation,
    private readonly agenda: Agenda,
    private readonly examManagerId: string,
  ) {
    this.chance = simulation.chance("candidates");
  }

  /** Some minute of the day at which the portal is not at its jobs. */
  someMinute(): number {
    return this.chance.happens(0.7) ? this.chance.between(20, 1_190) : this.chance.between(1_245, 1_430);
  }

  planExam(personId: string, day: DayNumber): void {
    this.agenda.plan(day, this.someMinute(), () => this.sit(personId, day));
  }

  /** Whoever got a certificate makes up their mind when to renew it. */
  planRenewals(today: DayNumber): void {
    const fresh = [...this.simulation.reference.certificates.values()].slice(this.planned);
    this.planned += fresh.length;
    for (const { personId, end } of fresh) {
      const day = end + this.renewalDay();
      if (Number.isFinite(day)) this.planExam(personId, Math.max(day, today + 1));
    }
  }

  /** Days from the end of the certificate; infinite for never. */
  private renewalDay(): number {
    const { chance } = this;
    const draw = chance.number();
    if (draw < 0.1) return -windowDays;
    if (draw < 0.16) return -chance.between(windowDays + 1, windowDays + 12);
    if (draw < 0.46) return -chance.between(8, windowDays - 1);
    if (draw < 0.6) return -chance.between(2, 7);
    if (draw < 0.7) return -1;
    if (draw < 0.78) return 0;
    if (draw < 0.93) return chance.between(1, 40);
    return Number.POSITIVE_INFINITY;
  }

  private async sit(personId: string, day: DayNumber): Promise<void> {
    const { chance } = this;
    const person = this.simulation.reference.person(personId);
    const begun = await begin(this.simulation, person);
    if ("refused" in begun) return this.refused(person, begun.refused, day);
    const { attempt } = begun;
    const prepared = chance.happens(0.8);
    const missed = chance.between(1, 2 * examPlaces);
    const isRight = (place: number) => (prepared ? place !== missed : place === missed);
    const way = chance.number();
    this.simulation.clock.pass(60_000);
    for (let place = 1; place < examPlaces; place += 1) {
      await answer(this.simulation, attempt, { place, isRight: isRight(place), agoMs: chance.between(0, 900) });
    }
    if (way < 0.05) return;
    if (way < 0.1) return this.comeLate(attempt, isRight(examPlaces));
    await answer(this.simulation, attempt, { place: examPlaces, isRight: isRight(examPlaces), agoMs: 0 });
    await handIn(this.simulation, attempt);
    if (!attempt.passed && chance.happens(0.9)) this.planExam(personId, day + chance.between(0, 8));
  }

  /** The last answer reaches the portal after the deadline: given before it or not, within the seconds of grace or not. */
  private async comeLate(attempt: RefAttempt, isRight: boolean): Promise<void> {
    const { simulation, chance } = this;
    const seconds = chance.between(1, 17);
    simulation.clock.moveTo(
      new Date(
        attempt.deadlineAt.getTime() +
          seconds * 1_000 +
          Number(simulation.clock.trueTime()) -
          Number(simulation.clock.now()),
      ),
    );
    await answer(simulation, attempt, { place: examPlaces, isRight, agoMs: chance.between(0, 20_000) });
  }

  private async refused(person: RefPerson, verdict: string, day: DayNumber): Promise<void> {
    const { simulation, chance } = this;
    if (verdict === "cool_down") {
      simulation.reached("refused_in_cool_down");
      this.planExam(person.id, day + chance.between(1, 8));
    }
    if (verdict === "release_needed") {
      simulation.reached("refused_until_released");
      if (chance.happens(0.7)) await allow(simulation, this.examManagerId, person, "release");
      this.planExam(person.id, day + 1);
    }
    if (verdict === "window_not_open") {
      simulation.reached("refused_before_the_window");
      const latest = latestOf(person.certificates);
      if (chance.happens(0.4)) {
        await allow(simulation, this.examManagerId, person, "outside_window");
        this.planExam(person.id, day + 1);
      } else if (latest) this.planExam(person.id, Math.max(latest.end - windowDays + chance.between(0, 30), day + 1));
    }
  }
}
