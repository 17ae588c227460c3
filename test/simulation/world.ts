import { publishBank } from "~/examination/publish-bank.server";
import { appointStaff } from "~/people/appoint-staff.server";
import { retryAllParked } from "./actions/staff";
import { Agenda } from "./agenda";
import { Candidates } from "./candidates";
import type { Chance } from "./chance";
import { Happenings } from "./happenings";
import { Partners } from "./partners";
import { type DayNumber, dayText } from "./reference/days";
import type { Simulation } from "./simulation";
import { smallBank } from "./small-exam";
import { TrainingWeeks } from "./training-weeks";
import type { WorldParts } from "./world-parts";

/** The people outside the portal: who founds, hires, learns, leaves and decides, drawn from the seed. */
export class World {
  readonly agenda = new Agenda();
  private readonly chance: Chance;
  private parts!: WorldParts;
  private happenings!: Happenings;
  private trainingWeeks!: TrainingWeeks;

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
    const staffId = await this.appoint("Portal", ["portal_admin"]);
    const examManagerId = await this.appoint("Exam", ["exam_manager"]);
    const trainerId = await this.appoint("Trainer", ["training_manager"]);
    simulation.reference.staff.push(staffId, await this.appoint("Deputy", ["portal_admin"]));
    const { agenda, chance } = this;
    const candidates = new Candidates(simulation, agenda, examManagerId);
    const partners = new Partners(simulation, chance, staffId);
    this.parts = { simulation, agenda, chance, candidates, partners, staffId, trainerId };
    this.trainingWeeks = new TrainingWeeks(this.parts);
    this.happenings = new Happenings(this.parts);
    await simulation.audit.readOn();
    await simulation.ledger.readOn(new Date(0), new Date(now.getTime() + 60_000), []);
    const aDay = Math.max(4, Math.ceil(this.organisations / 12));
    for (let index = 0; index < this.organisations; index += 1) {
      const late = index % 11 === 10 ? chance.between(30, 345) : 0;
      agenda.plan(firstDay + Math.floor(index / aDay) + late, 30 + (index % aDay), () => partners.foundOne(index));
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

  /** Draws what will happen on the day, beside what is planned already. */
  imagine(day: DayNumber): void {
    const { candidates, staffId } = this.parts;
    candidates.planRenewals(day);
    this.trainingWeeks.imagine(day);
    if (dayText(day).endsWith("-02-29")) this.trainingWeeks.everybodySits(day);
    if (day % 7 === 0) this.agenda.plan(day, 600, () => retryAllParked(this.simulation, staffId));
    for (const organisation of this.simulation.reference.organisations.values())
      this.happenings.imagine(organisation, day);
  }
}
