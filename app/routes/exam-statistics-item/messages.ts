import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    figures: "Figures",
    options: "Who chose what",
    optionsIntro:
      "A bar is the share of all responses that chose the option. The correlation says whether strong or weak candidates chose it: a key should be above 0, a wrong option below.",
    generated: (responses: string, at: string) =>
      `Everybody has an item of their own, with other options: counted is what each option stands for, over the latest ${responses} responses (as of ${at}).`,
    option: "Option",
    key: "key",
    chosen: "Chosen",
    pointBiserial: "Correlation with the rest",
    omitted: "No answer",
    table: "The same as a table",
    exposureText: (responses: string, share: string) =>
      `${responses} ${responses === "1" ? "response" : "responses"}, in ${share} of all attempts`,
    p90: "90 % within",
    drift: (days: number) => `Share reached in the last ${days} days`,
    before: "Share reached before",
    fewTitle: "Too few responses",
    few: (responses: number, fewest: number) =>
      `This version has ${responses === 0 ? "no responses" : responses === 1 ? "1 response" : `${responses} responses`} yet. From ${fewest} on, its figures are shown here.`,
    what: "What to do",
    openItem: "Open the item",
    regrade: "Start a regrade …",
    advice: {
      negative_discrimination:
        "Strong candidates get it wrong more often than weak ones. Check the key first; if it is wrong, regrade.",
      drift:
        "It is no longer as hard as it was. Has it become known, or has the product changed? Write a new version or retire it.",
      too_hard: "Few get points. Check key and wording; perhaps it asks for what nobody needs to know.",
      too_easy:
        "Nearly everybody gets all points. It says little about anybody; keep it only if the knowledge is indispensable.",
      slow: "It takes far longer than an item may. Shorten the exhibit, or give it more points.",
      none: "Nothing is conspicuous.",
    },
    /** The letters of the options that next to nobody chooses. */
    dead: (letters: readonly string[], sure: boolean) => {
      const by = letters.length === 1 ? "it by a mistake" : "them by mistakes";
      const said = letters.join(", ");
      return sure
        ? `Hardly anybody takes ${said}. Replace ${by} that people really make.`
        : `Perhaps hardly anybody takes ${said}. Wait for more responses, or replace ${by} that people really make.`;
    },
    /** Where the figure is beyond the limit and its interval reaches across it. */
    perhaps: {
      negative_discrimination:
        "Perhaps strong candidates get it wrong more often than weak ones; it can also be chance. Check the key first; if it is wrong, regrade.",
      too_hard: "Perhaps too few get points. Check key and wording; perhaps it asks for what nobody needs to know.",
      too_easy:
        "Perhaps nearly everybody gets all points, and it says little about anybody. Wait for more responses before you retire it.",
    },
    chartTitle: "Share of responses by option",
  },
  de: {
    figures: "Werte",
    options: "Wer was gewählt hat",
    optionsIntro:
      "Ein Balken ist der Anteil aller Antworten, die diese Möglichkeit gewählt haben. Die Korrelation sagt, ob starke oder schwache Prüflinge sie wählen: Bei der richtigen Lösung sollte sie über 0 liegen, bei einer falschen darunter.",
    generated: (responses, at) =>
      `Alle haben eine eigene Aufgabe mit anderen Möglichkeiten: Gezählt ist, wofür jede Möglichkeit steht, in den letzten ${responses} Antworten (Stand ${at}).`,
    option: "Möglichkeit",
    key: "richtig",
    chosen: "Gewählt",
    pointBiserial: "Korrelation mit dem Rest",
    omitted: "Ohne Antwort",
    table: "Dasselbe als Tabelle",
    exposureText: (responses, share) =>
      `${responses} ${responses === "1" ? "Antwort" : "Antworten"}, in ${share} aller Prüfungen`,
    p90: "90 % innerhalb von",
    drift: (days) => `Erreichter Anteil in den letzten ${days} Tagen`,
    before: "Erreichter Anteil davor",
    fewTitle: "Zu wenige Antworten",
    few: (responses, fewest) =>
      `Zu dieser Fassung gibt es ${responses === 0 ? "noch keine Antwort" : responses === 1 ? "erst 1 Antwort" : `erst ${responses} Antworten`}. Ab ${fewest} stehen ihre Werte hier.`,
    what: "Was zu tun ist",
    openItem: "Aufgabe öffnen",
    regrade: "Neubewertung beginnen …",
    advice: {
      negative_discrimination:
        "Starke Prüflinge liegen öfter falsch als schwache. Prüfen Sie zuerst den Schlüssel; ist er falsch, bewerten Sie neu.",
      drift:
        "Sie ist nicht mehr so schwer wie früher. Ist sie bekannt geworden, oder hat sich das Produkt geändert? Schreiben Sie eine neue Fassung, oder nehmen Sie sie heraus.",
      too_hard: "Wenige erhalten Punkte. Prüfen Sie Schlüssel und Wortlaut; vielleicht fragt sie nach Unnötigem.",
      too_easy:
        "Fast alle erhalten alle Punkte. Sie unterscheidet kaum; behalten Sie sie nur, wenn das Wissen unverzichtbar ist.",
      slow: "Sie dauert viel länger, als eine Aufgabe darf. Kürzen Sie das Material, oder geben Sie ihr mehr Punkte.",
      none: "Nichts ist auffällig.",
    },
    dead: (letters, sure) => {
      const by =
        letters.length === 1
          ? "diese Möglichkeit durch einen Fehler, der wirklich vorkommt"
          : "diese Möglichkeiten durch Fehler, die wirklich vorkommen";
      const said = letters.join(", ");
      return sure
        ? `Kaum jemand wählt ${said}. Ersetzen Sie ${by}.`
        : `Möglicherweise wählt kaum jemand ${said}. Warten Sie weitere Antworten ab, oder ersetzen Sie ${by}.`;
    },
    perhaps: {
      negative_discrimination:
        "Vielleicht liegen starke Prüflinge öfter falsch als schwache; es kann auch Zufall sein. Prüfen Sie zuerst den Schlüssel; ist er falsch, bewerten Sie neu.",
      too_hard:
        "Vielleicht erhalten zu wenige Punkte. Prüfen Sie Schlüssel und Wortlaut; vielleicht fragt sie nach Unnötigem.",
      too_easy:
        "Vielleicht erhalten fast alle alle Punkte, und sie unterscheidet kaum. Warten Sie weitere Antworten ab, bevor Sie sie herausnehmen.",
    },
    chartTitle: "Anteil der Antworten je Möglichkeit",
  },
});
