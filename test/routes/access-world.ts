import { handInExam } from "~/eligibility/hand-in-exam.server";
import { openStudy } from "~/examination/cut-score/open-study.server";
import { selectStudyItems } from "~/examination/cut-score/study-queries.server";
import { insertImages, namedImage } from "~/examination/images/image-queries.server";
import { publishBank } from "~/examination/publish-bank.server";
import { proposeRegrade } from "~/examination/regrade/propose-regrade.server";
import { startPractice } from "~/examination/start-practice.server";
import type { Day } from "~/kernel/calendar";
import { issueLink } from "~/people/issue-link.server";
import { type Db, inTransaction } from "~/platform/database/handle";
import { insertMailboxMessage } from "~/platform/mailbox-queries.server";
import { seededRandom } from "~/platform/random";
import { selectAttendance } from "~/training/attendance-queries.server";
import { openCalendarFeed } from "~/training/calendar-feed.server";
import { selectOptionalFeedToken } from "~/training/calendar-feed-queries.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { recordAttendance } from "~/training/record-attendance.server";
import { selectTrainingSession } from "~/training/session-queries.server";
import { withdrawEnrolment } from "~/training/withdraw-enrolment.server";
import { anAttempt, answerRightly, examMorning, trainedPartner } from "../factories/examination";
import { aWaitingAttempt } from "../factories/marking";
import { aMember, anOrganisation, aStaffMember } from "../factories/organisations";
import { aTrainingSession } from "../factories/training";

/** Who asks, in the order of the columns of the access matrix. */
export const requesters = [
  "nobody",
  "auditor",
  "training_manager",
  "exam_manager",
  "portal_admin",
  "partner_admin",
  "engineer",
  "certified",
  "reseller_engineer",
] as const;
export type Requester = (typeof requesters)[number];

/** Whose things are asked for: those of the distributor, of its reseller, of another partner; things that nobody has; what cannot be an id. */
export const places = ["own", "reseller", "foreign", "absent", "malformed"] as const;
export type PlaceName = (typeof places)[number];

/** What stands at a place, by the names that addresses and forms use. */
export interface Place {
  readonly organisationId: string;
  /** Has passed, and holds the certificate. */
  readonly personId: string;
  readonly certificateId: string;
  readonly number: string;
  readonly finishedAttemptId: string;
  /** Of somebody else there, who sits the exam at the moment. */
  readonly runningAttemptId: string;
  readonly sitterId: string;
  /** Practice of `personId`. */
  readonly roundId: string;
  /** The same, a mock examination under way. */
  readonly mockRoundId: string;
  /** In the coming training session: the admin's; and that of `personId`, who has withdrawn. */
  readonly enrolmentId: string;
  readonly endedEnrolmentId: string;
  /** The admin of the place. */
  readonly adminId: string;
  readonly trainingSessionId: string;
  readonly partId: string;
  readonly outboxMessageId: string;
  readonly token: string;
  /** Of the address of the admin's calendar. */
  readonly file: string;
  readonly key: string;
  readonly itemId: string;
  /** In the certification pool, with a proposed regrade, in a study of which auditor and exam manager are the judges. */
  readonly itemVersionId: string;
  readonly regradeId: string;
  /** Of somebody else: its result waits until the report at that place of its form is marked. */
  readonly markedAttemptId: string;
  readonly markedOrdinal: string;
  readonly studyId: string;
  readonly format: string;
  /** Of the gallery. */
  readonly view: string;
  /** Of a picture that nobody here has before them. */
  readonly sha256: string;
}

export interface AccessWorld {
  readonly now: Date;
  readonly people: Readonly<Record<Exclude<Requester, "nobody">, string>>;
  readonly places: Readonly<Record<PlaceName, Place>>;
}

const before = new Date("2027-02-01T08:00:00Z");
const trained = new Date("2027-03-10T12:00:00Z");

