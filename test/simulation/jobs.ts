import { countingCheck } from "~/jobs/counting-check";
import { eligibilitySweep } from "~/jobs/eligibility-sweep";
import { examStatistics } from "~/jobs/exam-statistics";
import { examStatisticsCheck } from "~/jobs/exam-statistics-check";
import { housekeeping } from "~/jobs/housekeeping";
import type { Job } from "~/jobs/job";
import { outboxDelivery } from "~/jobs/outbox-delivery";
import { overdueAttempts } from "~/jobs/overdue-attempts";
import { runJob } from "~/jobs/run-job.server";
import { seatOffers } from "~/jobs/seat-offers";
import { staffDigest } from "~/jobs/staff-digest";
import { trainingReminders } from "~/jobs/training-reminders";
import { handedInByDeadline } from "./actions/exam";
import type { Chance } from "./chance";
import { dueForOrganisation } from "./reference/due";
import type { Simulation } from "./simulation";

/**
 * The portal's jobs as the minute's tick runs them, in their order. Documents are left out: drawing thousands of PDFs would cost more than all
 * the rest and decides nothing here.
 */
const statements: Record<string, number> = { "eligibility-sweep": 50, "outbox-delivery": 80 };
const onceADay = [trainingReminders, staffDigest, seatOffers, countingCheck, examStatistics];
const onceInFourWeeks = [housekeeping, examStatisticsCheck];
const minuteMs = 60_000;

export class Jobs {
  private readonly running = new Map<string, number>();
  private readonly chance: Chance;
  /** Mails that were due and not settled when the delivery ended last. */
  private waiting = 0;
  private overlapped = false;
  runs = 0;

  constructor(private readonly simulation: Simulation) {
    this.chance = simulation.chance("jobs");
  }

  /** One look at the jobs, with whatever faults come; again until each has had its turn. What can have nothing to do runs once a day all the same. */
  async tick({ daily = false, tidy = false } = {}): Promise<void> {
    const { mails, reference, clock } = this.simulation;
    if (daily || reference.underWay.size > 0) await this.untilDone(overdueAttempts);
    await this.untilDone(eligibilitySweep);
    for (const job of daily ? onceADay : []) await this.untilDone(job);
    for (const job of tidy ? onceInFourWeeks : []) await this.untilDone(job);
    if (daily || mails.anyDue(clock.now())) await this.deliver();
  }

  /** Sends what is due: of the minute's ticks, those in a morning somewhere. */
  async deliverDue(): Promise<void> {
    const { mails, clock } = this.simulation;
    if (mails.anyDue(clock.now())) await this.deliver();
  }

  private async deliver(): Promise<void> {
    await this.untilDone(outboxDelivery);
    // Whom a mail was on its way to got no second one meanwhile: the next minutes take up the rest.
    for (let minute = 0; minute < 40; minute += 1) {
      if (this.waiting === 0 || this.simulation.mailServer.away) return;
      this.simulation.clock.pass(minuteMs);
      await this.untilDone(outboxDelivery);
    }
    this.simulation.violated("mail_left_lying", `${this.waiting} mails are due and stay`);
  }

  private async untilDone(job: Job): Promise<void> {
    for (let tries = 1; tries <= 10; tries += 1) {
      if (await this.once(job, tries)) return;
      // Over the lease of an instance that was killed, and over the wait after so many failures.
      this.simulation.clock.pass(Math.max(3, 2 ** tries) * minuteMs);
    }
    throw new Error(`${job.name} was interrupted ten times in a row`);
  }

  /** One run by every instance at once; false when a fault ended it. */
  private async once(job: Job, tries: number): Promise<boolean> {
    const { simulation } = this;
    simulation.clock.pass(1);
    const now = simulation.clock.now();
    const watched = this.watched(job);
    const asked = simulation.instances.map(({ portal }) => ({ portal, trigger: "schedule" as "schedule" | "command" }));
    const [first] = asked;
    // Somebody at IONOS presses the button while the job runs.
    if (first && this.chance.happens(0.01)) {
      asked.push({ portal: first.portal, trigger: "command" });
      simulation.reached("job_asked_for_twice_at_once");
    }
    if (tries < 5) simulation.faults.arm(statements[job.name] ?? 15);
    else simulation.faults.spare();
    this.runs += 1;
    const reports = await Promise.all(
      asked.map(({ portal, trigger }) => runJob(portal, watched, trigger).catch(() => undefined)),
    );
    const { struck } = simulation.faults;
    simulation.faults.disarm();
    for (const report of reports) {
      if (report?.outcome !== "done") continue;
      if (job === examStatistics && report.counts.kept) simulation.reached("exam_month_kept");
      if (job === examStatisticsCheck && report.counts.months) simulation.reached("kept_exam_months_checked");
    }
    const outcomes = reports.map((report) => report?.outcome ?? "ended").join(" ");
    simulation.log.write(`${now.toISOString()} job ${job.name}: ${outcomes}`);
    if (struck) {
      simulation.struck[struck.kind] += 1;
      simulation.log.write(`${now.toISOString()} ${struck.kind} ${struck.when} "${struck.statement}" in ${job.name}`);
      if (struck.kind === "connection") simulation.reached("connection_lost_in_a_job");
      else if (job === eligibilitySweep) simulation.reached("killed_in_sweep");
      else if (job === outboxDelivery) simulation.reached("killed_in_delivery");
    }
    // No subject is at fault here: a sweep that passes one over because its connection broke, and calls itself done, leaves it for an hour.
    const passedOver =
      job === eligibilitySweep &&
      reports.some((report) => report?.outcome === "done" && (report.counts.failed ?? 0) > 0);
    const failed = reports.some(
      (report) => report?.outcome === "failed" || (report?.outcome === "done" && (report.counts.failed ?? 0) > 0),
    );
    if (passedOver || (failed && !struck)) simulation.violated("job_failed", `${job.name}: ${JSON.stringify(reports)}`);
    if (this.overlapped) simulation.violated("job_ran_twice_at_once", job.name);
    this.overlapped = false;
    const done = !struck && !failed && reports.some((report) => report?.outcome === "done");
    await this.observe(job, now, { done, interrupted: struck !== undefined });
    await simulation.restartTheDead();
    return !struck && !failed && reports.some((report) => report !== undefined && report.outcome !== "busy");
  }

  private async observe(
    job: Job,
    now: Date,
    { done, interrupted }: { done: boolean; interrupted: boolean },
  ): Promise<void> {
    const { simulation } = this;
    const events = job === overdueAttempts ? await simulation.audit.readOn() : [];
    const expected = [];
    for (const event of events) {
      if (event.action === "attempt.finished") expected.push(...(await handedInByDeadline(simulation, event, now)));
    }
    await simulation.ledger.readOn(now, simulation.clock.now(), expected);
    if (job === eligibilitySweep && done) {
      for (const id of simulation.reference.organisations.keys()) dueForOrganisation(simulation.reference, id, now);
    }
    if (job === outboxDelivery) {
      this.waiting = await simulation.mails.check(interrupted);
    }
  }

  /** The job, noticing when it runs twice at once. */
  private watched(job: Job): Job {
    return {
      ...job,
      run: async (context) => {
        const running = (this.running.get(job.name) ?? 0) + 1;
        this.running.set(job.name, running);
        if (running > 1) this.overlapped = true;
        try {
          return await job.run(context);
        } finally {
          this.running.set(job.name, (this.running.get(job.name) ?? 1) - 1);
        }
      },
    };
  }
}
