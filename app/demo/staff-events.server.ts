import { saveView } from "~/eligibility/keep-view.server";
import { addDays } from "~/kernel/calendar";
import { decideOnStatus, namePartnerManager } from "~/organisations/decide-on-status.server";
import { selectDecisionHistory } from "~/organisations/decision-queries.server";
import { readContacts } from "~/organisations/read-contacts.server";
import { scheduleContactChange } from "~/organisations/schedule-contact-change.server";
import type { ContactRole, DecisionOutcome } from "~/platform/schema/staff-tables";
import { overviewViews, staffDecisions } from "./staff-story";
import type { DemoEvent, World } from "./world";

const zone = "Europe/Berlin";

/** What IONOS staff do beside training and examination: decide, name partner managers, look at their views, announce other contacts. */
export function staffEvents(world: World): DemoEvent[] {
  const { db } = world;
  const actorId = world.staffMember("portal@ionos.example");
  const at = (daysAgo: number, time: string) => world.instant(zone, daysAgo, time);
  return [
    ...staffDecisions.map(({ organisation, daysAgo, ...decision }) => ({
      at: at(daysAgo, "14:30"),
      happen: (now: Date) => decide(world, { organisation, daysAgo, ...decision }, now),
    })),
    {
      at: at(60, "10:00"),
      happen: async (now) => {
        for (const key of ["rheinwerk", "atlantic"]) {
          const organisationId = world.organisations.get(key) ?? "";
          const personId = world.staffMember("audit@ionos.example");
          await namePartnerManager(db, { actorId, organisationId, personId }, now);
        }
      },
    },
    ...overviewViews.map(({ email, name, query, opensFirst }) => ({
      at: at(50, "09:30"),
      happen: async (now: Date) => {
        await saveView(db, { personId: world.staffMember(email), name, query, opensFirst }, now);
      },
    })),
    { at: at(300, "09:00"), happen: (now) => enterContacts(world, now) },
    { at: at(1, "15:00"), happen: (now) => announceContact(world, now) },
  ];
}

interface Told {
  readonly organisation: string;
  readonly daysAgo: number;
  readonly outcome: DecisionOutcome;
  readonly timeInDays?: number;
  readonly reason: string;
}

async function decide(world: World, { organisation, daysAgo, outcome, timeInDays, reason }: Told, now: Date) {
  const organisationId = world.organisations.get(organisation) ?? "";
  const effectiveOn = world.day(zone, daysAgo);
  const [latest] = await selectDecisionHistory(world.db, organisationId);
  await decideOnStatus(
    world.db,
    {
      actorId: world.staffMember("portal@ionos.example"),
      organisationId,
      outcome,
      effectiveOn,
      remediationThrough: timeInDays === undefined ? null : addDays(effectiveOn, timeInDays),
      reason,
      seenId: latest?.id ?? "",
    },
    now,
  );
}

/** Numbers from the range that is kept free for works of fiction in Berlin, and addresses that no mail reaches. */
const berlinContacts = { support: ["100", "support"], management: ["110", "head-of-support"] } as const;

async function enterContacts(world: World, now: Date): Promise<void> {
  for (const [role, [extension, mailbox]] of Object.entries(berlinContacts)) {
    await scheduleContactChange(
      world.db,
      {
        actorId: world.staffMember("portal@ionos.example"),
        contractingEntity: "ionos_se",
        role: role as ContactRole,
        seenId: "",
        phone: `+49 30 23125 ${extension}`,
        email: `${mailbox}@ionos.example`,
        effectiveOn: world.day(zone, 300),
      },
      now,
    );
  }
}

async function announceContact(world: World, now: Date): Promise<void> {
  const { earliest } = await readContacts(world.db, "ionos_se", now);
  await scheduleContactChange(
    world.db,
    {
      actorId: world.staffMember("portal@ionos.example"),
      contractingEntity: "ionos_se",
      role: "management",
      seenId: "",
      phone: "+49 30 23125 120",
      email: "head-of-support@ionos.example",
      effectiveOn: addDays(earliest, 2),
    },
    now,
  );
}
