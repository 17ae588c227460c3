import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildDemoWorld } from "~/demo/build-demo-world.server";
import { story } from "~/demo/story";
import { World } from "~/demo/world";
import { selectEntityCalendar } from "~/organisations/contact-queries.server";
import type { Database } from "~/platform/database/handle";
import { seededRandom } from "~/platform/random";
import { isLong } from "../set-up/breadth";
import { testDatabase } from "../set-up/database";

const hour = 3_600_000;
const noon = Date.UTC(2026, 10, 29, 12);
const trainings = "Europe/Berlin";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());

describe("the demo world, whenever it is first started", () => {
  it("has held everybody's training before their first exam, at every hour of 400 days and in every zone of the story", async () => {
    const calendar = await selectEntityCalendar(database.db, "ionos_se");
    const people = story.flatMap(({ zone, people }) =>
      people.map(({ passed = [], failed = [], close = 0 }) => ({ zone, day: Math.max(...passed, ...failed, close) })),
    );
    const firstExams = people.filter(({ day }) => day > 0);
    expect(firstExams.length).toBeGreaterThan(40);
    for (let hours = 0; hours < 400 * 24; hours += 13) {
      const world = new World(database.db, new Date(noon + hours * hour), seededRandom("any"), calendar);
      for (const { zone, day } of firstExams) {
        const lastPartEnds = world.instant(trainings, world.trainingBefore(day).firstDay - 1, "23:59");
        const examDayBegins = world.instant(zone, day, "03:00");
        expect(lastPartEnds.getTime()).toBeLessThan(examDayBegins.getTime());
      }
    }
  });

  it.runIf(isLong).each(Array.from({ length: 24 }, (_, hours) => hours))(
    "comes to be %i hours after noon in London",
    async (hours) => {
      const sender = { baseUrl: "http://localhost:3000", from: "portal@ionos.example" };
      const now = new Date(noon + hours * hour);
      await buildDemoWorld({ db: database.db, now, seed: "three seats", sender, progress: () => {} });
    },
  );
});
