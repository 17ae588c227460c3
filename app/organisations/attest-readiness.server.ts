import { recordEvents } from "~/audit/record-events.server";
import { dayIn } from "~/kernel/calendar";
import { notFound } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import { selectRoster } from "./membership-queries.server";
import { lockOrganisation } from "./organisation-queries.server";
import { insertReadiness, selectReadiness, supersedeReadiness } from "./readiness-queries.server";
import { type ReadinessPoint, readinessPoints } from "./support-access";

/**
 * Attests of one member exactly the `points`: those that were attested before and are not named hold no more. Who is no member there is
 * `not_found`. Says nothing, and records nothing, where nothing changes.
 */
export async function attestReadiness(
  db: Db,
  command: { actorId: string; organisationId: string; personId: string; points: readonly ReadinessPoint[] },
  now: Date,
): Promise<void> {
  const { actorId, organisationId, personId, points } = command;
  await inTransaction(db, async (trx) => {
    const { timeZone } = await lockOrganisation(trx, organisationId);
    const roster = await selectRoster(trx, organisationId, dayIn(timeZone, now));
    if (!roster.some((member) => member.personId === personId)) throw notFound();
    const held = (await selectReadiness(trx, organisationId))
      .filter((row) => row.personId === personId)
      .map(({ point }) => point);
    const added = readinessPoints.filter((point) => points.includes(point) && !held.includes(point));
    const removed = held.filter((point) => !points.includes(point));
    if (added.length + removed.length === 0) return;
    for (const point of removed) {
      await supersedeReadiness(trx, { organisationId, personId, point }, { at: now, by: actorId });
    }
    const recorded = { recordedAt: now, recordedBy: actorId };
    await insertReadiness(
      trx,
      added.map((point) => ({ organisationId, personId, point, ...recorded })),
    );
    const event = {
      actorId,
      action: "support_access.attested",
      subjectType: "person",
      subjectId: personId,
      organisationId,
      before: { points: held },
      after: { points: [...points] },
    };
    await recordEvents(trx, [event], now);
  });
}
