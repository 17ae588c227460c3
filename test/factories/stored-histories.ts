import { secondLevelAdministrator } from "~/examination/blueprint";
import type { DayRange } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import type { Database } from "~/platform/database/handle";
import { dayRangeText } from "~/platform/database/ranges";
import { programmeVersionId } from "./certificates";
import type { History } from "./histories";

type Rows = readonly Record<string, unknown>[];

const range = (during: DayRange) => dayRangeText(during);
const noon = "2025-01-01T12:00:00Z";

/** Puts whole histories, superseded facts and all, into an empty world: one statement a table, straight into the tables. */
export async function storeHistories({ db, pool }: Database, histories: readonly History[]): Promise<void> {
  const store = async (table: string, columns: string, rows: Rows) => {
    const names = columns.split(", ").map((column) => column.split(" ")[0]);
    await pool.query(
      `insert into ${table} (${names.join(", ")}) select ${names.join(", ")} from json_to_recordset($1) as row (${columns})`,
      [JSON.stringify(rows)],
    );
  };
  const versionId = await programmeVersionId(db);
  const organisations = histories.flatMap((history) => history.organisations);
  const people = histories.flatMap((history) => history.people);
  const certificates = people.flatMap(({ personId, certificates: held }) =>
    held.map((certificate, index) => ({ ...certificate, personId, ordinal: index + 1 })),
  );
  const recorded = "recorded_at timestamptz, superseded_at timestamptz";
  const facts = ({
    during,
    recordedAt,
    supersededAt,
  }: {
    during: DayRange;
    recordedAt: Date;
    supersededAt: Date | null;
  }) => ({
    during: range(during),
    recorded_at: recordedAt,
    superseded_at: supersededAt,
  });

  await store(
    "organisation",
    "id uuid, name text, contracting_entity text, time_zone text, language text, created_at timestamptz",
    organisations.map(({ organisationId, timeZone }) => ({
      id: organisationId,
      name: organisationId,
      contracting_entity: "ionos_se",
      time_zone: timeZone,
      language: "en",
      created_at: noon,
    })),
  );
  await store(
    "organisation_level",
    `organisation_id uuid, level_code text, during daterange, ${recorded}`,
    organisations.flatMap(({ organisationId, levels }) =>
      levels.rows.map((row) => ({ organisation_id: organisationId, level_code: row.levelCode, ...facts(row) })),
    ),
  );
  await store(
    "second_level_opt_in",
    `organisation_id uuid, during daterange, ${recorded}`,
    organisations.flatMap(({ organisationId, optIns }) =>
      optIns.rows.map((row) => ({ organisation_id: organisationId, ...facts(row) })),
    ),
  );
  await store(
    "person",
    "id uuid, full_name text, email text, language text, created_at timestamptz",
    people.map(({ personId }) => ({
      id: personId,
      full_name: "Somebody",
      email: `${personId}@example.org`,
      language: "en",
      created_at: noon,
    })),
  );
  await store(
    "membership",
    `person_id uuid, organisation_id uuid, during daterange, administrator boolean, ${recorded}`,
    people.flatMap(({ personId, seats }) =>
      seats.rows.map((row) => ({
        person_id: personId,
        organisation_id: row.organisationId,
        administrator: row.administrator,
        ...facts(row),
      })),
    ),
  );
  await store(
    "attempt",
    `id uuid, person_id uuid, organisation_id uuid, programme_version_id uuid, ordinal integer, seed text, started_at timestamptz,
      deadline_at timestamptz, finished_at timestamptz, finished_by text, graded_at timestamptz, score_percent numeric, passed boolean`.replace(
      /\s+/g,
      " ",
    ),
    certificates.map(({ certificateId, personId, organisationId, ordinal, issuedAt }) => ({
      id: certificateId,
      person_id: personId,
      organisation_id: organisationId,
      programme_version_id: versionId,
      ordinal,
      seed: "history",
      started_at: new Date(issuedAt.getTime() - 3_600_000),
      deadline_at: issuedAt,
      finished_at: issuedAt,
      finished_by: "candidate",
      graded_at: issuedAt,
      score_percent: 90,
      passed: true,
    })),
  );
  await store(
    "certificate",
    `id uuid, number text, programme_code text, person_id uuid, organisation_id uuid, attempt_id uuid, previous_certificate_id uuid, validity daterange,
      anchor_on date, term integer, renewal_window_days integer, policy_version integer, holder_name text, organisation_name text, language text,
      issued_on date, issued_at timestamptz, overlap_allowed boolean`.replace(/\s+/g, " "),
    certificates.map((certificate) => ({
      id: certificate.certificateId,
      number: certificate.certificateId,
      programme_code: secondLevelAdministrator.code,
      person_id: certificate.personId,
      organisation_id: certificate.organisationId,
      attempt_id: certificate.certificateId,
      previous_certificate_id: certificate.previousId,
      validity: range(certificate.validity),
      anchor_on: certificate.anchorOn,
      term: certificate.term,
      renewal_window_days: policy.renewalWindowDays,
      policy_version: policy.version,
      holder_name: "Somebody",
      organisation_name: "Somewhere",
      language: "en",
      issued_on: certificate.validity.start,
      issued_at: certificate.issuedAt,
      overlap_allowed: certificate.overlapAllowed,
    })),
  );
  const decided = { reason_class: "conduct", note: "for the test" };
  await store(
    "certificate_suspension",
    `certificate_id uuid, during daterange, reason_class text, note text, ${recorded}`,
    certificates.flatMap(({ certificateId, suspensions }) =>
      suspensions.rows.map((row) => ({ certificate_id: certificateId, ...decided, ...facts(row) })),
    ),
  );
  await store(
    "certificate_revocation",
    "certificate_id uuid, effective_on date, reason_class text, note text, recorded_at timestamptz",
    certificates.flatMap(({ certificateId, revocation }) =>
      revocation
        ? [
            {
              certificate_id: certificateId,
              ...decided,
              effective_on: revocation.effectiveOn,
              recorded_at: revocation.recordedAt,
            },
          ]
        : [],
    ),
  );
}
