import { recordEvents } from "~/audit/record-events.server";
import type { Day } from "~/kernel/calendar";
import { conflict } from "~/kernel/rejection";
import type { Trx } from "~/platform/database/handle";
import { levelOn } from "./level";
import { endOptIn, insertOptIn, lockOrganisation, replaceLevelFrom } from "./organisation-queries.server";
import { selectObligation } from "./standing-queries.server";

interface Change {
  readonly actorId: string | null;
  readonly organisationId: string;
  readonly from: Day;
}

/** The level from a day on. Changes the count's meaning: run it through `countAgain`. */
export async function changeLevel(trx: Trx, command: Change & { levelCode: string }, now: Date): Promise<void> {
  const { actorId, organisationId, levelCode, from } = command;
  await lockOrganisation(trx, organisationId);
  await replaceLevelFrom(trx, { organisationId, levelCode, from, recordedAt: now, recordedBy: actorId });
  const subject = { subjectType: "organisation", subjectId: organisationId, organisationId };
  await recordEvents(
    trx,
    [{ actorId, action: "organisation.level_changed", ...subject, after: { levelCode, from } }],
    now,
  );
}

/** Clause 2.2: a Platinum partner may opt in to second-level support. Refused where the level does not leave the choice. */
export async function optIn(trx: Trx, command: Change, now: Date): Promise<void> {
  const { actorId, organisationId, from } = command;
  await lockOrganisation(trx, organisationId);
  const { levels, optIns } = await selectObligation(trx, organisationId);
  if (levelOn(levels, from)?.secondLevelSupport !== "optional") throw conflict("changed_meanwhile");
  if (optIns.some((span) => span.end === null || span.end > from)) throw conflict("changed_meanwhile");
  await insertOptIn(trx, { organisationId, from, recordedAt: now, recordedBy: actorId });
  const subject = { subjectType: "organisation", subjectId: organisationId, organisationId };
  await recordEvents(trx, [{ actorId, action: "organisation.opted_in", ...subject, after: { from } }], now);
}

/** Second-level support ends with the choice for it. Throws `second_level_mandatory` where the level demands it: a distributor cannot opt out. */
export async function optOut(trx: Trx, command: Change, now: Date): Promise<void> {
  const { actorId, organisationId, from } = command;
  await lockOrganisation(trx, organisationId);
  const { levels } = await selectObligation(trx, organisationId);
  if (levelOn(levels, from)?.secondLevelSupport === "mandatory") throw conflict("second_level_mandatory");
  const ended = await endOptIn(trx, { organisationId, until: from, recordedAt: now, recordedBy: actorId });
  if (!ended) throw conflict("changed_meanwhile");
  const subject = { subjectType: "organisation", subjectId: organisationId, organisationId };
  await recordEvents(trx, [{ actorId, action: "organisation.opted_out", ...subject, after: { from } }], now);
}
