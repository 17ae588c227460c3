import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    organisations: "Organisations",
    decisions: "Decisions by IONOS",
    noDecision: "No decision by IONOS yet",
    people: "People",
    addEngineer: "Add an engineer",
    enrol: "Book training",
    standing: "Second-level support",
    enough: (count: string, minimum: string) => `There are ${count} certified administrators; ${minimum} are required.`,
    falls: (day: string, count: string) => `On ${day} the number falls to ${count}, because`,
    and: "and",
    safe: "Nothing that is known today makes the number fall.",
    renewNow: (last: string) => `The certificate can be renewed from today, at the latest on ${last}.`,
    renewFrom: (day: string) => `The certificate can be renewed from ${day} on.`,
    notMet: (count: string, minimum: string) =>
      `Only ${count} of the ${minimum} required administrators are certified.`,
    fell: (day: string) => `The number fell on ${day}, because`,
    preparing: (count: string, minimum: string) =>
      `${count} of ${minimum} required administrators are certified. The status begins when all ${minimum} are.`,
    notAvailable: (level: string) =>
      `Second-level support is not part of the level ${level}. Nobody has to be certified.`,
    noLevel: "No programme level is recorded for this day.",
    notOptedIn: (minimum: string) =>
      `Second-level support is open to this level, but not chosen. It takes ${minimum} certified administrators at all times.`,
    bindsFrom: (day: string, minimum: string) =>
      `Second-level support binds this organisation from ${day} on. From then it takes ${minimum} certified administrators at all times.`,
    mandatory: "The status is mandatory at this level.",
    validity: "Who is certified until when",
    whatIf: "What if …?",
    noAdministrators: "Nobody is named as administrator yet",
    noAdministratorsHint: (minimum: string) => `Administrators count once they are certified. ${minimum} are required.`,
    absences: "Planned absences",
    availability: "Availability",
    availabilityHint:
      "Enough are certified on these days, but not enough of them are there. This is a hint, not a breach.",
    thin: (days: string, available: string, minimum: string, away: string) =>
      `${days}: ${available} of ${minimum} available; away: ${away}.`,
    tasks: "What is to be done",
    nothingToDo: "Nothing is to be done today.",
    suspended: "The certificate is suspended; it does not count.",
    suspendedUntil: (last: string) =>
      `The certificate is suspended up to and including ${last}; it does not count until then.`,
    leaves: (day: string) => `Does not count from ${day} on: plan a successor.`,
    nameAdministrators: (missing: number) =>
      missing === 1 ? "One more administrator is needed" : `${missing} more administrators are needed`,
    nameAdministratorsHint: "Add a person, or mark somebody in the list of people as administrator.",
    chosen: "IONOS has approved this organisation’s application for second-level support.",
    chosenFrom: (day: string) =>
      `IONOS has approved this organisation’s application for second-level support from ${day} on.`,
    appliedFor: "This organisation has applied for second-level support; IONOS has not decided yet.",
    notChosen: "A Platinum partner may apply for second-level support.",
    toProgress: "Plan and progress",
    toApplication: "Application and conditions",
    resellers: "Resellers",
    resellersHint: "A reseller has no status of its own; its people are seen by the admins of its distributor.",
    level: "Programme level",
    levelText: "The new level applies from the chosen day on; what applied before is kept.",
    levelCode: "Level",
    from: "From",
    changeLevel: "Change level",
    zone: (zone: string) => `Days are those of ${zone}`,
    shown: (day: string) => `This is ${day}, with all that is recorded today.`,
    shownAsKnown: (day: string, known: string) =>
      `This is ${day} as it was known at the end of ${known}: what was recorded later is left out.`,
  },
  de: {
    organisations: "Organisationen",
    decisions: "Entscheidungen von IONOS",
    noDecision: "Noch keine Entscheidung von IONOS",
    people: "Personen",
    addEngineer: "Person hinzufügen",
    enrol: "Schulung buchen",
    standing: "Second-Level-Support",
    enough: (count, minimum) => `Es gibt ${count} zertifizierte Administratoren; nötig sind ${minimum}.`,
    falls: (day, count) => `Am ${day} sinkt die Zahl auf ${count}, denn`,
    and: "und",
    safe: "Nach heutigem Stand sinkt die Zahl nicht.",
    renewNow: (last) => `Das Zertifikat kann ab heute erneuert werden, spätestens am ${last}.`,
    renewFrom: (day) => `Das Zertifikat kann ab dem ${day} erneuert werden.`,
    notMet: (count, minimum) => `Nur ${count} der ${minimum} nötigen Administratoren sind zertifiziert.`,
    fell: (day) => `Die Zahl ist am ${day} gesunken, denn`,
    preparing: (count, minimum) =>
      `${count} von ${minimum} nötigen Administratoren sind zertifiziert. Der Status beginnt, sobald es alle ${minimum} sind.`,
    notAvailable: (level) => `Second-Level-Support gehört nicht zur Stufe ${level}. Niemand muss zertifiziert sein.`,
    noLevel: "Für diesen Tag ist keine Partnerstufe erfasst.",
    notOptedIn: (minimum) =>
      `Second-Level-Support steht dieser Stufe offen, ist aber nicht gewählt. Er verlangt jederzeit ${minimum} zertifizierte Administratoren.`,
    bindsFrom: (day, minimum) =>
      `Ab dem ${day} übernimmt diese Organisation den Second-Level-Support. Dann verlangt er jederzeit ${minimum} zertifizierte Administratoren.`,
    mandatory: "Auf dieser Stufe ist der Status Pflicht.",
    validity: "Wer bis wann zertifiziert ist",
    whatIf: "Was wäre, wenn …?",
    noAdministrators: "Noch niemand ist als Administrator benannt",
    noAdministratorsHint: (minimum) => `Administratoren zählen, sobald sie zertifiziert sind. Nötig sind ${minimum}.`,
    absences: "Geplante Abwesenheiten",
    availability: "Verfügbarkeit",
    availabilityHint:
      "An diesen Tagen sind genügend Personen zertifiziert, aber nicht genügend von ihnen da. Das ist ein Hinweis, kein Verstoß.",
    thin: (days, available, minimum, away) => `${days}: ${available} von ${minimum} verfügbar; abwesend: ${away}.`,
    tasks: "Was zu tun ist",
    nothingToDo: "Heute ist nichts zu tun.",
    suspended: "Das Zertifikat ist ausgesetzt und zählt nicht.",
    suspendedUntil: (last) => `Das Zertifikat ist bis einschließlich ${last} ausgesetzt und zählt so lange nicht.`,
    leaves: (day) => `Zählt ab dem ${day} nicht mehr: Nachfolge planen.`,
    nameAdministrators: (missing) =>
      missing === 1
        ? "Ein weiterer Administrator wird gebraucht"
        : `${missing} weitere Administratoren werden gebraucht`,
    nameAdministratorsHint:
      "Fügen Sie eine Person hinzu, oder benennen Sie jemanden aus der Personenliste als Administrator.",
    chosen: "IONOS hat den Antrag dieser Organisation auf Second-Level-Support genehmigt.",
    chosenFrom: (day) => `IONOS hat den Antrag dieser Organisation auf Second-Level-Support ab dem ${day} genehmigt.`,
    appliedFor: "Diese Organisation hat Second-Level-Support beantragt; IONOS hat noch nicht entschieden.",
    notChosen: "Ein Platinum-Partner kann Second-Level-Support beantragen.",
    toProgress: "Plan und Fortschritt",
    toApplication: "Antrag und Bedingungen",
    resellers: "Reseller",
    resellersHint: "Ein Reseller hat keinen eigenen Status; seine Personen sehen die Admins seines Distributors.",
    level: "Partnerstufe",
    levelText: "Die neue Stufe gilt ab dem gewählten Tag; was vorher galt, bleibt erhalten.",
    levelCode: "Stufe",
    from: "Ab",
    changeLevel: "Stufe ändern",
    zone: (zone) => `Es gelten die Kalendertage der Zeitzone ${zone}`,
    shown: (day) => `Gezeigt wird der ${day} mit allem, was heute erfasst ist.`,
    shownAsKnown: (day, known) =>
      `Gezeigt wird der ${day}, wie er am Ende des ${known} bekannt war: Was später erfasst wurde, fehlt.`,
  },
});
