import {
  addEngineer,
  approveSecondLevel,
  changeAdministrator,
  changeOrganisationLevel,
  leaveOrganisation,
  optOutOfSecondLevel,
} from "~/eligibility/change-membership.server";
import type { Day } from "~/kernel/calendar";
import { applyForSecondLevel } from "~/organisations/apply-for-second-level.server";
import { createOrganisation } from "~/organisations/create-organisation.server";
import type { Goal } from "../goals";
import { type DayNumber, dayText, localDay } from "../reference/days";
import type { Level, RefOrganisation, RefPerson } from "../reference/facts";
import type { Simulation } from "../simulation";

const day = (number: DayNumber): Day => dayText(number) as Day;

/** Counts the goal when what is done takes the organisation below three. */
export function watchFall(
  simulation: Simulation,
  organisationIds: readonly string[],
  now: Date,
  goal: Goal,
  change: () => void,
): void {
  const { reference } = simulation;
  const below = () =>
    organisationIds.filter((id) => reference.standing(id, reference.today(id, now)).status === "not_met").length;
  const before = below();
  change();
  if (below() > before) simulation.reached(goal);
}

export interface NewOrganisation {
  readonly name: string;
  readonly zone: string;
  readonly level: Level;
  readonly distributorId: string | null;
}

export async function found(simulation: Simulation, staffId: string, organisation: NewOrganisation): Promise<string> {
  const { name, zone, level, distributorId } = organisation;
  let id = "";
  await simulation.act({
    name: "found",
    subjects: [name, zone, level],
    run: ({ db }, now) =>
      createOrganisation(
        db,
        {
          actorId: staffId,
          name,
          contractingEntity: "ionos_se",
          timeZone: zone,
          language: "en",
          levelCode: level,
          distributorId,
          selfEnrolment: false,
        },
        now,
      ),
    event: { action: "organisation.created" },
    apply(now, events) {
      id = events.find(({ action }) => action === "organisation.created")?.subjectId ?? "";
      simulation.reference.founded({ id, name, zone, distributorId }, level, localDay(zone, now));
      return [];
    },
  });
  return id;
}

export interface NewMember {
  readonly name: string;
  readonly email: string;
  readonly administrator: boolean;
  readonly partnerAdmin: boolean;
}

/** The person's id; undefined when the portal refused. */
export async function hire(
  simulation: Simulation,
  staffId: string,
  organisation: RefOrganisation,
  member: NewMember,
): Promise<string | undefined> {
  const { name, email, administrator, partnerAdmin } = member;
  let id: string | undefined;
  const answer = await simulation.act({
    name: "hire",
    counts: [organisation.id],
    subjects: [organisation.id, email, administrator ? "administrator" : "", partnerAdmin ? "partner admin" : ""],
    run: ({ db, random }, now) =>
      addEngineer(
        db,
        {
          actorId: staffId,
          organisationId: organisation.id,
          fullName: name,
          email,
          language: "en",
          administrator,
          partnerAdmin,
        },
        now,
        random,
      ),
    event: { action: "membership.begun" },
    apply(now, events) {
      id = events.find(({ action }) => action === "membership.begun")?.subjectId ?? "";
      const from = simulation.reference.today(organisation.id, now);
      simulation.reference.joined({ id, name }, organisation.id, { administrator, partnerAdmin }, from);
      return [];
    },
  });
  if (answer.outcome === "refused")
    simulation.violated("refused_without_reason", `hire: ${answer.rejection.code}`, [organisation.id]);
  return id;
}

export async function leave(
  simulation: Simulation,
  actorId: string,
  { person, organisation, inDays }: { person: RefPerson; organisation: RefOrganisation; inDays: number },
): Promise<void> {
  const { reference } = simulation;
  const leaving = { on: 0 };
  const answer = await simulation.act({
    name: "leave",
    counts: [organisation.id],
    subjects: [organisation.id, person.id, `${inDays}`],
    run({ db }, now) {
      leaving.on = reference.today(organisation.id, now) + inDays;
      const command = { actorId, organisationId: organisation.id, personId: person.id, endsOn: day(leaving.on) };
      return leaveOrganisation(db, command, now);
    },
    event: { action: "membership.ended", subjectId: person.id },
    apply(now) {
      watchFall(simulation, [organisation.id], now, "fell_by_leaving", () =>
        reference.left(person.id, organisation.id, leaving.on, now),
      );
      if (inDays > 0) simulation.reached("left_on_a_later_day");
      return [];
    },
  });
  if (answer.outcome === "refused")
    simulation.violated("refused_without_reason", `leave: ${answer.rejection.code}`, [person.id]);
}

