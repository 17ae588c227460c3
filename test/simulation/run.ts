import { verifyChain } from "~/audit/verify-chain.server";
import { connect } from "~/platform/database/connect";
import { migrateToLatest } from "~/platform/database/migrate";
import type { Chance } from "./chance";
import { EveryDay } from "./checks/every-day";
import { checkFacts } from "./checks/facts";
import type { FaultKind } from "./faults";
import { Jobs } from "./jobs";
import { zones } from "./partners";
import { prepareDatabase } from "./prepare-database";
import { type DayNumber, dayNumber, dayText, localDay, startOfDay } from "./reference/days";
import { Reference } from "./reference/model";
import { utcMinuteOf } from "./reference/morning";
import { Simulation, Stopped, type Violation } from "./simulation";
import { World } from "./world";

export interface RunOptions {
  readonly years: number;
  readonly organisations: number;
  readonly seed: string;
  readonly faults: readonly FaultKind[];
  /** Where a PostgreSQL database for the run alone is; embedded in memory when left out. */
  readonly databaseUrl?: string | undefined;
  /** In a folder instead of memory. */
  readonly dataDir?: string | undefined;
  /**
   * The portal is down for most of the first year, when certificates are young and little is due: a short run comes to their ends in half the
   * time.
   */
  readonly pause?: boolean;
  readonly stopAtFirst?: boolean;
  readonly print?: (line: string) => void;
  readonly progress?: (words: string) => void;
}

export interface RunReport {
  readonly violations: readonly Violation[];
  readonly days: number;
  readonly events: number;
  readonly notices: number;
  readonly mails: number;
  readonly certificates: number;
  readonly jobRuns: number;
  readonly kills: number;
  readonly lostConnections: number;
  readonly digest: string;
  readonly goals: Readonly<Record<string, number>>;
  readonly missedGoals: readonly string[];
}

/** A Monday; the run of five years ends behind the leap day of 2032. */
const firstDay = dayNumber("2027-03-01");
const minuteMs = 60_000;
const pause = { afterDays: 45, days: 215 };
const tickMinutes = [10, 490, 1_210];
/** On the clocks of each zone: what leaves in the morning gets two chances, as the minute's tick gives it a hundred and twenty. */
const morningMinutes = [510, 570];
/** No zone of the world has its midnight near this. */
const checkMinute = 1_230;

/** Runs the world for so many years and holds the portal to the reference after every day. */
export async function runSimulation(options: RunOptions): Promise<RunReport> {
  const { databaseUrl, dataDir } = options;
  const database = await connect(databaseUrl ? { databaseUrl } : dataDir ? { dataDir } : { memory: true });
  try {
    await migrateToLatest(database);
    await prepareDatabase(database, options.seed);
    return await new Run(options, database).toTheEnd();
  } finally {
    await database.close();
  }
}

class Run {
  private readonly simulation: Simulation;
  private readonly world: World;
  private readonly jobs: Jobs;
  private readonly everyDay: EveryDay;
  private readonly weather: Chance;
  private readonly days: number;
  private lived = 0;
  private pauseAhead: boolean;
  private mailBackOn: DayNumber = 0;

  constructor(
    private readonly options: RunOptions,
    database: Awaited<ReturnType<typeof connect>>,
  ) {
    this.days = Math.round(options.years * 365.25);
    this.pauseAhead = options.pause ?? false;
    this.simulation = new Simulation({
      database,
      seed: options.seed,
      faults: new Set(options.faults),
      reference: new Reference(firstDay - 60, this.days + 900),
      faultsOften: options.years * options.organisations < 100 ? 4 : 1,
      instances: database.kind === "server" ? 2 : 1,
      print: options.print,
      stopAtFirst: options.stopAtFirst ?? false,
    });
    this.world = new World(this.simulation, options.organisations);
    this.jobs = new Jobs(this.simulation);
    this.everyDay = new EveryDay(this.simulation);
    this.weather = this.simulation.chance("weather");
  }

  async toTheEnd(): Promise<RunReport> {
    const { simulation } = this;
    try {
      simulation.clock.moveTo(startOfDay(firstDay));
      await simulation.start();
      await this.world.begin(firstDay);
      for (let day = firstDay; day < firstDay + this.days; day += 1) day = await this.live(day);
      await checkFacts(simulation);
      const chain = await verifyChain(simulation.database.db);
      if (!chain.whole) simulation.violated("audit_chain_broken", JSON.stringify(chain));
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
    }
    const { goals, violations, log, struck, reference } = simulation;
    return {
      violations,
      days: this.lived,
      events: log.events,
      notices: simulation.ledger.notices,
      mails: simulation.mails.taken,
      certificates: reference.certificates.size,
      jobRuns: this.jobs.runs,
      kills: struck.kill,
      lostConnections: struck.connection,
      digest: log.digest(),
      goals: goals.all(),
      missedGoals: goals.missed(this.options.years * this.options.organisations),
    };
  }