/** A distributor with a reseller, and a partner that has nothing to do with them; the same at each: a certified person, one in the exam, an admin. */
export async function accessWorld(db: Db): Promise<AccessWorld> {
  await publishBank(db, before);
  const staff = {
    auditor: await aStaffMember(db, "Auditor", "auditor"),
    training_manager: await aStaffMember(db, "Trainer", "training_manager"),
    exam_manager: await aStaffMember(db, "Examiner", "exam_manager"),
    portal_admin: await aStaffMember(db, "Portal", "portal_admin"),
  };
  const distributorId = await anOrganisation(db, { name: "Rheinwerk" });
  const resellerId = await anOrganisation(db, { name: "Uferlos", levelCode: "reseller", distributorId });
  const foreignId = await anOrganisation(db, { name: "Fremdwerk" });
  const sessions = {
    past: await aTrainingSession(db, before, { trainerId: staff.training_manager, capacity: 20 }),
    coming: await aTrainingSession(db, before, { trainerId: staff.training_manager, capacity: 20, ...april }),
  };
  const shared = {
    trainingSessionId: sessions.coming,
    partId: (await selectTrainingSession(db, sessions.coming)).parts[0]?.id ?? "",
    key: "mail@portal.example",
    filename: "invitation-1.ics",
    ...(await evaluation(db, staff)),
  };
  await insertMailboxMessage(db, aMail, before);
  const own = await aPlace(db, distributorId, "Own", staff.training_manager, sessions, shared);
  const reseller = await aPlace(db, resellerId, "Reseller", staff.training_manager, sessions, shared);
  const foreign = await aPlace(db, foreignId, "Foreign", staff.training_manager, sessions, shared);
  return {
    now: examMorning,
    people: {
      ...staff,
      partner_admin: own.adminId,
      engineer: own.sitterId,
      certified: own.personId,
      reseller_engineer: reseller.sitterId,
    },
    places: {
      own,
      reseller,
      foreign,
      absent: everywhere(own, (ordinal) => `00000000-0000-4000-8000-${String(ordinal).padStart(12, "0")}`),
      malformed: everywhere(own, () => "no-such-thing"),
    },
  };
}

async function evaluation(db: Db, { auditor, exam_manager: actorId }: { auditor: string; exam_manager: string }) {
  const opened = { actorId, title: "Spring", forms: 1, judgeIds: [auditor, actorId] };
  const { studyId } = await openStudy(db, opened, before, seededRandom("study"));
  const itemVersionId = (await selectStudyItems(db, studyId))[0]?.itemVersionId ?? "";
  const { itemId } = await db
    .selectFrom("itemVersion")
    .select("itemId")
    .where("id", "=", itemVersionId)
    .executeTakeFirstOrThrow();
  const treatment = { kind: "full_marks" as const };
  const proposed = { actorId, itemVersionId, treatment, takePassesAway: false, reason: "of the test" };
  const { regradeId } = await proposeRegrade(db, proposed, before);
  const { engineerIds } = await trainedPartner(db, { name: "Wartewerk", engineers: 6 });
  const waiting = await aWaitingAttempt(db, engineerIds);
  const marked = { markedAttemptId: waiting.attemptId, markedOrdinal: String(waiting.ordinal) };
  const unused = namedImage({ type: "image/png", width: 1, height: 1, bytes: new Uint8Array([1, 2, 3]) });
  await insertImages(db, [unused], { keptBy: null, keptAt: before });
  return { studyId, itemId, itemVersionId, regradeId, ...marked, format: "csv", view: "lists", sha256: unused.sha256 };
}

const april = {
  parts: [{ day: "2027-04-20" as Day, from: "09:00", to: "12:00" }],
  enrolmentCloses: { day: "2027-04-18" as Day, time: "18:00" },
};

