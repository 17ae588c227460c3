import { addMember } from "~/organisations/add-member.server";
import { createOrganisation } from "~/organisations/create-organisation.server";
import type { Actor } from "~/people/permissions";
import { insertPerson, insertRoleAssignment } from "~/people/person-queries.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { scheduleTrainingSession } from "~/training/schedule-training-session.server";
import { planSession, type SessionDraft, type SessionPlan } from "~/training/session-plan";

const random = seededRandom("training");

/** A Platinum partner, in Berlin unless said otherwise, with an admin and `engineers` further members. */
export async function aPartner(
  db: Db,
  now: Date,
  {
    name = "Nordlicht",
    engineers = 0,
    selfEnrolment = false,
    timeZone = "Europe/Berlin",
  }: { name?: string; engineers?: number; selfEnrolment?: boolean; timeZone?: string } = {},
): Promise<{ organisationId: string; adminId: string; engineerIds: string[]; admin: Actor }> {
  const { organisationId } = await createOrganisation(
    db,
    {
      actorId: null,
      name,
      contractingEntity: "ionos_se",
      timeZone,
      language: "en",
      levelCode: "platinum",
      distributorId: null,
      selfEnrolment,
    },
    now,
  );
  const member = (fullName: string, partnerAdmin: boolean) =>
    inTransaction(db, async (trx) => {
      const email = `${fullName.toLowerCase().replaceAll(" ", ".")}@example.org`;
      const command = {
        actorId: null,
        organisationId,
        fullName,
        email,
        language: "en",
        administrator: true,
        partnerAdmin,
      } as const;
      return (await addMember(trx, command, now, random)).personId;
    });
  const adminId = await member(`${name} Admin`, true);
  const engineerIds: string[] = [];
  for (let index = 1; index <= engineers; index += 1) {
    engineerIds.push(await member(`${name} Engineer ${String(index).padStart(2, "0")}`, false));
  }
  const admin: Actor = {
    personId: adminId,
    fullName: `${name} Admin`,
    roles: ["partner_admin"],
    administered: [organisationId],
    memberOf: organisationId,
  };
  return { organisationId, adminId, engineerIds, admin };
}

export async function aTrainer(db: Db, now: Date, fullName = "Tessa Trainer"): Promise<string> {
  return inTransaction(db, async (trx) => {
    const email = `${fullName.toLowerCase().replaceAll(" ", ".")}@ionos.example`;
    const id = await insertPerson(trx, { fullName, email, language: "en", createdAt: now });
    if (!id) throw new Error(`${email} is taken`);
    const role = { role: "training_manager", organisationId: null, recordedAt: now, recordedBy: null } as const;
    await insertRoleAssignment(trx, { personId: id, ...role });
    return id;
  });
}

/** Two mornings in Berlin, three seats, enrolment until two days before. */
const aDraft: SessionDraft = {
  timeZone: "Europe/Berlin",
  parts: [
    { day: "2027-03-09", from: "09:00", to: "12:00" },
    { day: "2027-03-10", from: "09:00", to: "12:00" },
  ],
  enrolmentCloses: { day: "2027-03-07", time: "18:00" },
  capacity: 3,
  place: "Karlsruhe, room 4",
  link: null,
};

export function aPlan(draft: Partial<SessionDraft>, now: Date): SessionPlan {
  const verdict = planSession({ ...aDraft, ...draft }, now);
  if (verdict.kind !== "holds") throw new Error(JSON.stringify(verdict.faults));
  return verdict.plan;
}

export async function aTrainingSession(
  db: Db,
  now: Date,
  {
    trainerId,
    courseCode = "second-level",
    chargeMinorUnits = 0,
    ...draft
  }: Partial<SessionDraft> & { trainerId: string; courseCode?: string; chargeMinorUnits?: number },
): Promise<string> {
  const charge = { minorUnits: chargeMinorUnits, currency: "EUR", taxNote: null };
  const command = {
    actorId: trainerId,
    courseCode,
    trainerId,
    language: "en",
    plan: aPlan(draft, now),
    charge,
  } as const;
  return (await scheduleTrainingSession(db, command, now)).trainingSessionId;
}