export async function flag(
  simulation: Simulation,
  actorId: string,
  { person, organisation, administrator }: { person: RefPerson; organisation: RefOrganisation; administrator: boolean },
): Promise<void> {
  const { reference } = simulation;
  const command = { actorId, organisationId: organisation.id, personId: person.id, administrator };
  await simulation.act({
    name: "flag",
    counts: [organisation.id],
    subjects: [organisation.id, person.id, `${administrator}`],
    run: ({ db }, now) => changeAdministrator(db, command, now),
    event: { action: "membership.administrator_changed", subjectId: person.id },
    apply(now) {
      const today = reference.today(organisation.id, now);
      watchFall(simulation, [organisation.id], now, "fell_by_administrator_flag", () =>
        reference.administratorChanged(person.id, organisation.id, administrator, today),
      );
      return [];
    },
  });
}

export async function changeLevel(
  simulation: Simulation,
  staffId: string,
  { organisation, level, inDays }: { organisation: RefOrganisation; level: Level; inDays: number },
): Promise<void> {
  const { reference } = simulation;
  const changing = { on: 0 };
  await simulation.act({
    name: "level",
    counts: [organisation.id],
    subjects: [organisation.id, level, `${inDays}`],
    run({ db }, now) {
      changing.on = reference.today(organisation.id, now) + inDays;
      const command = { actorId: staffId, organisationId: organisation.id, levelCode: level, from: day(changing.on) };
      return changeOrganisationLevel(db, command, now);
    },
    event: { action: "organisation.level_changed", subjectId: organisation.id },
    apply(now) {
      const { obligedSince } = reference.standing(organisation.id, reference.today(organisation.id, now));
      if (obligedSince !== null) simulation.reached("level_changed_while_obliged");
      reference.levelChanged(organisation.id, level, changing.on);
      return [];
    },
  });
}

/** The organisation applies, and IONOS approves from today on: two acts, as in the portal. */
export async function optIn(simulation: Simulation, actorId: string, organisation: RefOrganisation): Promise<void> {
  const { reference } = simulation;
  const organisationId = organisation.id;
  const application = { id: "" };
  await simulation.act({
    name: "apply",
    subjects: [organisationId],
    run: ({ db }, now) =>
      applyForSecondLevel(db, { actorId, organisationId, reason: "of the simulation", plan: "as drawn" }, now),
    event: { action: "second_level.applied" },
    apply(_now, events) {
      application.id = events.find(({ action }) => action === "second_level.applied")?.subjectId ?? "";
      return [];
    },
  });
  if (application.id === "") return;
  await simulation.act({
    name: "opt in",
    subjects: [organisationId],
    run({ db }, now) {
      const from = day(reference.today(organisationId, now));
      return approveSecondLevel(
        db,
        { actorId, organisationId, applicationId: application.id, from, reason: null },
        now,
      );
    },
    event: { action: "organisation.opted_in", subjectId: organisationId },
    apply(now) {
      reference.optedIn(organisationId, reference.today(organisationId, now));
      return [];
    },
  });
}

export async function optOut(simulation: Simulation, actorId: string, organisation: RefOrganisation): Promise<void> {
  const { reference } = simulation;
  const organisationId = organisation.id;
  await simulation.act({
    name: "opt out",
    subjects: [organisationId],
    run: ({ db }, now) =>
      optOutOfSecondLevel(db, { actorId, organisationId, from: day(reference.today(organisationId, now)) }, now),
    event: { action: "organisation.opted_out", subjectId: organisationId },
    apply(now) {
      const today = reference.today(organisationId, now);
      if (reference.standing(organisationId, today).status === "not_met") simulation.reached("opted_out_while_below");
      reference.optedOut(organisationId, today);
      return [];
    },
  });
}
