import { defineMessages } from "~/components/messages";

/** Until when something must be done, and why then; days carry their weekday. */
export const lastSafeMessages = defineMessages({
  en: {
    exam: {
      safe: (day: string, attempts: number, passBy: string) =>
        `Last safe day: ${day}. Sat by then, ${attempts === 2 ? "both attempts" : `all ${attempts} attempts`} with their waiting times fit in by ${passBy}.`,
      tight: (passBy: string) => `To be passed by ${passBy}: not every attempt fits in before that any more.`,
      lastAttempt: (passBy: string) => `One attempt is left, to be passed by ${passBy}.`,
      tooLate: (from: string, passBy: string) =>
        `Possible from ${from} at the earliest, too late for ${passBy}: another person has to be certified.`,
    },
    release: (passBy: string) => `To be passed by ${passBy}; nothing can be sat without a release.`,
    noWindow: (passBy: string) =>
      `To be passed by ${passBy}, but no time at which the examination is open is set for it: ask IONOS.`,
    training: {
      safe: (ends: string, passBy: string) =>
        `It ends on ${ends}: time enough for the examination and one repeat by ${passBy}.`,
      tight: (ends: string, passBy: string) =>
        `It ends on ${ends}: the examination must be passed at the first attempt, by ${passBy}.`,
      tooLate: (ends: string, passBy: string) => `It ends on ${ends}, too late to be certified by ${passBy}.`,
    },
    enrol: {
      next: (starts: string, seats: string) => `Next training with free seats (${seats}): ${starts}.`,
      safe: (starts: string, closes: string, passBy: string) =>
        `Last one that is early enough: ${starts}, to be booked by ${closes}. After it the examination and one repeat fit in by ${passBy}.`,
      tight: (starts: string, closes: string, passBy: string) =>
        `Last one in time: ${starts}, to be booked by ${closes}; the examination must then be passed at the first attempt, by ${passBy}.`,
      tooLate: (passBy: string) => `That is too late to be certified by ${passBy}.`,
      none: "No coming training has a free seat: join a waiting list, or ask IONOS for another date.",
      person: (name: string) => `Enrol ${name}`,
    },
    advice: {
      title: "Certificates that end together",
      together: (names: string, days: string, count: number) =>
        `The certificates of ${names} end close together (${days}). Once they have ended, ${count === 0 ? "nobody" : `only ${count}`} would count.`,
      whatToDo: "How to spread them",
      sittings: "Spread the examinations, so that a failed attempt does not hit everybody at once:",
      sitting: (name: string, day: string) => `${name}: about ${day}`,
      keeps: "A renewal inside its window keeps the end of the certificate. The ends themselves move apart only by:",
      newcomer: (day: string) => `a further person, certified about ${day}: half way between the other ends;`,
      newChain: (name: string) =>
        `or an examination of ${name} before the window opens. IONOS must allow it; the new year then begins on the day of passing.`,
    },
  },
  de: {
    exam: {
      safe: (day, attempts, passBy) =>
        `Letzter sicherer Tag: ${day}. Bis dahin abgelegt, passen ${attempts === 2 ? "beide Versuche" : `alle ${attempts} Versuche`} mit ihren Wartezeiten bis ${passBy} hinein.`,
      tight: (passBy) => `Zu bestehen bis ${passBy}: Nicht mehr alle Versuche passen vorher hinein.`,
      lastAttempt: (passBy) => `Ein Versuch ist übrig, zu bestehen bis ${passBy}.`,
      tooLate: (from, passBy) =>
        `Frühestens möglich ab ${from}, zu spät für ${passBy}: Eine andere Person muss zertifiziert werden.`,
    },
    release: (passBy) => `Zu bestehen bis ${passBy}; ohne Freigabe ist kein Versuch möglich.`,
    noWindow: (passBy) =>
      `Zu bestehen bis ${passBy}, doch dafür ist noch kein Prüfungszeitraum gesetzt: bei IONOS nachfragen.`,
    training: {
      safe: (ends, passBy) => `Sie endet am ${ends}: genug Zeit für die Prüfung und eine Wiederholung bis ${passBy}.`,
      tight: (ends, passBy) =>
        `Sie endet am ${ends}: Die Prüfung muss im ersten Versuch bestanden werden, bis ${passBy}.`,
      tooLate: (ends, passBy) => `Sie endet am ${ends}, zu spät für eine Zertifizierung bis ${passBy}.`,
    },
    enrol: {
      next: (starts, seats) => `Nächste Schulung mit freien Plätzen (${seats}): ${starts}.`,
      safe: (starts, closes, passBy) =>
        `Die letzte, die früh genug ist: ${starts}, zu buchen bis ${closes}. Danach passen Prüfung und eine Wiederholung bis ${passBy} hinein.`,
      tight: (starts, closes, passBy) =>
        `Die letzte, die noch reicht: ${starts}, zu buchen bis ${closes}; die Prüfung muss dann im ersten Versuch bestanden werden, bis ${passBy}.`,
      tooLate: (passBy) => `Das ist zu spät für eine Zertifizierung bis ${passBy}.`,
      none: "Keine kommende Schulung hat freie Plätze: auf eine Nachrückliste setzen oder IONOS um einen weiteren Termin bitten.",
      person: (name) => `${name} anmelden`,
    },
    advice: {
      title: "Zertifikate, die zusammen enden",
      together: (names, days, count) =>
        `Die Zertifikate von ${names} enden kurz nacheinander (${days}). Danach ${count > 1 ? `würden nur ${count}` : count === 1 ? "würde nur eines" : "würde keines mehr"} zählen.`,
      whatToDo: "Wie sie sich verteilen lassen",
      sittings: "Die Prüfungen verteilen, damit ein nicht bestandener Versuch nicht alle zugleich trifft:",
      sitting: (name, day) => `${name}: etwa am ${day}`,
      keeps:
        "Eine Erneuerung innerhalb ihres Zeitfensters behält das Ende des Zertifikats. Die Enden selbst rücken nur auseinander durch:",
      newcomer: (day) => `eine weitere Person, zertifiziert etwa am ${day}: in der Mitte zwischen den übrigen Enden;`,
      newChain: (name) =>
        `oder eine Prüfung von ${name} vor Beginn des Zeitfensters. IONOS muss sie erlauben; das neue Jahr beginnt dann am Tag des Bestehens.`,
    },
  },
});
