import {
  approveSecondLevel,
  changeOrganisationLevel,
  optOutOfSecondLevel,
} from "~/eligibility/change-membership.server";
import { applyForSecondLevel } from "~/organisations/apply-for-second-level.server";
import { createOrganisation } from "~/organisations/create-organisation.server";
import type { OrganisationStory } from "./organisation-story";
import { personEvents } from "./person-events.server";
import { story } from "./story";
import type { DemoEvent, World } from "./world";

/** Days between an application and the decision. */
const daysToDecide = 4;

const applicationWords = {
  en: {
    reason: "Our customers run round the clock and expect answers to incidents from us, not from a ticket queue.",
    plan: "Two colleagues take the training of next month, a third one the training after it. All three sit the examination within four weeks of their training.",
  },
  de: {
    reason: "Unsere Kunden arbeiten rund um die Uhr und erwarten bei Störungen Antworten von uns selbst.",
    plan: "Zwei Personen besuchen die Schulung im nächsten Monat, eine dritte die darauf folgende. Alle drei legen die Prüfung innerhalb von vier Wochen nach ihrer Schulung ab.",
  },
} as const;

/** What happens to every organisation of the story, and to its people. */
export const organisationEvents = (world: World): DemoEvent[] =>
  story.flatMap((organisation) => eventsOf(world, organisation));

function eventsOf(world: World, organisation: OrganisationStory): DemoEvent[] {
  const { key, zone, language, levels, applied, optedIn, optedOut, people } = organisation;
  const [first, ...changes] = levels;
  if (!first) return [];
  const id = () => world.organisations.get(key) ?? "";
  const actorId = world.staffMember("portal@ionos.example");
  const adminId = () => world.admins.get(key) ?? actorId;
  const at = (daysAgo: number, time: string) => world.instant(zone, daysAgo, time);
  const events: DemoEvent[] = [{ at: at(first[0], "09:00"), happen: (now) => create(world, organisation, now) }];
  for (const [daysAgo, levelCode] of changes) {
    const from = world.day(zone, daysAgo);
    events.push({
      at: at(daysAgo, "09:05"),
      happen: (now) => changeOrganisationLevel(world.db, { actorId, organisationId: id(), levelCode, from }, now),
    });
  }
  const application = { id: "" };
  const appliedOn = applied ?? (optedIn === undefined ? undefined : optedIn + daysToDecide);
  if (appliedOn !== undefined) {
    events.push({
      at: at(appliedOn, "10:30"),
      happen: async (now) => {
        const command = { actorId: adminId(), organisationId: id(), ...applicationWords[language] };
        application.id = (await applyForSecondLevel(world.db, command, now)).applicationId;
      },
    });
  }
  if (optedIn !== undefined) {
    const from = world.day(zone, optedIn);
    events.push({
      at: at(optedIn, "11:00"),
      happen: (now) => {
        const command = { actorId, organisationId: id(), applicationId: application.id, from, reason: null };
        return approveSecondLevel(world.db, command, now);
      },
    });
  }
  if (optedOut !== undefined) {
    const from = world.day(zone, optedOut);
    events.push({
      at: at(optedOut, "11:00"),
      happen: (now) => optOutOfSecondLevel(world.db, { actorId: adminId(), organisationId: id(), from }, now),
    });
  }
  return [...events, ...people.flatMap((person, index) => personEvents(world, organisation, person, index))];
}

async function create(
  world: World,
  { key, name, entity, zone, language, levels, distributor, selfEnrolment = false }: OrganisationStory,
  now: Date,
): Promise<void> {
  const { organisationId } = await createOrganisation(
    world.db,
    {
      actorId: world.staffMember("portal@ionos.example"),
      name,
      contractingEntity: entity,
      timeZone: zone,
      language,
      levelCode: levels[0]?.[1] ?? "partner",
      distributorId: distributor ? (world.organisations.get(distributor) ?? null) : null,
      selfEnrolment,
    },
    now,
  );
  world.organisations.set(key, organisationId);
}
