/** Clock and zone: a time read off a host is of no use to support until its offset is taken off. */
import { z } from "zod";
import type { Words } from "../item-content";
import { numberedLines, optionOf } from "./generated-text";
import { defineGenerator } from "./generator";
import { instantOn, syslogStamp, timedatectlLines, wallClock, type Zone, zoneNames, zones } from "./host-clock";

const misreadings = {
  addedInstead: {
    en: "Adds the offset where it has to be taken off.",
    de: "Zählt den UTC-Offset hinzu, statt ihn abzuziehen.",
  },
  notConverted: {
    en: "Takes the clock of the host for UTC.",
    de: "Hält die Uhr des Hosts für UTC.",
  },
  otherSeason: {
    en: "Uses the offset of the other season instead of the one that holds on this day.",
    de: "Rechnet mit dem Offset der anderen Jahreszeit (Sommer- oder Winterzeit) statt mit dem an diesem Tag gültigen.",
  },
  halfHourLost: {
    en: "Rounds an offset of five and a half hours to whole hours.",
    de: "Rundet den Offset von fünfeinhalb Stunden auf ganze Stunden.",
  },
} satisfies Record<string, Words>;

/** The offset that is easily taken for the right one. */
function nearMiss({ name, minutes, day }: Zone): { minutes: number; misreading: Words } {
  if (name === "Asia/Kolkata") return { minutes: 300, misreading: misreadings.halfHourLost };
  return { minutes: day[1] === 7 ? minutes - 60 : minutes + 60, misreading: misreadings.otherSeason };
}

/** Neither clock crosses midnight, so that the date gives nothing away. */
const safeHours: Record<Zone["name"], readonly [number, number]> = {
  "Europe/Berlin": [4, 18],
  "America/New_York": [11, 17],
  "Asia/Kolkata": [7, 12],
};

export const utcTime = defineGenerator({
  kind: "single_choice",
  parameters: z.object({ zones: z.array(z.enum(zoneNames)).min(1) }).strict(),
  generate(choice, parameters) {
    const zone = choice.pick(zones.filter(({ name }) => parameters.zones.includes(name)));
    const at = instantOn(zone, choice.integer(...safeHours[zone.name]), choice.integer(0, 59), choice.integer(0, 59));
    const sessions = choice.integer(3, 480);
    const wrong = nearMiss(zone);
    const stamp = (instant: number) => `${wallClock(instant, 0)} UTC`;
    const key = optionOf(stamp(at));
    const local = at + zone.minutes * 60_000;
    return {
      kind: "single_choice",
      stem: {
        en: "The connections of `app-01` broke off at the moment that the log shows. Which time do you put into the report?",
        de: "Zu dem Zeitpunkt, den das Log zeigt, brachen die Verbindungen von `app-01` ab. Welche Zeit tragen Sie in die Meldung ein?",
      },
      exhibits: [
        {
          kind: "log",
          title: { en: "/var/log/syslog of app-01", de: "/var/log/syslog von app-01" },
          lines: numberedLines("a", [
            `${syslogStamp(at, zone)} app-01 haproxy[640]: Server shop/web-01 is DOWN, reason: Layer4 timeout, check duration: 2001ms. 0 active and 0 backup servers left. ${sessions} sessions active, 0 requeued, 0 remaining in queue.`,
          ]),
        },
        {
          kind: "tool_output",
          title: { en: "Clock of app-01, some time later", de: "Uhr von app-01, etwas später" },
          command: "timedatectl",
          lines: numberedLines("c", timedatectlLines(at + choice.integer(600, 3_000) * 1000, zone)),
        },
      ],
      options: [
        key,
        optionOf(stamp(local + zone.minutes * 60_000), misreadings.addedInstead),
        optionOf(stamp(local), misreadings.notConverted),
        optionOf(stamp(local - wrong.minutes * 60_000), wrong.misreading),
      ],
      key: { optionIds: [key.id] },
      rationale: {
        en: `Syslog writes the local time of the host, and timedatectl says which: ${zone.name}, ${zone.offset}. UTC is local time minus the offset. A time without its zone leaves open which instant is meant (2.2).`,
        de: `Syslog schreibt die Ortszeit des Hosts, und timedatectl sagt, welche: ${zone.name}, ${zone.offset}. UTC ist die Ortszeit minus Offset. Eine Zeit ohne Zeitzone lässt offen, welcher Zeitpunkt gemeint ist (2.2).`,
      },
    };
  },
});
