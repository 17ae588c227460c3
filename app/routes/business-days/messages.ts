import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Business days",
    contacts: "Support contacts",
    intro:
      "By these days the notice of changed support contacts is counted. Changes that are announced already keep their day.",
    entities: "Contracting entities",
    weekdays: {
      d1: "Monday",
      d2: "Tuesday",
      d3: "Wednesday",
      d4: "Thursday",
      d5: "Friday",
      d6: "Saturday",
      d7: "Sunday",
    },
    rule: (free: string, zone: string) =>
      `No business days: ${free}, and the public holidays below. A day ends at midnight in ${zone}.`,
    knownThrough: (day: string) =>
      `The last public holiday that is known is ${day}. Enter those that follow: after it public holidays would count as business days.`,
    add: "Add a public holiday",
    open: "Enter day and name",
    day: "Day",
    name: "Name",
    submit: "Add",
    list: (entity: string) => `Public holidays of ${entity}, from this year on`,
    none: "No public holidays are entered: every weekday counts as a business day.",
    change: "Change",
    remove: "Remove",
    removeNamed: (name: string, day: string) => `Remove ${name}, ${day}`,
  },
  de: {
    title: "Werktage",
    contacts: "Supportkontakte",
    intro:
      "Nach diesen Tagen zählt die Frist, in der geänderte Supportkontakte anzukündigen sind. Schon angekündigte Änderungen behalten ihren Tag.",
    entities: "Vertragspartner",
    weekdays: {
      d1: "Montag",
      d2: "Dienstag",
      d3: "Mittwoch",
      d4: "Donnerstag",
      d5: "Freitag",
      d6: "Samstag",
      d7: "Sonntag",
    },
    rule: (free, zone) => `Keine Werktage: ${free} und die Feiertage unten. Ein Tag endet um Mitternacht in ${zone}.`,
    knownThrough: (day) =>
      `Der letzte bekannte Feiertag ist der ${day}. Tragen Sie die folgenden ein: Danach würden auch Feiertage als Werktage zählen.`,
    add: "Feiertag eintragen",
    open: "Tag und Namen eingeben",
    day: "Tag",
    name: "Name",
    submit: "Eintragen",
    list: (entity) => `Feiertage von ${entity}, ab diesem Jahr`,
    none: "Es sind keine Feiertage eingetragen: Jeder Wochentag zählt als Werktag.",
    change: "Ändern",
    remove: "Streichen",
    removeNamed: (name, day) => `${name}, ${day}, streichen`,
  },
});
