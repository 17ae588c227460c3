import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    title: "My record",
    memberOf: "Organisation",
    member: "Member",
    role: "Counts as administrator",
    yes: "Yes, once certified",
    no: "No",
    nowhere: "You belong to no organisation at present. Your certificates stay yours.",
    exam: "Examination",
    examUnderWay: "Your examination is under way",
    examEnds: (end: string) => `End: ${end}, whether the page is open or not. Every saved answer is there.`,
    goOn: "Go on with the examination",
    certifiedUntil: (day: string) => `You are certified up to and including ${day}.`,
    startsOn: (day: string) => `Your certificate is valid from ${day}.`,
    suspended: "Your certificate is suspended and does not count at present.",
    expired: (day: string) =>
      `Your last certificate was valid until ${day}. Sit the examination to be certified again.`,
    revoked: "Your last certificate was revoked. Sit the examination to be certified again.",
    never: "You are not certified yet. Complete the second-level training, then sit the examination.",
  },
  de: {
    title: "Meine Nachweise",
    memberOf: "Organisation",
    member: "Mitglied",
    role: "Zählt als Administrator",
    yes: "Ja, sobald zertifiziert",
    no: "Nein",
    nowhere: "Sie gehören zurzeit zu keiner Organisation. Ihre Zertifikate behalten Sie.",
    exam: "Zur Prüfung",
    examUnderWay: "Ihre Prüfung läuft",
    examEnds: (end) => `Ende: ${end}, ob die Seite offen ist oder nicht. Alle gespeicherten Antworten sind da.`,
    goOn: "Prüfung fortsetzen",
    certifiedUntil: (day) => `Sie sind bis einschließlich ${day} zertifiziert.`,
    startsOn: (day) => `Ihr Zertifikat gilt ab dem ${day}.`,
    suspended: "Ihr Zertifikat ist ausgesetzt und zählt zurzeit nicht.",
    expired: (day) =>
      `Ihr letztes Zertifikat war bis ${day} gültig. Legen Sie die Prüfung ab, um wieder zertifiziert zu sein.`,
    revoked: "Ihr letztes Zertifikat wurde widerrufen. Legen Sie die Prüfung ab, um wieder zertifiziert zu sein.",
    never:
      "Sie sind noch nicht zertifiziert. Schließen Sie die Second-Level-Schulung ab, und legen Sie dann die Prüfung ab.",
  },
});
