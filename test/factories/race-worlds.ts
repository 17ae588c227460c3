import { issueCertificate } from "~/certification/issue-certificate.server";
import { countAgain } from "~/eligibility/count-again.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import type { Day } from "~/kernel/calendar";
import { leaveTrace } from "~/notices/leave-trace.server";
import { applyForSecondLevel } from "~/organisations/apply-for-second-level.server";
import type { Database, Db } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { aCertificate, programmeVersionId } from "./certificates";
import { aMember, anOrganisation, aStaffMember } from "./organisations";
import { aPartner, aTrainer, aTrainingSession } from "./training";

export const at = (day: Day, time = "09:00") => new Date(`${day}T${time}:00Z`);

/** A day on which three count, long before the first end. */
export const leaveDay = at("2026-09-01");

/** A distributor on exactly three, whose certificates end on 2027-03-10, 2027-04-01 and 2027-05-01, and a second organisation. */
export async function worldOfThree({ db }: Database) {
  const organisationId = await anOrganisation(db);
  const otherId = await anOrganisation(db, { name: "Zweite" });
  await aMember(db, organisationId, "Boss", { administrator: false, partnerAdmin: true });
  const staffId = await aStaffMember(db, "Ines", "portal_admin");
  const [ada, ben, cem, dia] = [
    await aMember(db, organisationId, "Ada"),
    await aMember(db, organisationId, "Ben"),
    await aMember(db, organisationId, "Cem"),
    await aMember(db, organisationId, "Dia"),
  ];
  const adas = await aCertificate(db, { personId: ada, organisationId, start: "2026-03-10" });
  const bens = await aCertificate(db, { personId: ben, organisationId, start: "2026-04-01" });
  await aCertificate(db, { personId: cem, organisationId, start: "2026-05-01" });
  return { organisationId, otherId, staffId, ada, ben, cem, dia, adas, bens };
}

/** The same with an exam that the person has passed and that nobody has certified yet. */
export async function worldOfAPass(database: Database, passer: "ada" | "dia", passedAt: Date) {
  const world = await worldOfThree(database);
  const { id } = await database.db
    .insertInto("attempt")
    .values({
      personId: world[passer],
      organisationId: world.organisationId,
      programmeVersionId: await programmeVersionId(database.db),
      ordinal: 100,
      seed: "race",
      startedAt: new Date(passedAt.getTime() - 3_600_000),
      deadlineAt: passedAt,
      activeClient: null,
      finishedAt: passedAt,
      finishedBy: "candidate",
      gradedAt: passedAt,
      scorePercent: 90,
      passed: true,
      result: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const passed = {
    attemptId: id,
    programmeCode: secondLevelAdministrator.code,
    personId: world[passer],
    organisationId: world.organisationId,
    finishedAt: passedAt,
    exceptionUsed: false,
  };
  return { ...world, passed };
}

/** The end of Ada's certificate is planned to be told; nothing else waits, and whatever comes later waits behind it. */
export async function worldOfAPlannedMail(database: Database, planned: Date) {
  const world = await worldOfAPass(database, "ada", planned);
  await sweepEligibility(database.db, planned);
  await database.pool.query(
    "update outbox_message set state = 'suppressed' where template <> 'certificate_lapsing' or recipient_id <> $1",
    [world.ada],
  );
  await database.pool.query("update outbox_message set next_try_at = next_try_at - interval '1 hour'");
  return world;
}

export type Passed = Awaited<ReturnType<typeof worldOfAPass>>["passed"];

export const issue = (db: Db, passed: Passed, now: Date, seed: string) =>
  countAgain(db, now, async (trx) => {
    const { certificateId, organisationIds, trace } = await issueCertificate(trx, passed, now, seededRandom(seed));
    leaveTrace(trx, trace, now);
    return { organisationIds, result: certificateId };
  });

/** A training with one seat left, and two people who want it. */
export async function worldOfOneSeat({ db }: Database) {
  const now = at("2027-02-01");
  const partner = await aPartner(db, now, { engineers: 2 });
  const trainerId = await aTrainer(db, now);
  return { ...partner, now, trainerId, trainingSessionId: await aTrainingSession(db, now, { trainerId, capacity: 1 }) };
}

export const applicationWords = { reason: "our customers ask for it", plan: "three people by June" };

/** A Platinum partner that may apply for second-level support, with two admins, and two people at IONOS who decide. */
export async function worldOfAnApplicant({ db }: Database) {
  const organisationId = await anOrganisation(db, { levelCode: "platinum" });
  const [adminId, otherAdminId] = [
    await aMember(db, organisationId, "Ada", { partnerAdmin: true }),
    await aMember(db, organisationId, "Ben", { partnerAdmin: true }),
  ];
  const [staffId, otherStaffId] = [
    await aStaffMember(db, "Petra", "portal_admin"),
    await aStaffMember(db, "Ines", "portal_admin"),
  ];
  return { organisationId, adminId, otherAdminId, staffId, otherStaffId };
}

/** The same, and it has applied. */
export async function worldOfAnApplication(database: Database) {
  const world = await worldOfAnApplicant(database);
  const { organisationId, adminId: actorId } = world;
  const command = { actorId, organisationId, ...applicationWords };
  return { ...world, ...(await applyForSecondLevel(database.db, command, at("2027-03-12"))) };
}
