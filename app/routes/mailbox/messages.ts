import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Mailbox",
    intro: (zone: string) =>
      `No mail server is configured, so the portal's mails land here instead of with their recipients. Times are those of ${zone}.`,
    caption: "Mails, newest first",
    received: "Received",
    to: "To",
    subject: "Subject",
    attachments: (count: number) => (count === 1 ? "1 calendar entry attached" : `${count} calendar entries attached`),
    search: "Recipient's address",
    emptyTitle: "No mails",
    empty: "Mails are sent within a minute of the moment the portal decides to write one.",
  },
  de: {
    title: "Postfach",
    intro: (zone) =>
      `Es ist kein Mailserver eingerichtet, deshalb landen die E-Mails des Portals hier statt bei den Empfängern. Die Zeiten gelten für ${zone}.`,
    caption: "E-Mails, neueste zuerst",
    received: "Eingegangen",
    to: "An",
    subject: "Betreff",
    attachments: (count: number) =>
      count === 1 ? "1 Kalendereintrag im Anhang" : `${count} Kalendereinträge im Anhang`,
    search: "Adresse des Empfängers",
    emptyTitle: "Keine E-Mails",
    empty: "E-Mails gehen innerhalb einer Minute hinaus, nachdem das Portal sie beschlossen hat.",
  },
});
