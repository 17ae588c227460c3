import { defineMessages } from "./messages";

export const seatsMessages = defineMessages({
  en: {
    title: (certified: number, minimum: number) => `${certified} of ${minimum} certified administrators`,
    unnamed: "one seat",
    filled: (who: string) => `${who}: certified`,
    draining: (who: string) => `${who}: certified, ends soon`,
    upcoming: (who: string) => `${who}: certificate starts later`,
    empty: (seats: number) => (seats === 1 ? "one seat empty" : `${seats} seats empty`),
  },
  de: {
    title: (certified, minimum) => `${certified} von ${minimum} zertifizierten Administratoren`,
    unnamed: "ein Platz",
    filled: (who) => `${who}: zertifiziert`,
    draining: (who) => `${who}: zertifiziert, endet bald`,
    upcoming: (who) => `${who}: Zertifikat beginnt später`,
    empty: (seats) => (seats === 1 ? "ein Platz frei" : `${seats} Plätze frei`),
  },
});
