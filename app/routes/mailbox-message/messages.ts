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
  },
  de: {
    mailbox: "Postfach",
    to: "An",
    received: "Eingegangen",
    messageId: "Message-ID",
    text: "Als Text",
    html: "Als HTML öffnen",
    attachments: "Anhänge",
  },
});