const aMail = {
  messageId: "<mail@portal.example>",
  to: { name: "Ada Example", address: "ada@example.org" },
  subject: "Mail",
  text: "Mail",
  html: "<p>Mail</p>",
  calendar: [
    { method: "REQUEST" as const, filename: "invitation-1.ics", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" },
  ],
};

const everywhere = (place: Place, id: (ordinal: number) => string): Place =>
  Object.fromEntries(Object.keys(place).map((name, index) => [name, id(index)])) as unknown as Place;

async function aPlace(
  db: Db,
  organisationId: string,
  name: string,
  trainerId: string,
  sessions: { past: string; coming: string },
  shared: Pick<
    Place,
    | "trainingSessionId"
    | "partId"
    | "key"
    | "itemId"
    | "itemVersionId"
    | "regradeId"
    | "markedAttemptId"
    | "markedOrdinal"
    | "studyId"
    | "format"
    | "view"
    | "sha256"
  >,
): Promise<Place> {
  const adminId = await aMember(db, organisationId, `${name}Admin`, { partnerAdmin: true });
  const personId = await aMember(db, organisationId, `${name}Certified`);
  const sitterId = await aMember(db, organisationId, `${name}Sitter`);
  const random = seededRandom(`link of ${name}`);
  await inTransaction(db, (trx) =>
    issueLink(trx, { personId: adminId, purpose: "password_reset" }, examMorning, random),
  );

  await openCalendarFeed(db, adminId, examMorning, random);

  const enrol = (trainingSessionId: string, personIds: string[]) =>
    enrolPeople(
      db,
      { actorId: adminId, trainingSessionId, organisationId, personIds, purchaseOrder: null, oneself: false },
      before,
    );
  await enrol(sessions.past, [personId, sitterId]);
  await enrol(sessions.coming, [personId, adminId]);
  const enrolmentOf = async (id: string) =>
    db
      .selectFrom("enrolment")
      .select("id")
      .where("trainingSessionId", "=", sessions.coming)
      .where("personId", "=", id)
      .executeTakeFirstOrThrow();
  const ended = await enrolmentOf(personId);
  await withdrawEnrolment(db, { actorId: adminId, enrolmentId: ended.id }, before);
  const marks = (await selectAttendance(db, sessions.past)).map(({ enrolmentId }) => ({
    enrolmentId,
    mark: "present" as const,
  }));
  for (const part of (await selectTrainingSession(db, sessions.past)).parts) {
    await recordAttendance(
      db,
      { actorId: trainerId, trainingSessionId: sessions.past, partId: part.id, marks },
      trained,
    );
  }
  const finished = await anAttempt(db, personId, examMorning);
  await answerRightly(db, { attemptId: finished.attemptId, personId }, examMorning);
  const command = { attemptId: finished.attemptId, by: "candidate", personId } as const;
  await handInExam(db, command, examMorning, seededRandom(`certificate of ${name}`));
  const certificate = await db
    .selectFrom("certificate")
    .select(["id", "number"])
    .where("personId", "=", personId)
    .executeTakeFirstOrThrow();
  const place: Place = {
    ...shared,
    organisationId,
    personId,
    sitterId,
    adminId,
    certificateId: certificate.id,
    number: certificate.number,
    finishedAttemptId: finished.attemptId,
    runningAttemptId: (await anAttempt(db, sitterId, examMorning)).attemptId,
    roundId: (await startPractice(db, { personId, section: "storage" }, examMorning, seededRandom(name))).roundId,
    mockRoundId: (await startPractice(db, { personId, section: null }, examMorning, seededRandom(name))).roundId,
    enrolmentId: (await enrolmentOf(adminId)).id,
    endedEnrolmentId: ended.id,
    outboxMessageId: (await db.selectFrom("outboxMessage").select("id").executeTakeFirstOrThrow()).id,
    token: seededRandom(`link of ${name}`).bytes(24).toString("base64url"),
    file: `${await selectOptionalFeedToken(db, adminId)}.ics`,
  };
  return place;
}
