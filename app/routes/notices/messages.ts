import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "Notices",
    intro: (zone: string) => `Who was told what, when, and whether the mail has left. Times are those of ${zone}.`,
    parked: (count: number) =>
      count === 1
        ? "One mail could not be delivered and waits for you."
        : `${count} mails could not be delivered and wait for you.`,
    delayed: (count: number) =>
      count === 1
        ? "One mail could not be handed to the mail server."
        : `${count} mails could not be handed to the mail server.`,
    delayedNext:
      "Nothing is lost: the portal tries again by itself. If this stays, look at the mail server. It last said:",
    showParked: "Show them",
    preview: "Preview a day",
    caption: "Notices, newest first",
    kind: "Notice",
    allKinds: "All notices",
    state: "Delivery",
    allStates: "All states",
    recipient: "Recipient",
    recipientSearch: "Recipient's name or address",
    organisation: "Organisation",
    decided: "Decided",
    daysBefore: (days: string) => (days === "1" ? "1 day before" : `${days} days before`),
    repeat: (count: string) => `reminder ${count}`,
    sentAt: (when: string) => `at ${when}`,
    nextTry: (when: string, tries: number) => (tries === 0 ? `from ${when}` : `after ${tries} tries, again at ${when}`),
    retry: "Send again",
    retryOf: (who: string) => `Send the mail to ${who} again`,
    action: "Action",
    emptyTitle: "No notice matches",
    empty: "Notices appear here as soon as the portal decides to tell somebody something.",
    states: { pending: "Waiting", sent: "Sent", superseded: "Overtaken", suppressed: "Not sent", parked: "Parked" },
    reasons: {
      newer_stage: "a later notice took its place",
      recipient_deactivated: "the account is deactivated",
      unwanted: "the recipient does without mails of this kind",
      link_expired: "its link has expired",
      no_longer_due: "its cause no longer holds",
      address_unusable: "the address cannot be used",
      refused: "refused by the mail server",
      too_many_tries: "no clear answer after the last try",
      waits_for_morning: "leaves in the morning, between 08:00 and 10:00 on the recipient's clock",
      sent_again: "staff have asked for it to be sent again",
    },
  },
  de: {
    title: "Benachrichtigungen",
    intro: (zone) =>
      `Wem wann was mitgeteilt wurde und ob die E-Mail hinausgegangen ist. Die Zeiten gelten für ${zone}.`,
    parked: (count) =>
      count === 1
        ? "Eine E-Mail war nicht zustellbar und wartet auf Sie."
        : `${count} E-Mails waren nicht zustellbar und warten auf Sie.`,
    delayed: (count) =>
      count === 1
        ? "Eine E-Mail konnte nicht an den Mailserver übergeben werden."
        : `${count} E-Mails konnten nicht an den Mailserver übergeben werden.`,
    delayedNext:
      "Es geht nichts verloren: Das Portal versucht es von selbst erneut. Bleibt es dabei, prüfen Sie den Mailserver. Zuletzt meldete er:",
    showParked: "Anzeigen",
    preview: "Vorschau auf einen Tag",
    caption: "Benachrichtigungen, neueste zuerst",
    kind: "Benachrichtigung",
    allKinds: "Alle",
    state: "Zustellung",
    allStates: "Alle",
    recipient: "Empfänger",
    recipientSearch: "Name oder Adresse des Empfängers",
    organisation: "Organisation",
    decided: "Entschieden",
    daysBefore: (days) => (days === "1" ? "1 Tag vorher" : `${days} Tage vorher`),
    repeat: (count) => `${count}. Erinnerung`,
    sentAt: (when) => `am ${when}`,
    nextTry: (when, tries) => (tries === 0 ? `ab ${when}` : `nach ${tries} Versuchen, wieder am ${when}`),
    retry: "Erneut senden",
    retryOf: (who) => `E-Mail an ${who} erneut senden`,
    action: "Aktion",
    emptyTitle: "Keine Benachrichtigung gefunden",
    empty: "Benachrichtigungen erscheinen hier, sobald das Portal jemandem etwas mitzuteilen hat.",
    states: {
      pending: "Wartet",
      sent: "Gesendet",
      superseded: "Überholt",
      suppressed: "Nicht gesendet",
      parked: "Angehalten",
    },
    reasons: {
      newer_stage: "durch eine spätere ersetzt",
      recipient_deactivated: "das Konto ist deaktiviert",
      unwanted: "der Empfänger verzichtet auf solche E-Mails",
      link_expired: "der Link ist abgelaufen",
      no_longer_due: "der Anlass besteht nicht mehr",
      address_unusable: "die Adresse ist nicht verwendbar",
      refused: "vom Mailserver abgelehnt",
      too_many_tries: "auch beim letzten Versuch keine klare Antwort",
      waits_for_morning: "geht am Vormittag hinaus, zwischen 8 und 10 Uhr Ortszeit des Empfängers",
      sent_again: "wird auf Wunsch von IONOS erneut gesendet",
    },
  },
});