  /** Lives through the day; returns it, or the last day that went by while the portal was down. */
  private async live(day: DayNumber): Promise<DayNumber> {
    this.lived += 1;
    if (this.lived % 30 === 0)
      this.options.progress?.(`${dayText(day)}: ${this.simulation.violations.length} violations`);
    const back = this.down(day);
    if (back !== undefined) return back;
    this.mailWeather(day);
    this.world.imagine(day);
    const clockBackAt = this.clockWeather();
    const isDst = this.isDstDay(day);
    if (isDst) this.simulation.reached("dst_day");
    const ticks = isDst ? [...tickMinutes, 55, 65, 115, 125] : tickMinutes;
    const { agenda } = this.world;
    for (const minute of ticks)
      agenda.plan(day, minute, () =>
        this.jobs.tick({ daily: minute === tickMinutes[0], tidy: minute === tickMinutes[0] && day % 28 === 0 }),
      );
    for (const zone of zones) {
      for (const minute of morningMinutes)
        agenda.plan(day, utcMinuteOf(zone, minute, startOfDay(day)), () => this.jobs.deliverDue());
    }
    if (clockBackAt !== undefined) {
      agenda.plan(day, clockBackAt, async () => {
        this.simulation.reached("clock_set_back");
        this.simulation.clock.setBack(60 * minuteMs);
        await this.jobs.tick();
      });
    }
    agenda.plan(day, checkMinute, () => this.endOfDay(day));
    for (;;) {
      const planned = agenda.take(day);
      if (planned.length === 0) break;
      for (const { minute, happen } of planned) {
        const at = startOfDay(day).getTime() + minute * minuteMs;
        this.simulation.clock.moveTo(new Date(Math.max(at, this.simulation.clock.trueTime().getTime())));
        await happen();
      }
    }
    this.simulation.clock.setRight();
    return day;
  }

  private async endOfDay(day: DayNumber): Promise<void> {
    await this.everyDay.check();
    if (this.options.organisations <= 20 || day % 7 === 0) await checkFacts(this.simulation);
  }

  /** A week without the portal, or the pause: nothing runs, and people wait. Returns the last day without it. */
  private down(day: DayNumber): DayNumber | undefined {
    const paused = this.pauseAhead && this.lived >= pause.afterDays;
    const [happens, clock] = [this.weather.happens(1 / 180), this.simulation.allows("clock")];
    if (!paused && !(happens && clock && this.lived > 20)) return undefined;
    if (paused) this.pauseAhead = false;
    const back = day + (paused ? pause.days : 7);
    for (let missed = day; missed < back; missed += 1) this.world.agenda.putOff(missed, back);
    this.simulation.log.write(`${dayText(day)} the portal is down until ${dayText(back)}`);
    if (!paused) this.simulation.reached("stage_skipped_by_a_week_down");
    this.lived += back - day - 1;
    return back - 1;
  }

  private mailWeather(day: DayNumber): void {
    const { mailServer } = this.simulation;
    if (mailServer.away && day >= this.mailBackOn) mailServer.away = false;
    const [begins, days] = [this.weather.happens(1 / 45), this.weather.between(1, 5)];
    if (!begins || mailServer.away || !this.simulation.allows("smtp")) return;
    mailServer.away = true;
    this.mailBackOn = day + days;
    this.simulation.reached("mail_server_away_for_days");
    this.simulation.log.write(`${dayText(day)} the mail server is away until ${dayText(this.mailBackOn)}`);
  }

  /** The minute at which the clock is set back an hour, for the rest of the day. */
  private clockWeather(): number | undefined {
    const [happens, minute] = [this.weather.happens(1 / 30), this.weather.between(30, 700)];
    return happens && this.simulation.allows("clock") ? minute : undefined;
  }

  private isDstDay(day: DayNumber): boolean {
    const noons = ["Europe/Berlin", "America/New_York", "Australia/Sydney"].map((zone) =>
      [0, 1].map((offset) => this.offset(zone, new Date(startOfDay(day).getTime() + offset * 24 * 60 * minuteMs))),
    );
    return noons.some(([before, after]) => before !== after);
  }

  private offset(zone: string, instant: Date): number {
    for (let minute = 0; minute < 24 * 60; minute += 15) {
      const next = new Date(instant.getTime() + minute * minuteMs);
      if (localDay(zone, next) !== localDay(zone, instant)) return minute;
    }
    return 0;
  }
}
