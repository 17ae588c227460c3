import { planStaffDigest } from "~/eligibility/plan-staff-digest.server";
import { stillDueTogether } from "~/eligibility/still-due.server";
import { sweepEligibility } from "~/eligibility/sweep-organisations.server";
import { tellOfRefusal } from "~/eligibility/tell-of-refusal.server";
import { deliverOutbox } from "~/notices/deliver-outbox.server";
import type { Sender } from "~/notices/render-mail.server";
import { mailboxTransport } from "~/platform/mail-transports";
import { planTrainingReminders } from "~/training/plan-training-reminders.server";
import { story } from "./story";
import type { DemoEvent, World } from "./world";

const firstDay = 790;
/** Weekly is enough for what is long past: a stage that was passed in between is told all the same. */
const daily = 10;

const zones = [...new Set(story.map(({ zone }) => zone))];

/** The jobs as they would have run: sweeps and reminders before sunrise, and the mails that follow from them in the morning of each zone. */
export function mailEvents(world: World, sender: Sender): DemoEvent[] {
  const days = Array.from({ length: firstDay + 1 }, (_, index) => firstDay - index).filter(
    (day) => day <= daily || day % 7 === 0,
  );
  return days.flatMap((day) => [
    { at: world.instant("Etc/UTC", day, "05:00"), happen: (at: Date) => plan(world, at) },
    ...zones.map((zone) => ({
      at: world.instant(zone, day, "08:15"),
      happen: (at: Date) => deliver(world, sender, at),
    })),
  ]);
}

async function plan({ db }: World, at: Date): Promise<void> {
  await sweepEligibility(db, at);
  await planTrainingReminders(db, at);
  await planStaffDigest(db, at);
}

async function deliver({ db, random }: World, { baseUrl, from }: Sender, at: Date): Promise<void> {
  const now = () => at;
  const mail = mailboxTransport(from, db, { now });
  const stillDue = stillDueTogether(db, now);
  await deliverOutbox({ db, mail, baseUrl, now, random, limit: 5_000, stillDue, tellOfRefusal });
}
