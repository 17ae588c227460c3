import { selectCertifiedThrough } from "~/certification/certified-through-queries.server";
import { dayIn } from "~/kernel/calendar";
import { selectOrganisation, selectOrganisations } from "~/organisations/organisation-queries.server";
import { type Actor, allows } from "~/people/permissions";
import type { Db } from "~/platform/database/handle";
import type { Language } from "~/platform/schema/people-tables";
import { selectCandidates } from "~/training/candidate-queries.server";
import { selectQueue } from "~/training/enrolment-queries.server";
import { decideOffers, standingOf } from "~/training/enrolment-rule";
import { type Participant, type Sight, selectCounts, selectParticipants } from "~/training/participant-queries.server";
import { selectTrainingSession, type TrainingSession } from "~/training/session-queries.server";
import { isRepeatedHour } from "~/training/wall-time";

interface Asked {
  readonly trainingSessionId: string;
  /** Whose people are to be chosen from; what the actor may not reach counts as not asked. */
  readonly organisationId: string | null;
  /** Who is to be ticked from the start, of those who can be enrolled. */
  readonly personIds: readonly string[];
}

/** All that the page of one session shows to this person, and nothing of people who are not in sight. */
export async function loadSessionPage(db: Db, actor: Actor, language: Language, asked: Asked, now: Date) {
  const session = await selectTrainingSession(db, asked.trainingSessionId);
  const seesEverybody = allows(actor, "training.roster");
  const sight: Sight = seesEverybody
    ? { kind: "everybody" }
    : { kind: "tenants", organisationIds: actor.administered, personId: actor.personId };
  const participants = await selectParticipants(db, session.id, sight);
  const counts = await selectCounts(db, session.id);
  const mine = participants.find(({ personId, state }) => personId === actor.personId && state !== "offer_expired");
  const taken = counts.enrolled + counts.offered;
  const startsAt = session.parts[0]?.start ?? session.enrolmentClosesAt;
  const endsAt = session.parts.at(-1)?.end ?? startsAt;
  const standing = standingOf({ ...session, startsAt, endsAt }, { taken, waiting: counts.waiting }, now);
  const open = standing.kind === "free" || standing.kind === "full";
  const inSession = participants.some(({ state }) => state === "enrolled");
  const queue = counts.waiting > 0 ? await selectQueue(db, session.id, now) : [];
  return {
    session: facts(session, language, seesEverybody || inSession),
    standing,
    taken,
    participants: participants.map((row) => ({
      ...row,
      offerExpiresAt: row.offerExpiresAt?.toISOString() ?? null,
      mayChange: allows(actor, "enrolment.write", row),
    })),
    others: seesEverybody ? null : foreign(counts, participants),
    mine: mine
      ? {
          enrolmentId: mine.enrolmentId,
          state: mine.state,
          place: mine.place,
          offerExpiresAt: mine.offerExpiresAt?.toISOString() ?? null,
        }
      : null,
    standstill: queue.length > 0 ? decideOffers(session, taken, queue, now).standstill : null,
    enrolment: open ? await choices(db, actor, language, session, asked, now) : null,
    maySelfEnrol: open && !mine && (await maySelfEnrol(db, actor)),
    begun: startsAt <= now,
    may: {
      change: session.state === "scheduled" && startsAt > now && allows(actor, "training.schedule"),
      attendance: session.state === "scheduled" && allows(actor, "attendance.write"),
    },
  };
}

function facts(session: TrainingSession, language: Language, seesWhere: boolean) {
  const german = language === "de";
  return {
    id: session.id,
    title: german ? session.titleDe : session.titleEn,
    contents: (german ? session.contentsDe : session.contentsEn).split("\n"),
    trainerName: session.trainerName,
    language: session.language,
    timeZone: session.timeZone,
    capacity: session.capacity,
    closesAt: session.enrolmentClosesAt.toISOString(),
    price: session.chargeMinorUnits > 0 ? { minorUnits: session.chargeMinorUnits, currency: session.currency } : null,
    taxNote: session.taxNote,
    onSite: session.place !== null,
    online: session.link !== null,
    where: seesWhere ? { place: session.place, link: session.link } : null,
    parts: session.parts.map(({ id, ordinal, start, end }) => ({
      id,
      ordinal,
      startsAt: start.toISOString(),
      endsAt: end.toISOString(),
      repeatedHour: isRepeatedHour(start, session.timeZone) || isRepeatedHour(end, session.timeZone),
    })),
  };
}

/** Who is in the session beside those in sight, as numbers. */
function foreign(counts: Awaited<ReturnType<typeof selectCounts>>, seen: readonly Participant[]) {
  const seenIn = (...states: Participant["state"][]) => seen.filter(({ state }) => states.includes(state)).length;
  return {
    enrolled: counts.enrolled + counts.offered - seenIn("enrolled", "offered"),
    waiting: counts.waiting - seenIn("waiting"),
  };
}

/** The organisations the actor may enrol for, and the people of the chosen one with what speaks for or against each. */
async function choices(db: Db, actor: Actor, language: Language, session: TrainingSession, asked: Asked, now: Date) {
  const organisations = (await selectOrganisations(db)).filter(({ id }) =>
    allows(actor, "training.enrol_others", { organisationId: id }),
  );
  if (organisations.length === 0) return null;
  const reachable = (id: string | null | undefined) => organisations.find((organisation) => organisation.id === id);
  // Staff have no organisation of their own to begin with, and choose one.
  const chosen = reachable(asked.organisationId) ?? reachable(actor.memberOf) ?? reachable(actor.administered[0]);
  const organisationIds = chosen ? [chosen.id] : [];
  const people = await selectCandidates(db, { organisationIds, trainingSessionId: session.id, at: now });
  const certified = await selectCertifiedThrough(
    db,
    people.map(({ personId }) => personId),
    dayIn(chosen?.timeZone ?? session.timeZone, now),
  );
  return {
    organisations: organisations.map(({ id, name }) => ({ value: id, label: name })),
    organisationId: chosen?.id ?? null,
    chosenIds: people
      .filter(({ personId, state }) => state === null && asked.personIds.includes(personId))
      .map(({ personId }) => personId),
    candidates: people.map(({ personId, fullName, state, clash }) => ({
      personId,
      fullName,
      state,
      certifiedThrough: certified.get(personId) ?? null,
      clash: clash && {
        title: language === "de" ? clash.titleDe : clash.titleEn,
        startsAt: clash.startsAt.toISOString(),
      },
    })),
  };
}

async function maySelfEnrol(db: Db, actor: Actor): Promise<boolean> {
  if (actor.memberOf === null || !allows(actor, "training.enrol_self", { personId: actor.personId })) return false;
  return (await selectOrganisation(db, actor.memberOf)).selfEnrolment;
}
