import { defineMessages } from "./messages";

export const seatsLeftMessages = defineMessages({
  en: {
    cancelled: "Cancelled",
    begun: "Under way",
    over: "Over",
    closed: "Enrolment closed",
    free: (seats: number) => (seats === 1 ? "1 seat free" : `${seats} seats free`),
    full: "Full",
    fullWaiting: (waiting: number) => `Full, ${waiting} waiting`,
  },
  de: {
    cancelled: "Abgesagt",
    begun: "Läuft",
    over: "Vorbei",
    closed: "Anmeldung geschlossen",
    free: (seats) => (seats === 1 ? "1 Platz frei" : `${seats} Plätze frei`),
    full: "Ausgebucht",
    fullWaiting: (waiting) => `Ausgebucht, ${waiting} auf der Nachrückliste`,
  },
});
