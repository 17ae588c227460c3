import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "My calendar",
    intro:
      "Your calendar program can show your trainings and keep them up to date: those in which you have a seat, and those that you give.",
    address: "Private address",
    addressHint: "Enter it in your calendar program as a calendar from the internet (subscription by URL or iCal).",
    none: "You have no address yet.",
    keep: "Whoever has the address sees your trainings, with place and online link. Pass it on to nobody.",
    create: "Create an address",
    renew: "Create another address",
    renewHint: "The present address then stops working, in your own calendar programs too.",
    withdraw: "Withdraw the address",
    change: "Change the address",
    saved: "Your address is ready.",
    withdrawn: "The address is withdrawn. Calendar programs that had it show nothing new any more.",
  },
  de: {
    title: "Mein Kalender",
    intro:
      "Ihr Kalenderprogramm kann Ihre Schulungen anzeigen und aktuell halten: die gebuchten und die, die Sie selbst leiten.",
    address: "Private Adresse",
    addressHint: "Tragen Sie sie in Ihrem Kalenderprogramm als Internetkalender ein (Abonnement per URL oder iCal).",
    none: "Sie haben noch keine Adresse.",
    keep: "Wer die Adresse hat, sieht Ihre Schulungen mit Ort und Einwahllink. Geben Sie sie an niemanden weiter.",
    create: "Adresse erstellen",
    renew: "Andere Adresse erstellen",
    renewHint: "Die jetzige Adresse funktioniert dann nicht mehr, auch in Ihren eigenen Kalenderprogrammen.",
    withdraw: "Adresse zurückziehen",
    change: "Adresse ändern",
    saved: "Ihre Adresse ist bereit.",
    withdrawn: "Die Adresse ist zurückgezogen. Kalenderprogramme, die sie hatten, zeigen nichts Neues mehr.",
  },
});
