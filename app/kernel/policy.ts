/**
 * Every number the support agreement leaves open, with its default. Code asks here and never repeats the number.
 * `version` is stored on what was decided under it (certificates, attempts).
 */
export const policy = {
  version: 1,
  /** Clause 2.7: "at least three (3) trained administrators". */
  minimumAdministrators: 3,
  /** Days before the count falls below the minimum in which an organisation counts as at risk. */
  atRiskDays: 90,
  /** Clause 2.7: "annual mandatory certifications". */
  certificateYears: 1,
  /** Days before the end of a certificate in which its renewal may be sat. */
  renewalWindowDays: 90,
  /** The agreement grants no grace after expiry. */
  graceDays: 0,
  /** Days before the end of a certificate at which its holder and partner admins are warned. */
  lapseStages: [90, 60, 30, 14, 7, 1],
  /** Days before the count falls below the minimum at which partner admins are warned. */
  runwayStages: [90, 60, 30, 14, 7],
  /** From this stage on, IONOS staff are told as well. */
  staffStage: 30,
  /** Days that the first daily list for staff looks back. */
  digestLooksBackDays: 7,
  /** Days between repeats of "below three now". */
  belowRepeatDays: 7,
  /** Hours that must lie between two mails about the end of one certificate to one person. */
  lapseMailGapHours: 24,
  /** Hours on the recipient's clock between which mails leave that need not leave at once. */
  mailMorningHours: { from: 8, until: 10 },
  /** The zone of people who belong to no organisation. */
  staffTimeZone: "Europe/Berlin",
  /** Tries before a mail is parked; waits double from the first to the longest, so that the last try comes after about two days. */
  mailTries: 12,
  mailFirstRetryMinutes: 2,
  mailLongestRetryHours: 12,
  /** Days for which the record of a job's run is kept. */
  jobRunDays: 30,
  /** Days after which a picture that no version of an item shows is deleted. */
  unusedImageDays: 30,
  /** Views of the overview that a person can save. */
  savedViewsPerPerson: 30,
  /** Clause 2.4.3: notice of changed support contacts. */
  supportContactNoticeBusinessDays: 5,
  /** Days before a training session at which participants are reminded. */
  trainingReminderDays: [7, 1],
  /** Hours for which a seat offered from the waiting list is held. */
  waitingListOfferHours: 48,
  /** Seconds after the deadline in which an answer given before it may still arrive. */
  lateAnswerSeconds: 15,
  /** Hours after the end within which an answer that arrives too late to count still leaves a trace. */
  lateAnswerTraceHours: 24,
  /** Focus and paste events kept of one attempt at most, and days after its end for which they and the addresses are kept. */
  integrityEventsPerAttempt: 500,
  integrityDays: 180,
  /** An answer that arrives more seconds after it was given is shown with the record of the attempt; a request tried twice takes fewer. */
  noteworthyDelaySeconds: 30,
  /** Clause 2.2, "incident report": people mark it where its points decide a result that is close to the cut score. */
  markedKinds: ["incident_report"],
  /** Standard errors of measurement on either side of the cut score within which a result waits for marking. */
  markingBandErrors: 1,
  /** Different people who mark such a report, each without seeing what the other gave. */
  markersPerReport: 2,
  /** Two markings further apart than this share of the report's points do not settle it: a third person decides. */
  markingTolerancePercent: 10,
  /** Days for that third marking from when it is asked for, though never fewer than were left for the first two. */
  thirdMarkingDays: 3,
  /** Days from the hand-in within which a report should be marked; candidates are told, and a later one stands first in the queue. */
  markingDays: 5,
  /** Days after that at which whoever has still not marked is reminded again, and portal admins are told. */
  markingEscalationDays: 3,
  /** Days to wait after the first and the second failed attempt; after that, staff release. */
  coolDownDays: [1, 7],
  /** Failed attempts, with their waiting time, that a training must leave time for to count as early enough. */
  trainingReserveFailures: 1,
  /** Certificates that end within so many days of each other count as ending together. */
  coincidingEndDays: 30,
  /** So far ahead, planned absences are looked at. */
  availabilityDays: 365,
  /** The most extra time that staff can grant for one attempt at once. */
  longestExtraMinutes: 240,
  /** Questions of a round of practice, and finished mock examinations of a person, that are kept; of what came before, only the progress. */
  practiceQuestionsKept: 50,
  practiceMocksKept: 3,
  /** Hours for which a one-time link works. */
  invitationHours: 24 * 14,
  passwordResetHours: 2,
  passwordMinimumLength: 15,
  signInDays: 14,
  /** Failed sign-ins allowed for one account, and for one address, in an hour. */
  signInFailuresPerAccount: 10,
  signInFailuresPerAddress: 60,
  /** Password mails that may be asked for in an hour, for one account and from one address. */
  passwordMailsPerAccount: 5,
  passwordMailsPerAddress: 30,
} as const;
