import { selectOptionalLatest } from "~/certification/certificate-queries.server";
import { addEngineer, leaveOrganisation } from "~/eligibility/change-membership.server";
import { reinstate, revoke, suspend } from "~/eligibility/decide-on-certificate.server";
import { secondLevelAdministrator } from "~/examination/blueprint";
import { attestReadiness } from "~/organisations/attest-readiness.server";
import { planAbsence } from "~/organisations/plan-absence.server";
import { enrolPeople } from "~/training/enrol-people.server";
import { acceptInvitation } from "./accept-invitation.server";
import { mailboxOf, nameOf } from "./names";
import type { DaysAgo, OrganisationStory, PersonStory } from "./organisation-story";
import { type Knowledge, sitExam } from "./sit-exam.server";
import { story } from "./story";
import type { DemoEvent, PlannedTraining, World } from "./world";

const joinsBeforeTraining = 24;
const enrolsBeforeTraining = 16;

/** One person's way through the story: joining, training, exams, decisions, leaving. */
export function personEvents(
  world: World,
  organisation: OrganisationStory,
  person: PersonStory,
  index: number,
): DemoEvent[] {
  const { key, zone } = organisation;
  const id = () => world.people.get(`${key}/${index}`) ?? "";
  const at = (daysAgo: DaysAgo, time: string) => world.instant(zone, daysAgo, time);
  const exams = [
    ...(person.passed ?? []).map((day) => ({ day, knowledge: "prepared" as const })),
    ...(person.failed ?? []).map((day) => ({ day, knowledge: "unprepared" as const })),
    ...(person.close === undefined ? [] : [{ day: person.close, knowledge: "close" as const }]),
  ];
  const firstExam = Math.max(...exams.map(({ day }) => day), person.trained ?? Number.NEGATIVE_INFINITY);
  const training = person.enrolled
    ? world.nextTraining()
    : Number.isFinite(firstExam)
      ? world.trainingBefore(firstExam)
      : undefined;
  const joined = Math.max(
    person.joined ?? 0,
    training && !person.enrolled ? training.firstDay + joinsBeforeTraining : 0,
  );
  const joinedOn = Math.min(joined, (organisation.levels[0]?.[0] ?? joined) - 1);
  const events: DemoEvent[] = [
    {
      at: at(joinedOn, person.partnerAdmin ? "09:10" : "10:00"),
      happen: (now) => join(world, organisation, person, index, now),
    },
  ];
  if (training) {
    const day = person.enrolled ? Math.min(joinedOn - 1, 9) : training.firstDay + enrolsBeforeTraining;
    events.push({ at: at(day, "14:00"), happen: (now) => enrol(world, organisation, id(), training, now) });
  }
  for (const { day, knowledge } of exams) {
    events.push({
      at: at(day, "10:15"),
      happen: async (now) => void (await sit(world, organisation, id(), knowledge, now)),
    });
  }
  events.push(...decisions(world, organisation, person, id), ...supportEvents(world, organisation, person, id));
  if (person.left !== undefined) {
    const endsOn = world.day(zone, person.left);
    events.push({
      at: at(person.left, "08:30"),
      happen: (now) =>
        leaveOrganisation(
          world.db,
          {
            actorId: world.admins.get(key) ?? null,
            organisationId: world.organisations.get(key) ?? "",
            personId: id(),
            endsOn,
          },
          now,
        ),
    });
  }
  return events;
}

/** Names are drawn in the story's order, so that they do not depend on when somebody joins. */
function nameFor(organisation: OrganisationStory, index: number): string {
  let n = 0;
  for (const other of story) {
    if (other.key === organisation.key) return nameOf(organisation.names, n + index);
    if (other.names === organisation.names) n += other.people.length;
  }
  throw new Error(`${organisation.key} is not in the story`);
}

