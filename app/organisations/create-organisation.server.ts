import { recordEvents } from "~/audit/record-events.server";
import { type Day, dayIn } from "~/kernel/calendar";
import { conflict } from "~/kernel/rejection";
import { type Db, inTransaction } from "~/platform/database/handle";
import type { ContractingEntity, Language } from "~/platform/schema/people-tables";
import { insertOrganisation, replaceLevelFrom } from "./organisation-queries.server";

export interface CreateOrganisation {
  readonly actorId: string | null;
  readonly name: string;
  readonly contractingEntity: ContractingEntity;
  readonly timeZone: string;
  readonly language: Language;
  readonly levelCode: string;
  /** Set for a reseller: the distributor that answers for it (2.4.1). */
  readonly distributorId: string | null;
  readonly selfEnrolment: boolean;
  /** First day at the level; today in the organisation's zone when left out. */
  readonly from?: Day;
}

export async function createOrganisation(
  db: Db,
  command: CreateOrganisation,
  now: Date,
): Promise<{ organisationId: string }> {
  const { actorId, levelCode, from = dayIn(command.timeZone, now), ...organisation } = command;
  return inTransaction(db, async (trx) => {
    const organisationId = await insertOrganisation(trx, { ...organisation, createdAt: now });
    if (!organisationId) throw conflict("organisation_name_taken", { name: command.name });
    await replaceLevelFrom(trx, { organisationId, levelCode, from, recordedAt: now, recordedBy: actorId });
    const after = {
      name: command.name,
      levelCode,
      from,
      contractingEntity: command.contractingEntity,
      timeZone: command.timeZone,
    };
    const subject = { subjectType: "organisation", subjectId: organisationId, organisationId };
    await recordEvents(trx, [{ actorId, action: "organisation.created", ...subject, after }], now);
    return { organisationId };
  });
}
