import { formatInstant } from "~/kernel/instant-words";
import type { TrainingFacts } from "./mail-facts";
import { firstDayOf, trainingTimes } from "./mail-training-times";
import type { TrainingWords } from "./worded-mail";

const reason = (facts: TrainingFacts): string =>
  ({
    participant: "Sie erhalten diese E-Mail, weil Sie auf der Liste dieser Schulung stehen.",
    trainer: facts.successorName
      ? "Sie erhalten diese E-Mail, weil Sie die Schulung bisher halten sollten."
      : "Sie erhalten diese E-Mail, weil Sie die Schulung halten.",
    partner_admin: "Sie erhalten diese E-Mail, weil Sie die Anmeldungen Ihrer Organisation im Portal verwalten.",
  })[facts.audience];

const details = (facts: TrainingFacts): [string, string][] => [
  ...trainingTimes(facts, "de").map((time): [string, string] => ["Termin", time]),
  ...(facts.place ? [["Ort", facts.place] satisfies [string, string]] : []),
  ...(facts.link ? [["Online", facts.link] satisfies [string, string]] : []),
];

const course = (facts: TrainingFacts): string => `„${facts.courseTitleDe}“`;
const who = (facts: TrainingFacts, ofParticipant: string, ofOther: string): string =>
  facts.audience === "participant" ? ofParticipant : ofOther;
const onFirstDay = (facts: TrainingFacts): string => `${facts.courseTitleDe}, ${firstDayOf(facts, "de")}`;

const common = (facts: TrainingFacts) => ({ details: details(facts), action: "Zur Schulung", reason: reason(facts) });

export const trainingGerman: TrainingWords = {
  training_enrolled: (facts) => ({
    ...common(facts),
    ...(facts.audience === "trainer"
      ? {
          subject: `Sie halten die Schulung: ${onFirstDay(facts)}`,
          lead: `Die Schulung ${course(facts)} steht im Kalender, und Sie halten sie.`,
          consequence:
            "Anmeldungen sind ab sofort möglich. Falls Sie verhindert sind, geben Sie bitte rechtzeitig der Schulungsplanung Bescheid.",
        }
      : {
          subject: `${who(facts, "Sie sind angemeldet", "Angemeldet")}: ${onFirstDay(facts)}`,
          lead: who(
            facts,
            `Sie haben einen Platz in der Schulung ${course(facts)}.`,
            `${facts.personName} hat einen Platz in der Schulung ${course(facts)}.`,
          ),
          consequence:
            "Wer nicht kommen kann, gibt den Platz bitte rechtzeitig zurück, damit jemand von der Nachrückliste ihn bekommt.",
        }),
  }),
  training_waiting: (facts) => ({
    ...common(facts),
    subject: `Auf der Nachrückliste: ${onFirstDay(facts)}`,
    lead: who(
      facts,
      `Alle Plätze der Schulung ${course(facts)} sind belegt. Sie stehen auf Platz ${facts.queuePosition} der Nachrückliste.`,
      `Alle Plätze der Schulung ${course(facts)} sind belegt. ${facts.personName} steht auf Platz ${facts.queuePosition} der Nachrückliste.`,
    ),
    consequence: "Es ist nichts zu tun: Wir schreiben, sobald ein Platz frei wird.",
  }),
  training_seat_offered: (facts) => {
    const until = formatInstant(facts.offerExpiresAt, "de", facts.timeZone);
    return {
      ...common(facts),
      subject: `Ein Platz ist frei: ${onFirstDay(facts)}`,
      lead: who(
        facts,
        `Ein Platz in der Schulung ${course(facts)} ist für Sie reserviert bis ${until}.`,
        `Ein Platz in der Schulung ${course(facts)} ist für ${facts.personName} reserviert bis ${until}.`,
      ),
      consequence: "Geschieht nichts, geht der Platz an die nächste Person auf der Nachrückliste.",
      action: "Platz annehmen",
    };
  },
  training_changed: (facts) => ({
    ...common(facts),
    subject: `Geändert: ${onFirstDay(facts)}`,
    lead: facts.successorName
      ? `Die Schulung ${course(facts)} hält jetzt ${facts.successorName} an Ihrer Stelle. Es gilt jetzt:`
      : `Die Schulung ${course(facts)} wurde geändert. Es gilt jetzt:`,
    consequence: who(
      facts,
      "Ihr Platz bleibt Ihnen erhalten. Wenn Sie nicht kommen können, geben Sie ihn bitte zurück.",
      "Alle auf der Liste sind benachrichtigt.",
    ),
  }),
  training_cancelled: (facts) => ({
    ...common(facts),
    subject: `Abgesagt: ${onFirstDay(facts)}`,
    lead: `Die Schulung ${course(facts)} findet nicht statt.${facts.reason ? ` Grund: ${facts.reason}` : ""}`,
    consequence: who(
      facts,
      "Damit endet auch Ihre Anmeldung. Bitte wählen Sie einen anderen Termin.",
      "Alle auf der Liste sind benachrichtigt.",
    ),
    action: "Andere Termine ansehen",
  }),
  training_reminder: (facts) => ({
    ...common(facts),
    subject: `Erinnerung: ${onFirstDay(facts)}`,
    lead: `Die Schulung ${course(facts)} steht bevor.`,
    consequence: {
      participant: "Als abgeschlossen zählt die Schulung nur, wenn Sie bei jedem Termin anwesend sind.",
      partner_admin: `${facts.personName} nimmt teil. Als abgeschlossen zählt nur, wer bei jedem Termin anwesend ist.`,
      trainer: "Bitte tragen Sie die Anwesenheit bei jedem Termin im Portal ein.",
    }[facts.audience],
  }),
  training_withdrawn: (facts) => ({
    ...common(facts),
    subject: `Platz zurückgegeben: ${onFirstDay(facts)}`,
    lead: who(
      facts,
      `Sie sind nicht mehr zur Schulung ${course(facts)} angemeldet.`,
      `${facts.personName} ist nicht mehr zur Schulung ${course(facts)} angemeldet.`,
    ),
    consequence: "War das ein Versehen, melden Sie sich wieder an, solange Plätze frei sind.",
  }),
};
