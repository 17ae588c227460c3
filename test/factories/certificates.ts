import { secondLevelAdministrator } from "~/examination/blueprint";
import { addYears, type Day, type DayRange } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Db } from "~/platform/database/handle";
import { dayRangeText } from "~/platform/database/ranges";

const instant = (day: Day) => new Date(`${day}T09:00:00Z`);

/** The programme and its first version, once a database; certificates and attempts refer to them. */
export async function programmeVersionId(db: Db): Promise<string> {
  const { code, nameEn, nameDe, version, blueprint, cutScorePercent, durationMinutes, requiresTraining } =
    secondLevelAdministrator;
  await db
    .insertInto("certificationProgramme")
    .values({ code, nameEn, nameDe })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto("programmeVersion")
    .values({
      programmeCode: code,
      version,
      blueprint: JSON.stringify(blueprint),
      cutScorePercent,
      durationMinutes,
      requiresTraining,
      activeFrom: instant("2020-01-01"),
      recordedBy: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom("programmeVersion")
    .select("id")
    .where("programmeCode", "=", code)
    .executeTakeFirstOrThrow();
  return row.id;
}

/**
 * A certificate with a passed attempt behind it, written straight into the tables, so that a test of counting can choose any validity without
 * sitting an examination for it. Issued on its first day unless said otherwise.
 */
export async function aCertificate(
  db: Db,
  certificate: {
    personId: string;
    organisationId: string;
    start: Day;
    end?: Day;
    issuedOn?: Day;
    previousId?: string;
    number?: string;
  },
): Promise<string> {
  const {
    personId,
    organisationId,
    start,
    end = addYears(start, policy.certificateYears),
    issuedOn = start,
  } = certificate;
  const { count } = await db
    .selectFrom("certificate")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  const attempt = await db
    .insertInto("attempt")
    .values({
      personId,
      organisationId,
      programmeVersionId: await programmeVersionId(db),
      ordinal: count + 1,
      seed: `seed ${count}`,
      startedAt: new Date(instant(issuedOn).getTime() - 3_600_000),
      deadlineAt: instant(issuedOn),
      activeClient: null,
      finishedAt: instant(issuedOn),
      finishedBy: "candidate",
      gradedAt: instant(issuedOn),
      scorePercent: 90,
      passed: true,
      result: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const row = await db
    .insertInto("certificate")
    .values({
      number: certificate.number ?? `PCP-TEST-${String(count + 1).padStart(6, "0")}`,
      programmeCode: secondLevelAdministrator.code,
      personId,
      organisationId,
      attemptId: attempt.id,
      previousCertificateId: certificate.previousId ?? null,
      validity: dayRangeText({ start, end }),
      anchorOn: start,
      term: 1,
      renewalWindowDays: policy.renewalWindowDays,
      policyVersion: policy.version,
      holderName: "As printed",
      organisationName: "As printed",
      language: "en",
      issuedOn,
      issuedAt: instant(issuedOn),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function aRevocation(
  db: Db,
  certificateId: string,
  effectiveOn: Day,
  recordedOn: Day = effectiveOn,
): Promise<void> {
  await db
    .insertInto("certificateRevocation")
    .values({
      certificateId,
      effectiveOn,
      reasonClass: "conduct",
      note: "for the test",
      recordedAt: instant(recordedOn),
      recordedBy: null,
    })
    .execute();
}

export async function aSuspension(
  db: Db,
  certificateId: string,
  during: DayRange,
  recordedOn: Day = during.start,
): Promise<void> {
  await db
    .insertInto("certificateSuspension")
    .values({
      certificateId,
      during: dayRangeText(during),
      reasonClass: "administrative",
      note: "for the test",
      recordedAt: instant(recordedOn),
      recordedBy: null,
      supersededAt: null,
    })
    .execute();
}
