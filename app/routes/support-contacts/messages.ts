import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Support contacts",
    intro:
      "How your support staff reach IONOS, by the company your contract is with. Changes are announced five business days ahead (clause 2.4.3).",
    businessDays: "Business days",
    told: (count: number) =>
      count === 1 ? "Saved. One partner admin is being told." : `Saved. ${count} partner admins are being told.`,
    reseller: (distributor: string) => `Your contact is ${distributor}`,
    resellerHint: "Resellers report to their distributor, who speaks with IONOS (clause 2.4.1).",
    nowhere: "No contacts to show",
    nowhereHint: "You belong to no organisation at present, so no contract says which contacts are yours.",
    roles: { support: "24/7 IONOS Cloud Support", management: "Head of 24/7 IONOS Cloud Support" },
    roleHints: {
      support: "For incidents, service and information requests, at any hour.",
      management: "For escalations, once the regular process of clause 1.2 has been gone through.",
    },
    phone: "Phone",
    email: "Email",
    missing: "Not entered yet: IONOS has to add it",
    from: (day: string) => `From ${day}`,
    change: "Schedule a change",
    correct: "Correct the announced change",
    effectiveOn: "Holds from",
    earliest: (day: string) =>
      `The earliest day is ${day}: partners get five whole business days. What only fills in a missing entry may hold at once.`,
    submit: "Schedule and tell partners",
    cancel: "Take the change back …",
    cancelTitle: "Take the announced change back?",
    cancelText: "The present contact details go on to hold. Everybody whom the change was announced to is told.",
    cancelSubmit: "Take back and tell partners",
  },
  de: {
    title: "Supportkontakte",
    intro:
      "So erreicht Ihr Support IONOS, je nachdem, mit welcher Gesellschaft Ihr Vertrag besteht. Änderungen werden fünf Werktage vorher angekündigt (Ziffer 2.4.3).",
    businessDays: "Werktage",
    told: (count) =>
      count === 1
        ? "Gespeichert. Eine Person der Partnerverwaltung wird benachrichtigt."
        : `Gespeichert. ${count} Personen der Partnerverwaltung werden benachrichtigt.`,
    reseller: (distributor) => `Ihr Kontakt ist ${distributor}`,
    resellerHint: "Reseller wenden sich an ihren Distributor, der mit IONOS spricht (Ziffer 2.4.1).",
    nowhere: "Keine Kontakte vorhanden",
    nowhereHint: "Sie gehören derzeit zu keiner Organisation; daher sagt kein Vertrag, welche Kontakte für Sie gelten.",
    roles: { support: "24/7 IONOS Cloud Support", management: "Leitung des 24/7 IONOS Cloud Supports" },
    roleHints: {
      support: "Für Störungen, Service- und Informationsanfragen, rund um die Uhr.",
      management: "Für Eskalationen, wenn der reguläre Ablauf nach Ziffer 1.2 durchlaufen ist.",
    },
    phone: "Telefon",
    email: "E-Mail",
    missing: "Noch nicht eingetragen: IONOS muss es ergänzen",
    from: (day) => `Ab ${day}`,
    change: "Änderung planen",
    correct: "Angekündigte Änderung berichtigen",
    effectiveOn: "Gilt ab",
    earliest: (day) =>
      `Der früheste Tag ist ${day}: Partner bekommen fünf volle Werktage. Was nur eine fehlende Angabe ergänzt, darf sofort gelten.`,
    submit: "Planen und Partner benachrichtigen",
    cancel: "Änderung zurücknehmen …",
    cancelTitle: "Angekündigte Änderung zurücknehmen?",
    cancelText:
      "Es gelten weiterhin die jetzigen Kontaktdaten. Alle, denen die Änderung angekündigt wurde, erfahren es.",
    cancelSubmit: "Zurücknehmen und Partner benachrichtigen",
  },
});
