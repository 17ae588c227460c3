import { addDays, type Day, dayIn } from "~/kernel/calendar";
import { type BusinessCalendar, isBusinessDay } from "~/organisations/business-days";
import type { Db } from "~/platform/database/handle";
import type { Random } from "~/platform/random";
import type { Language } from "~/platform/schema/people-tables";
import { meantBy } from "~/training/wall-time";
import type { DaysAgo } from "./organisation-story";

export interface DemoEvent {
  readonly at: Date;
  happen(at: Date): Promise<void>;
}

interface PlannedTraining {
  readonly firstDay: DaysAgo;
  readonly courseCode: "second-level" | "support-24-7";
  readonly language: Language;
}

/** What is known of the demo world while it comes to be: ids by the story's own keys. */
export class World {
  readonly staff = new Map<string, string>();
  readonly organisations = new Map<string, string>();
  /** Person ids by `organisation key/index in the story`. */
  readonly people = new Map<string, string>();
  /** The first partner admin of each organisation. */
  readonly admins = new Map<string, string>();
  readonly trainings = new Map<PlannedTraining, string>();
  readonly calendar: readonly PlannedTraining[];

  constructor(
    readonly db: Db,
    readonly now: Date,
    readonly random: Random,
    businessDays: BusinessCalendar,
  ) {
    this.calendar = plannedTrainings((daysAgo) => isBusinessDay(businessDays, this.day("Europe/Berlin", daysAgo)));
  }

  day(zone: string, daysAgo: DaysAgo): Day {
    return addDays(dayIn(zone, this.now), -daysAgo);
  }

  /** A time of day, so many days before today; times that the clocks skip do not occur in the story. */
  instant(zone: string, daysAgo: DaysAgo, time: string): Date {
    const instant = meantBy({ day: this.day(zone, daysAgo), time }, zone);
    if (!instant) throw new Error(`no ${time} in ${zone} on that day`);
    return instant;
  }

  staffMember(email: string): string {
    const id = this.staff.get(email);
    if (!id) throw new Error(`no staff member ${email}`);
    return id;
  }

  /**
   * The last second-level training that was over by then, with a day to spare: a training's days are counted in Berlin, an exam's in the zone of
   * the organisation, and for some hours of every day the two are not on the same date.
   */
  trainingBefore(daysAgo: DaysAgo): PlannedTraining {
    const held = this.calendar.filter(
      ({ courseCode, firstDay }) => courseCode === "second-level" && firstDay - 2 > daysAgo,
    );
    const last = held.at(-1);
    if (!last) throw new Error(`no training ${daysAgo} days ago`);
    return last;
  }

  nextTraining(): PlannedTraining {
    const next = this.calendar.find(({ courseCode, firstDay }) => courseCode === "second-level" && firstDay < -12);
    if (!next) throw new Error("no training ahead");
    return next;
  }
}

const everyDays = 14;
const lastAhead = -100;

/**
 * A second-level training every two weeks, every fourth time the 24/7 support course instead; German and English in turn. Oldest first. Earlier
 * where one of its two days is none on which people work.
 */
function plannedTrainings(isWorked: (daysAgo: DaysAgo) => boolean): PlannedTraining[] {
  const list: PlannedTraining[] = [];
  for (let wanted = 778, turn = 0; wanted > lastAhead; wanted -= everyDays, turn += 1) {
    let firstDay = wanted;
    while (!isWorked(firstDay) || !isWorked(firstDay - 1)) firstDay += 1;
    list.push({
      firstDay,
      courseCode: turn % 4 === 3 ? "support-24-7" : "second-level",
      language: turn % 2 === 0 ? "de" : "en",
    });
  }
  return list;
}

export type { PlannedTraining };
