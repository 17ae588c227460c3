import { selectJobStates } from "~/platform/job-queries.server";
import type { Portal } from "~/platform/portal";
import { certificateDocuments } from "./certificate-documents";
import { countingCheck } from "./counting-check";
import { isLate, neverRun, nextRunAt } from "./due";
import { eligibilitySweep } from "./eligibility-sweep";
import { examStatistics } from "./exam-statistics";
import { examStatisticsCheck } from "./exam-statistics-check";
import { housekeeping } from "./housekeeping";
import type { Job } from "./job";
import { outboxDelivery } from "./outbox-delivery";
import { overdueAttempts } from "./overdue-attempts";
import { type JobRehearsal, type JobReport, type JobTrigger, rehearseJob, runJob } from "./run-job.server";
import { seatOffers } from "./seat-offers";
import { staffDigest } from "./staff-digest";
import { trainingReminders } from "./training-reminders";

/** Every job of the portal. */
export const allJobs: readonly Job[] = [
  overdueAttempts,
  eligibilitySweep,
  outboxDelivery,
  certificateDocuments,
  trainingReminders,
  staffDigest,
  seatOffers,
  housekeeping,
  countingCheck,
  examStatistics,
  examStatisticsCheck,
];

/** Runs the job of that name now, due or not; undefined when there is none. */
export async function runJobNow(portal: Portal, name: string, trigger: JobTrigger): Promise<JobReport | undefined> {
  const job = allJobs.find((candidate) => candidate.name === name);
  return job && runJob(portal, job, trigger);
}

/** What the job of that name would do now; undefined when there is none. */
export async function rehearseJobNow(portal: Portal, name: string): Promise<JobRehearsal | undefined> {
  const job = allJobs.find((candidate) => candidate.name === name);
  return job && rehearseJob(portal, job);
}

/** How each job stands: its schedule, its last run and when it runs next. */
export async function describeJobs(portal: Portal) {
  const now = portal.clock.now();
  const states = new Map((await selectJobStates(portal.db)).map((state) => [state.job, state]));
  return allJobs.map(({ name, schedule }) => {
    const state = states.get(name);
    const lastDoneAt = state?.lastDoneAt ?? null;
    const firstRunAt = state?.firstRunAt ?? now;
    const knownSince = firstRunAt < portal.startedAt ? firstRunAt : portal.startedAt;
    return {
      name,
      schedule,
      lastDoneAt,
      running: state?.running ?? false,
      lastRun: state?.startedAt ? { ...state, startedAt: state.startedAt } : null,
      failures: state?.failures ?? 0,
      nextRunAt: nextRunAt(schedule, state ?? neverRun, now),
      late: isLate(schedule, lastDoneAt, knownSince, now),
    };
  });
}
