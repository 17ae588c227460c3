import { sql } from "kysely";
import type { Reader } from "~/platform/database/handle";

/** Free seats in second-level trainings that have not begun at `at`, by the month of their last day in their own zone. */
export async function selectFreeSeatsByMonth(db: Reader, at: Date): Promise<Map<string, number>> {
  const { rows } = await sql<{ month: string; free: number }>`
    select to_char(ends_at at time zone time_zone, 'YYYY-MM') as month, sum(greatest(0, capacity - taken))::int as free
    from training_session as session
    join course on course.code = session.course_code and course.kind = 'second_level'
    cross join lateral (
      select min(lower(during)) as starts_at, max(upper(during)) as ends_at from training_part where training_session_id = session.id
    ) as part
    cross join lateral (
      select count(*)::int as taken from enrolment where training_session_id = session.id and state in ('enrolled', 'offered')
    ) as seats
    where session.state = 'scheduled' and starts_at > ${at} and enrolment_closes_at > ${at}
    group by 1
  `.execute(db);
  return new Map(rows.map(({ month, free }) => [month, free]));
}
