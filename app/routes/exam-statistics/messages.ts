import { defineMessages } from "~/components/messages";

export const messages = defineMessages({
  en: {
    intro: (attempts: string, version: number) =>
      `From ${attempts} graded ${attempts === "1" ? "attempt" : "attempts"}. Sections and form are about version ${version} of the programme.`,
    few: (fewest: number) =>
      `No figure is shown below ${fewest} responses. The range beside a figure is its 95 % interval: the true value lies in it unless chance played a rare trick. "Perhaps" means that the figure is beyond the limit, but its interval is not.`,
    items: "Items",
    versionLink: (version: number, attempts: string) => `${version} (attempts: ${attempts})`,
    points: (error: string) => (error === "1" ? "1 percentage point" : `${error} percentage points`),
    drawn: "Everybody gets other items: how hard one's items happen to be counts as error here.",
    cut: (cut: string, low: string, high: string) =>
      `A true score at the cut of ${cut} shows up between ${low} and ${high} in two of three attempts.`,
    notYet: (version: number, attempts: number, fewest: number) =>
      `Version ${version} has ${attempts === 0 ? "no attempts" : attempts === 1 ? "only 1 attempt" : `only ${attempts} attempts`} yet. Each version counts by itself; its reliability is shown from ${fewest} attempts on.`,
    earlier: (version: number) => `See version ${version}`,
    allSections: "All sections",
    allFlags: "All items",
    anyFlag: "Conspicuous items",
    cutScore: "Cut-score studies",
    forms: "Exam forms",
    regrades: "Regrades",
    csv: (table: string) => `${table} as CSV`,
    xlsx: "All as an Excel file",
    emptyTitle: "No items",
    empty: "No item matches the filter. Lift it to see all of them.",
    caption: "Items, the most conspicuous first",
  },
  de: {
    intro: (attempts, version) =>
      `Aus ${attempts === "1" ? "einer bewerteten Prüfung" : `${attempts} bewerteten Prüfungen`}. Abschnitte und Prüfungsbogen beziehen sich auf Version ${version} des Programms.`,
    few: (fewest) =>
      `Unter ${fewest} Antworten wird kein Wert gezeigt. Neben einem Wert steht sein Konfidenzintervall (95 %): Darin liegt der wahre Wert, sofern der Zufall nicht ungewöhnlich stark mitspielt. „Vielleicht“ heißt, dass der Wert jenseits der Grenze liegt, sein Intervall aber nicht ganz.`,
    items: "Aufgaben",
    versionLink: (version, attempts) => `${version} (Prüfungen: ${attempts})`,
    points: (error) => (error === "1" ? "1 Prozentpunkt" : `${error} Prozentpunkte`),
    drawn: "Jeder bekommt andere Aufgaben: Wie schwer die eigenen zufällig sind, zählt hier als Messfehler.",
    cut: (cut, low, high) =>
      `Ein wahrer Wert an der Bestehensgrenze von ${cut} zeigt sich in zwei von drei Prüfungen zwischen ${low} und ${high}.`,
    notYet: (version, attempts, fewest) =>
      `Zu Version ${version} gibt es ${attempts === 0 ? "noch keine Prüfung" : attempts === 1 ? "erst 1 Prüfung" : `erst ${attempts} Prüfungen`}. Jede Version zählt für sich; ihre Reliabilität steht ab ${fewest} Prüfungen hier.`,
    earlier: (version) => `Version ${version} ansehen`,
    allSections: "Alle Abschnitte",
    allFlags: "Alle Aufgaben",
    anyFlag: "Auffällige Aufgaben",
    cutScore: "Studien zur Bestehensgrenze",
    forms: "Prüfungsbögen",
    regrades: "Neubewertungen",
    csv: (table) => `${table} als CSV`,
    xlsx: "Alles als Excel-Datei",
    emptyTitle: "Keine Aufgaben",
    empty: "Zu diesem Filter passt keine Aufgabe. Heben Sie ihn auf, um alle zu sehen.",
    caption: "Aufgaben, die auffälligsten zuerst",
  },
});