async function join(
  world: World,
  organisation: OrganisationStory,
  person: PersonStory,
  index: number,
  now: Date,
): Promise<void> {
  const fullName = nameFor(organisation, index);
  const { personId } = await addEngineer(
    world.db,
    {
      actorId: world.admins.get(organisation.key) ?? world.staffMember("portal@ionos.example"),
      organisationId: world.organisations.get(organisation.key) ?? "",
      fullName,
      email: `${person.mailbox ?? mailboxOf(fullName)}@${organisation.domain}`,
      language: organisation.language,
      administrator: person.administrator ?? true,
      partnerAdmin: person.partnerAdmin ?? false,
    },
    now,
    world.random,
  );
  world.people.set(`${organisation.key}/${index}`, personId);
  if (person.partnerAdmin) world.admins.set(organisation.key, personId);
  if (!person.silent) await acceptInvitation(world.db, personId, new Date(now.getTime() + 3_600_000));
}

async function enrol(
  world: World,
  { key, distributor }: OrganisationStory,
  personId: string,
  training: PlannedTraining,
  now: Date,
): Promise<void> {
  const trainingSessionId = world.trainings.get(training);
  const actorId = world.admins.get(key) ?? world.admins.get(distributor ?? "");
  const organisationId = world.organisations.get(key);
  if (!trainingSessionId || !actorId || !organisationId) throw new Error(`nobody can be enrolled for ${key}`);
  await enrolPeople(
    world.db,
    { actorId, trainingSessionId, organisationId, personIds: [personId], purchaseOrder: "PO-2041", oneself: false },
    now,
  );
}

async function sit(
  world: World,
  { key, language }: OrganisationStory,
  personId: string,
  knowledge: Knowledge,
  now: Date,
): Promise<void> {
  const { passed } = await sitExam(world.db, { personId, knowledge, language }, now, world.random);
  if (knowledge !== "close" && passed !== (knowledge === "prepared"))
    throw new Error(`${key}: an exam of the story went the other way`);
}

function decisions(
  world: World,
  { zone }: OrganisationStory,
  { suspended, revoked }: PersonStory,
  personId: () => string,
): DemoEvent[] {
  const actorId = world.staffMember("exam@ionos.example");
  const decide = (daysAgo: DaysAgo, how: (certificateId: string, now: Date) => Promise<void>): DemoEvent => ({
    at: world.instant(zone, daysAgo, "15:00"),
    async happen(now) {
      const certificate = await selectOptionalLatest(world.db, personId(), secondLevelAdministrator.code);
      if (certificate) await how(certificate.id, now);
    },
  });
  const events: DemoEvent[] = [];
  if (suspended) {
    const note = "A customer's complaint is being looked into.";
    events.push(
      decide(suspended.from, (certificateId, now) =>
        suspend(world.db, { actorId, certificateId, reasonClass: "under_investigation", note }, now),
      ),
    );
    if (suspended.until !== undefined) {
      events.push(
        decide(suspended.until, (certificateId, now) =>
          reinstate(world.db, { actorId, certificateId, note: "Nothing was found." }, now),
        ),
      );
    }
  }
  if (revoked !== undefined) {
    const note = "Somebody else sat the examination.";
    events.push(
      decide(revoked, (certificateId, now) =>
        revoke(world.db, { actorId, certificateId, reasonClass: "exam_misconduct", note }, now),
      ),
    );
  }
  return events;
}

/** What the partner admin does for those who do support: attests their access, plans their absences. */
function supportEvents(
  world: World,
  { key, zone }: OrganisationStory,
  { support, away }: PersonStory,
  personId: () => string,
): DemoEvent[] {
  const command = () => ({
    actorId: world.admins.get(key) ?? "",
    organisationId: world.organisations.get(key) ?? "",
    personId: personId(),
  });
  const events: DemoEvent[] = [];
  if (support) {
    events.push({
      at: world.instant(zone, 30, "15:00"),
      happen: (now) => attestReadiness(world.db, { ...command(), points: support }, now),
    });
  }
  if (away) {
    const [from, through] = [world.day(zone, away[0]), world.day(zone, away[1])];
    events.push({
      at: world.instant(zone, 3, "16:00"),
      happen: async (now) => void (await planAbsence(world.db, { ...command(), from, through }, now)),
    });
  }
  return events;
}
