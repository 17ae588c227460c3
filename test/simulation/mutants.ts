// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are the portal's source.
/** Bugs to be planted, one at a time: the simulation is worth what it finds of them. */
export interface Mutant {
  readonly name: string;
  /** What the portal then does wrong. */
  readonly wrong: string;
  /** How many organisations it takes to meet what it needs; eight do for most. */
  readonly organisations?: number;
  readonly edits: readonly {
    /** From the project's root. */
    readonly file: string;
    /** Stands in the file exactly once. */
    readonly text: string;
    readonly becomes: string;
  }[];
}

const one = (name: string, wrong: string, file: string, text: string, becomes: string): Mutant => ({
  name,
  wrong,
  edits: [{ file, text, becomes }],
});

const dueNotices = "app/eligibility/due-notices.ts";
const delivery = "app/notices/deliver-outbox.server.ts";
const validity = "app/certification/validity.ts";
const counting = "app/eligibility/counting.ts";
const membershipChanges = "app/eligibility/change-membership.server.ts";

export const mutants: readonly Mutant[] = [
  one(
    "stage-a-day-late",
    "a stage begins the day after its day",
    dueNotices,
    "stages.filter((stage) => daysLeft <= stage)",
    "stages.filter((stage) => daysLeft < stage)",
  ),
  one(
    "least-urgent-stage",
    "of the stages reached the least urgent is told",
    dueNotices,
    ".sort((a, b) => a - b)[0]",
    ".sort((a, b) => b - a)[0]",
  ),
  one(
    "staff-a-stage-late",
    "staff hear of a fall ahead one stage later than they must",
    dueNotices,
    "toStaff: stage <= policy.staffStage",
    "toStaff: stage < policy.staffStage",
  ),
  {
    ...one(
      "told-though-undone",
      "a mail leaves though what it tells of has been undone since",
      "app/eligibility/still-due.server.ts",
      "return stillTrue[index] ?? false;",
      "return true;",
    ),
    organisations: 60,
  },
  one(
    "no-weekly-repeat",
    "a fall is told once and never again",
    dueNotices,
    "const repeats = Math.max(0, Math.floor(",
    "const repeats = 0 * Math.max(0, Math.floor(",
  ),
  {
    name: "restored-every-day",
    wrong: "a restoration is told anew every day",
    edits: [
      {
        file: dueNotices,
        text: "if (metSince && latest && !latest.restored && ",
        becomes: "if (metSince && latest && ",
      },
      {
        file: dueNotices,
        text: 'cycle: latest.cycle, stage: "0", toStaff: true, restoredOn: metSince',
        becomes: "cycle: latest.cycle, stage: day, toStaff: true, restoredOn: metSince",
      },
    ],
  },
  one(
    "key-without-recipient",
    "of several people who are to be told the ledger takes the first",
    "migrations/003-notices.ts",
    "constraint notice_once unique (kind, subject_id, cycle, stage, recipient_id)",
    "constraint notice_once unique (kind, subject_id, cycle, stage)",
  ),
  one(
    "sent-unasked",
    "nobody asks before a mail leaves whether it is still true",
    delivery,
    "if (notice && !(await delivery.stillDue(notice))) {",
    "if (notice && !(await delivery.stillDue(notice)) && !notice) {",
  ),
  one(
    "unclear-called-sent",
    "a mail without a clear answer counts as sent",
    delivery,
    'case "uncertain":\n      return unclearAnswer(delivery, message, answer.reason);',
    'case "uncertain":\n      return { became: "sent", state: "sent", tries: message.tries + 1, sentAt: delivery.now(), lastError: null };',
  ),
  one(
    "new-message-id-on-retry",
    "a mail tried again has another Message-ID",
    delivery,
    "recipient, message.messageId, {",
    'recipient, message.messageId.replace("<", `<${message.tries || ""}`), {',
  ),
  one(
    "no-second-try",
    "a mail is parked when its first try has no clear answer",
    "app/notices/delivery.ts",
    "if (tries >= policy.mailTries) return null;",
    "if (tries >= 1) return null;",
  ),
  one(
    "no-gap-of-24-hours",
    "two mails about one end within a day",
    "app/notices/delivery.ts",
    'if (until && until > now) return { step: "postpone", until, reason: "gap" };',
    "",
  ),
  one(
    "mails-at-night",
    "a mail that should wait for the morning leaves at once",
    "app/notices/sending-window.ts",
    "if (local.hour >= from && local.hour < until) return null;",
    "return null;",
  ),
  one(
    "morning-of-the-portal",
    "the morning is that of UTC, not of the recipient",
    "app/notices/sending-window.ts",
    "toZonedDateTimeISO(zone);\n  if",
    'toZonedDateTimeISO("UTC");\n  if',
  ),
  one(
    "sweep-misses-one",
    "the sweep leaves out the first organisation it has found",
    "app/eligibility/sweep-organisations.server.ts",
    "function* inPages(ids: readonly string[]): Generator<string[]> {\n  for (let start = 0;",
    "function* inPages(ids: readonly string[]): Generator<string[]> {\n  for (let start = 1;",
  ),
  one(
    "passed-over-when-the-line-breaks",
    "a subject at which the connection broke waits for the next sweep",
    "app/eligibility/sweep-organisations.server.ts",
    "if (isDatabaseGone(error)) throw error;",
    "",
  ),
  one(
    "leaver-not-counted-again",
    "a leaver's organisation is counted only by the next sweep",
    membershipChanges,
    "export const leaveOrganisation = counted(endMembership);",
    "export const leaveOrganisation = (db, command, now) =>\n  countAgain(db, now, async (trx) => ({ organisationIds: [], result: await endMembership(trx, command, now) }));",
  ),
  one(
    "level-not-counted-again",
    "a change of level is looked at only by the next sweep",
    membershipChanges,
    "export const changeOrganisationLevel = counted(changeLevel);",
    "export const changeOrganisationLevel = (db, command, now) =>\n  countAgain(db, now, async (trx) => ({ organisationIds: [], result: await changeLevel(trx, command, now) }));",
  ),
  one(
    "former-admin-told",
    "who was partner admin is told of the count for ever",
    "app/organisations/organisation-queries.server.ts",
    "and during @> (${at}::timestamptz at time zone home.time_zone)::date",
    "and (${at}::timestamptz at time zone home.time_zone)::date is not null",
  ),
  one(
    "renewed-from-the-day-of-passing",
    "a renewal begins on the day of passing and overlaps",
    validity,
    "const start = previous.validity.end;",
    "const start = passedOn;",
  ),
  one(
    "renewed-a-day-late",
    "a renewal leaves a day without certificate",
    validity,
    "const start = previous.validity.end;",
    "const start = addDays(previous.validity.end, 1);",
  ),
  one(
    "year-of-365-days",
    "a certificate lasts 365 days",
    validity,
    "validity: { start: passedOn, end: addYears(passedOn, policy.certificateYears) }",
    "validity: { start: passedOn, end: addDays(passedOn, 365 * policy.certificateYears) }",
  ),
  one(
    "window-a-day-early",
    "the renewal may be sat 91 days before the end",
    validity,
    "addDays(certificate.validity.end, -certificate.renewalWindowDays);",
    "addDays(certificate.validity.end, -certificate.renewalWindowDays - 1);",
  ),
  one(
    "passed-by-utc",
    "the day of passing is London's, not the organisation's",
    "app/certification/issue-certificate.server.ts",
    "const passedOn = dayIn(holder.timeZone, passed.finishedAt);",
    'const passedOn = dayIn("UTC", passed.finishedAt);',
  ),
  one(
    "suspended-counts",
    "the rule counts who is suspended",
    counting,
    "return without({ start: validity.start, end }, suspensions);",
    "return [{ start: validity.start, end }];",
  ),
  one(
    "suspended-counts-in-sql",
    "the statement counts who is suspended",
    "migrations/012-counting.ts",
    "range_agg(held.days - coalesce(suspended.days, '{}')) as days",
    "range_agg(held.days) as days",
  ),
  one(
    "leaver-counts-a-day-more",
    "the statement counts a leaver on the day of leaving",
    "migrations/012-counting.ts",
    "select organisation_id, person_id, range_agg(during) as days",
    "select organisation_id, person_id, range_agg(daterange(lower(during), upper(during) + 1)) as days",
  ),
  one(
    "standing-by-utc",
    "everybody's today is London's",
    "app/eligibility/standing-queries.server.ts",
    "coalesce(${on}::date, (${now}::timestamptz at time zone time_zone)::date)",
    "coalesce(${on}::date, (${now}::timestamptz at time zone 'UTC')::date)",
  ),
  one(
    "job-without-lease",
    "a job that is running is begun a second time",
    "app/platform/job-queries.server.ts",
    '.where((eb) => eb.or([eb("leasedUntil", "is", null), eb("leasedUntil", "<", sql<Date>`clock_timestamp()`)]))',
    "",
  ),
  one(
    "no-transaction",
    "a crash leaves half of a change",
    "app/platform/database/handle.ts",
    '.transaction()\n    .setIsolationLevel("read committed")\n    .execute(async (trx) => {',
    ".connection()\n    .execute(async (connection) => {\n      const trx = connection as unknown as Trx;",
  ),
  one(
    "chain-forgets-a-link",
    "events do not follow each other in the audit chain",
    "app/audit/queries.server.ts",
    "${event.reason}, hash,",
    "${event.reason}, repeat('0', 64),",
  ),
  one(
    "late-answer-counts",
    "an answer counts that was given after the deadline",
    "app/examination/answer-queries.server.ts",
    "and deadline_at > ${givenAt}::timestamptz",
    "and ${givenAt}::timestamptz is not null",
  ),
  one(
    "finished-when-swept",
    "an attempt that nobody handed in is finished when the job comes by",
    "app/examination/finish-attempt.server.ts",
    "finishedAt: inTime ? now : deadlineAt,",
    "finishedAt: now,",
  ),
  one(
    "exception-used-for-ever",
    "leave given once by staff opens every later exam",
    "app/examination/start-attempt.server.ts",
    "sendAhead(trx, consumeExceptions(trx, exceptionIds, attemptId));",
    "sendAhead(trx, consumeExceptions(trx, [], attemptId));",
  ),
  one(
    "cool-down-too-long",
    "the first failure costs a week",
    "app/examination/attempt-policy.ts",
    "policy.coolDownDays[failures.length - 1]",
    "policy.coolDownDays[failures.length]",
  ),
];
