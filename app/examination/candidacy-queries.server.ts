import { sql } from "kysely";
import { notFound } from "~/kernel/rejection";
import type { Reader } from "~/platform/database/handle";
import { keptQuery } from "~/platform/database/kept-query";
import type { FinishedAttempt, OpenException } from "./attempt-policy";
import type { ExamWindow } from "./exam-window";
import { asProgramme, type Programme, programmeVersions } from "./programme-queries.server";

/** What the examination itself knows of whether a person may sit it. */
interface Candidacy {
  /** In the version that attempts started at the instant are sat under. */
  readonly programme: Programme;
  readonly finishedAttempts: readonly FinishedAttempt[];
  readonly activeAttempt: { readonly id: string; readonly deadlineAt: Date } | null;
  /** Staff decisions that stand and that no attempt has used, oldest first. */
  readonly exceptions: readonly OpenException[];
  /** Those of the programme that stand, in their order. */
  readonly windows: readonly ExamWindow[];
}

/** In one statement. */
export async function selectCandidacy(
  db: Reader,
  asked: { readonly personId: string; readonly programmeCode: string; readonly at: Date },
): Promise<Candidacy> {
  const [row] = await candidacies(db, asked);
  if (!row) throw notFound();
  const { attempts, exceptions, windows, ...programme } = row;
  const active = attempts.find(({ finishedAt }) => finishedAt === null);
  return {
    programme: asProgramme(programme),
    finishedAttempts: attempts.flatMap(({ deadlineAt, finishedAt, passed }) =>
      finishedAt === null ? [] : [{ deadlineAt: new Date(deadlineAt), finishedAt: new Date(finishedAt), passed }],
    ),
    activeAttempt: active ? { id: active.id, deadlineAt: new Date(active.deadlineAt) } : null,
    exceptions,
    windows: windows.map(({ opensAt, closesAt }) => ({ opensAt: new Date(opensAt), closesAt: new Date(closesAt) })),
  };
}

interface AttemptInJson {
  readonly id: string;
  readonly deadlineAt: string;
  readonly finishedAt: string | null;
  readonly passed: boolean | null;
}

const candidacies = keptQuery(
  (db, { personId, programmeCode, at }: { personId: string; programmeCode: string; at: Date }) =>
    programmeVersions(db)
      .select([
        sql<AttemptInJson[]>`(
          select coalesce(json_agg(json_build_object('id', id, 'deadlineAt', deadline_at, 'finishedAt', finished_at, 'passed', passed)), '[]')
          from attempt where person_id = ${personId}
        )`.as("attempts"),
        sql<OpenException[]>`(
          select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'extraMinutes', extra_minutes) order by recorded_at, id), '[]')
          from attempt_exception where person_id = ${personId} and used_by_attempt_id is null and withdrawn_at is null
        )`.as("exceptions"),
        sql<{ opensAt: string; closesAt: string }[]>`(
          select coalesce(json_agg(json_build_object('opensAt', opens_at, 'closesAt', closes_at) order by opens_at), '[]')
          from exam_window where exam_window.programme_code = programme_version.programme_code and withdrawn_at is null
        )`.as("windows"),
      ])
      .where("programmeCode", "=", programmeCode)
      .where("activeFrom", "<=", at)
      .orderBy("programmeVersion.version", "desc")
      .limit(1),
);
