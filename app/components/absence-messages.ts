import { defineMessages } from "./messages";

export const absenceMessages = defineMessages({
  en: {
    title: "Planned absences",
    none: "No absence is planned.",
    person: "Person",
    days: "Days",
    takeBack: "Take back",
    takeBackOf: (name: string, days: string) => `Take back the absence of ${name}, ${days}`,
    plan: "Plan an absence",
    change: "Plan or take back",
    from: "First day away",
    through: "Last day away",
    save: "Plan absence",
    hint: "Why somebody is away is not recorded. Absences change no status and cause no warning; they only show whether enough are there.",
  },
  de: {
    title: "Geplante Abwesenheiten",
    none: "Es ist keine Abwesenheit geplant.",
    person: "Person",
    days: "Tage",
    takeBack: "Zurücknehmen",
    takeBackOf: (name, days) => `Abwesenheit von ${name}, ${days}, zurücknehmen`,
    plan: "Abwesenheit planen",
    change: "Planen oder zurücknehmen",
    from: "Erster Tag der Abwesenheit",
    through: "Letzter Tag der Abwesenheit",
    save: "Abwesenheit planen",
    hint: "Warum jemand abwesend ist, wird nicht erfasst. Abwesenheiten ändern keinen Status und lösen keine Warnung aus; sie zeigen nur, ob genügend Personen da sind.",
  },
});
