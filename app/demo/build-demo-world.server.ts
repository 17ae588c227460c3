import { publishBank } from "~/examination/publish-bank.server";
import type { Sender } from "~/notices/render-mail.server";
import { selectEntityCalendar } from "~/organisations/contact-queries.server";
import { appointStaff } from "~/people/appoint-staff.server";
import type { Db } from "~/platform/database/handle";
import { type Random, seededRandom } from "~/platform/random";
import { acceptInvitation } from "./accept-invitation.server";
import { demoStaff, secondTrainer } from "./demo-accounts";
import { itemEvents } from "./item-events.server";
import { mailEvents } from "./mail-events.server";
import { organisationEvents } from "./organisation-events.server";
import { practiceEvents } from "./practice-events.server";
import { staffEvents } from "./staff-events.server";
import { trainingEvents } from "./training-events.server";
import { type DemoEvent, World } from "./world";

export interface DemoBuild {
  readonly db: Db;
  /** The day that the story's days are counted back from, and the last instant of it. */
  readonly now: Date;
  readonly seed: string;
  readonly sender: Sender;
  /** Called now and then with the share that is done, 0 to 1. */
  readonly progress: (share: number) => void;
}

const firstDay = 800;

/**
 * Lets two years happen, in order, through the workflows that people use: nothing is written past them. The same seed and the same day give the
 * same organisations, names, exams and certificate numbers.
 */
export async function buildDemoWorld({ db, now, seed, sender, progress }: DemoBuild): Promise<void> {
  const random = seededRandom(seed);
  const world = new World(db, now, random, await selectEntityCalendar(db, "ionos_se"));
  await beginWithStaff(world, random);
  const events: DemoEvent[] = [
    ...trainingEvents(world),
    ...organisationEvents(world),
    ...itemEvents(world),
    ...practiceEvents(world),
    ...staffEvents(world),
    ...mailEvents(world, sender),
  ];
  const past = events.filter(({ at }) => at <= now).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  for (const [index, { at, happen }] of past.entries()) {
    await happen(at);
    if (index % 20 === 0) progress(index / past.length);
  }
  progress(1);
}

async function beginWithStaff(world: World, random: Random): Promise<void> {
  const { db } = world;
  const at = world.instant("Europe/Berlin", firstDay, "08:00");
  await publishBank(db, at);
  for (const { email, fullName, roles } of [...demoStaff, secondTrainer]) {
    const { personId } = await appointStaff(
      db,
      { actorId: null, fullName, email, language: email.startsWith("trainer@") ? "en" : "de", roles },
      at,
      random,
    );
    await acceptInvitation(db, personId, at);
    world.staff.set(email, personId);
  }
}
