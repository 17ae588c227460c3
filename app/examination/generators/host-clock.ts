/** The clocks of hosts: days on which the offset of a zone is known, and how hosts write down an instant. */

export const zoneNames = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"] as const;

/** Offsets of one winter day and one summer day, so that no figure depends on the time-zone data of the machine that runs this. */
export const zones = [
  { name: "Europe/Berlin", day: [2026, 1, 20], abbreviation: "CET", offset: "+0100", minutes: 60 },
  { name: "Europe/Berlin", day: [2026, 7, 14], abbreviation: "CEST", offset: "+0200", minutes: 120 },
  { name: "America/New_York", day: [2026, 1, 20], abbreviation: "EST", offset: "-0500", minutes: -300 },
  { name: "America/New_York", day: [2026, 7, 14], abbreviation: "EDT", offset: "-0400", minutes: -240 },
  { name: "Asia/Kolkata", day: [2026, 1, 20], abbreviation: "IST", offset: "+0530", minutes: 330 },
] as const;
export type Zone = (typeof zones)[number];

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const two = (value: number): string => String(value).padStart(2, "0");

const clock = (date: Date): string =>
  [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(":");
const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

/** The instant at this time of the zone's day, read in UTC. */
export function instantOn(zone: Zone, hours: number, minutes: number, seconds: number): number {
  const [year, month, date] = zone.day;
  return Date.UTC(year, month - 1, date, hours, minutes, seconds);
}

/** `2026-01-20 09:14:31`, the given number of minutes ahead of UTC. */
export const wallClock = (at: number, offsetMinutes: number): string => {
  const local = new Date(at + offsetMinutes * 60_000);
  return `${isoDay(local)} ${clock(local)}`;
};

/** As `journalctl -o short-iso` begins a line of a host in UTC. */
export const journalStamp = (at: number): string => `${wallClock(at, 0).replace(" ", "T")}+0000`;

/** As classic syslog begins a line: local time, no zone, no year. */
export function syslogStamp(at: number, zone: Zone): string {
  const local = new Date(at + zone.minutes * 60_000);
  return `${months[local.getUTCMonth()]} ${String(local.getUTCDate()).padStart(2)} ${clock(local)}`;
}

/** What `timedatectl` prints at this instant. */
export function timedatectlLines(at: number, zone: Zone): string[] {
  const stamp = (instant: number) =>
    `${weekdays[new Date(instant).getUTCDay()]} ${isoDay(new Date(instant))} ${clock(new Date(instant))}`;
  return [
    `               Local time: ${stamp(at + zone.minutes * 60_000)} ${zone.abbreviation}`,
    `           Universal time: ${stamp(at)} UTC`,
    `                 RTC time: ${stamp(at)}`,
    `                Time zone: ${zone.name} (${zone.abbreviation}, ${zone.offset})`,
    "System clock synchronized: yes",
    "              NTP service: active",
    "          RTC in local TZ: no",
  ];
}
