import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Applications for second-level support",
    intro: "What waits for a decision by IONOS, the oldest first.",
    organisation: "Organisation",
    applied: "Sent",
    by: "By",
    plan: "Plan",
    empty: "No application is waiting",
    emptyHint: "Platinum partners apply on their own page; portal admins are told by mail.",
  },
  de: {
    title: "Anträge auf Second-Level-Support",
    intro: "Was auf eine Entscheidung von IONOS wartet, das Älteste zuerst.",
    organisation: "Organisation",
    applied: "Gesendet",
    by: "Von",
    plan: "Plan",
    empty: "Kein Antrag wartet",
    emptyHint: "Platinum-Partner stellen Anträge auf ihrer eigenen Seite; Portal-Admins erfahren davon per E-Mail.",
  },
});
