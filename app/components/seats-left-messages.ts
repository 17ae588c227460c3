import { defineMessages } from "./messages";

export const seatsLeftMessages = defineMessages({
  en: {
    cancelled: "Cancelled",
    over: "Begun",
    closed: "Enrolment closed",
    free: (seats: number) => (seats === 1 ? "1 seat free" : `${seats} seats free`),
    full: "Full",
    fullWaiting: (waiting: number) => `Full, ${waiting} waiting`,
  },
  de: {
    cancelled: "Abgesagt",
    over: "Begonnen",
    closed: "Anmeldung geschlossen",
    free: (seats) => (seats === 1 ? "1 Platz frei" : `${seats} Plätze frei`),
    full: "Ausgebucht",
    fullWaiting: (waiting) => `Ausgebucht, ${waiting} auf der Nachrückliste`,
  },
});
