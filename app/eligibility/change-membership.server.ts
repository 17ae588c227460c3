/** Changes to people and levels with what follows for the count: each a lower workflow run through `countAgain`. */
import { type AddMember, addMember } from "~/organisations/add-member.server";
import { approveApplication } from "~/organisations/apply-for-second-level.server";
import { changeLevel, optOut } from "~/organisations/change-level.server";
import { endMembership, setAdministrator } from "~/organisations/end-membership.server";
import type { Db, Trx } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import { countAgain } from "./count-again.server";

/** `command` with the arguments of a workflow that needs no chance. */
const counted =
  <Command extends { readonly organisationId: string }>(
    change: (trx: Trx, command: Command, now: Date) => Promise<void>,
  ) =>
  (db: Db, command: Command, now: Date): Promise<void> =>
    countAgain(db, now, async (trx) => ({
      organisationIds: [command.organisationId],
      result: await change(trx, command, now),
    }));

/** Makes somebody a member; a new person is sent an invitation. */
export const addEngineer = (db: Db, command: AddMember, now: Date, random: Random) =>
  countAgain(db, now, async (trx) => ({
    organisationIds: [command.organisationId],
    result: await addMember(trx, command, now, random),
  }));

export const leaveOrganisation = counted(endMembership);
export const changeAdministrator = counted(setAdministrator);
export const changeOrganisationLevel = counted(changeLevel);
export const optOutOfSecondLevel = counted(optOut);
export const approveSecondLevel = counted(approveApplication);
