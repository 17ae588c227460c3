import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    mailbox: "Mailbox",
    to: "To",
    received: "Received",
    messageId: "Message-ID",
    text: "As text",
    html: "Open as HTML",
    attachments: "Attachments",
    calledOff: "takes the training out of the calendar",
    invites: "puts the training into the calendar",
    contents: "Show as text",
  },
  de: {
    mailbox: "Postfach",
    to: "An",
    received: "Eingegangen",
    messageId: "Message-ID",
    text: "Als Text",
    html: "Als HTML öffnen",
    attachments: "Anhänge",
    calledOff: "nimmt die Schulung aus dem Kalender",
    invites: "trägt die Schulung in den Kalender ein",
    contents: "Als Text anzeigen",
  },
});
