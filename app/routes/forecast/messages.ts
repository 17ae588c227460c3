import { defineMessages } from "~/components/messages";

const seats = (count: number) => (count === 1 ? "1 seat" : `${count} seats`);
const plaetze = (count: number) => (count === 1 ? "1 Platz" : `${count} Plätze`);

export const messages = defineMessages({
  en: {
    title: "Forecast of the programme",
    organisations: "Organisations",
    intro: (day: string) => `With what is known on ${day}, and no renewal assumed.`,
    falls: "Organisations that fall below three, by month",
    chartText: (total: number) =>
      total === 1
        ? "One organisation falls below three in this time. The table below holds the figures."
        : `${total} organisations fall below three in this time. The table below holds the figures.`,
    capacity: "Seats in second-level training",
    noneNeeded: (free: number) => `Nobody needs a seat that they do not have; ${seats(free)} are free.`,
    enough: (needed: number, free: number, until: string) =>
      `Until ${until}, ${seats(needed)} are needed and ${free} are free: enough, and in time.`,
    tooFew: (needed: number, free: number, until: string, missing: number, month: string) =>
      `Until ${until}, ${seats(needed)} are needed and ${free} are free, but by the end of ${month} ${missing === 1 ? "one is" : `${missing} are`} missing.`,
    capacityHint:
      "Needed are seats for people without a completed training and without a seat, where an organisation is below three or will be. They count in the month by which the training must be over, with time for the exam and one more try. Renewals need an exam, not a seat.",
    table: "Month by month",
    month: "Month",
    fallsColumn: "Fall below three",
    fallsLink: (count: number, month: string) =>
      count === 1 ? `1 organisation, ${month}` : `${count} organisations, ${month}`,
    needed: "Seats needed by then",
    free: "Free seats",
    balance: "Left over so far",
  },
  de: {
    title: "Ausblick auf das Programm",
    organisations: "Organisationen",
    intro: (day) => `Nach dem Stand vom ${day}, ohne künftige Erneuerungen.`,
    falls: "Organisationen, die unter drei fallen, nach Monat",
    chartText: (total) =>
      total === 1
        ? "Eine Organisation fällt in dieser Zeit unter drei. Die Zahlen stehen in der Tabelle darunter."
        : `${total} Organisationen fallen in dieser Zeit unter drei. Die Zahlen stehen in der Tabelle darunter.`,
    capacity: "Plätze in der Second-Level-Schulung",
    noneNeeded: (free) => `Zurzeit fehlt niemandem ein Platz; frei: ${plaetze(free)}.`,
    enough: (needed, free, until) =>
      `Bis ${until} werden ${plaetze(needed)} gebraucht, ${free} sind frei: Das reicht, und rechtzeitig.`,
    tooFew: (needed, free, until, missing, month) =>
      `Bis ${until} werden ${plaetze(needed)} gebraucht, ${free} sind frei, doch bis Ende ${month} ${missing === 1 ? "fehlt einer" : `fehlen ${missing}`}.`,
    capacityHint:
      "Gebraucht werden Plätze für Personen ohne abgeschlossene Schulung und ohne Platz, wo eine Organisation unter drei ist oder sein wird. Sie zählen in dem Monat, bis zu dem die Schulung vorbei sein muss, mit Zeit für die Prüfung und einen weiteren Versuch. Erneuerungen brauchen eine Prüfung, keinen Platz.",
    table: "Monat für Monat",
    month: "Monat",
    fallsColumn: "Fallen unter drei",
    fallsLink: (count, month) => (count === 1 ? `1 Organisation, ${month}` : `${count} Organisationen, ${month}`),
    needed: "Plätze gebraucht bis dahin",
    free: "Freie Plätze",
    balance: "Bis dahin übrig",
  },
});
