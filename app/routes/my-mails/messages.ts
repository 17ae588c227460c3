import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "My mails",
    intro: "Which mails you get from the portal. You see everything in the portal itself in any case.",
    choose: "I want to be told by mail",
    zone: "Time zone in which I read mails",
    zoneHint:
      "Warnings and reminders leave between 8 and 10 in the morning there. Empty: the zone of your organisation, for IONOS staff Europe/Berlin.",
    save: "Save",
    saved: "Saved.",
    always: "These always come",
    alwaysText:
      "Certificates that end, have ended, are revoked or suspended; an organisation that falls below three; seats offered, sessions changed or cancelled; results that were not passed. Somebody has to act on them, often by a day.",
    hints: {
      training_reminder: "Seven days and one day before a training in which you have a seat",
      exam_available: "When the training is completed and the exam is open",
      exam_passed: "Results of exams that were passed",
      certificate_issued: "When a certificate has been issued",
      restored: "When your organisation has three again after a fall",
      staff_digest: "Once a day, the certificates that have come near their end",
    },
  },
  de: {
    title: "Meine E-Mails",
    intro: "Welche E-Mails Sie vom Portal erhalten. Im Portal selbst sehen Sie in jedem Fall alles.",
    choose: "Per E-Mail möchte ich erfahren",
    zone: "Zeitzone, in der ich E-Mails lese",
    zoneHint:
      "Warnungen und Erinnerungen gehen dort zwischen 8 und 10 Uhr morgens ab. Leer: die Zeitzone Ihrer Organisation, bei IONOS Europe/Berlin.",
    save: "Speichern",
    saved: "Gespeichert.",
    always: "Diese kommen immer",
    alwaysText:
      "Zertifikate, die enden, abgelaufen, widerrufen oder ausgesetzt sind; eine Organisation, die unter drei fällt; angebotene Plätze, geänderte oder abgesagte Termine; nicht bestandene Prüfungen. Hier muss jemand handeln, oft bis zu einem bestimmten Tag.",
    hints: {
      training_reminder: "Sieben Tage und einen Tag vor einer Schulung, in der Sie einen Platz haben",
      exam_available: "Wenn die Schulung abgeschlossen und die Prüfung freigeschaltet ist",
      exam_passed: "Ergebnisse bestandener Prüfungen",
      certificate_issued: "Wenn ein Zertifikat ausgestellt wurde",
      restored: "Wenn Ihre Organisation nach einer Unterschreitung wieder drei hat",
      staff_digest: "Einmal am Tag die Zertifikate, deren Ende näher gerückt ist",
    },
  },
});
