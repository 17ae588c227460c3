import { defineMessages } from "./messages";

/** Whether forms can be drawn by a blueprint, and what is in the way. */
export const drawMessages = defineMessages({
  en: {
    canDraw: "Forms can be drawn",
    canDrawText: (attempts: number, cap: number) =>
      attempts >= cap
        ? `A person can sit at least ${attempts} attempts without seeing a question again.`
        : attempts === 1
          ? "A person sees questions again in the second attempt."
          : `A person can sit ${attempts} attempts before a question comes again.`,
    cannotDraw: "No form can be drawn",
    lacks: (section: string, missing: number) =>
      missing === 1 ? `${section} lacks one item.` : `${section} lacks ${missing} items.`,
    lacksTogether: (section: string) =>
      `${section} cannot be filled: items that must not stand together are in the way.`,
    notCoverable: (clause: string) => `This cannot be covered together with the rest: ${clause}.`,
    uncovered: "No item covers",
    once: "Hangs on one item, which stands in every form",
  },
  de: {
    canDraw: "Prüfungsbögen lassen sich zusammenstellen",
    canDrawText: (attempts, cap) =>
      attempts >= cap
        ? `Eine Person kann mindestens ${attempts} Versuche ablegen, ohne eine Frage wiederzusehen.`
        : attempts === 1
          ? "Schon im zweiten Versuch sieht eine Person Fragen wieder."
          : `Eine Person kann ${attempts} Versuche ablegen, bevor eine Frage wiederkommt.`,
    cannotDraw: "Es lässt sich kein Prüfungsbogen zusammenstellen",
    lacks: (section, missing) =>
      missing === 1 ? `${section}: Es fehlt eine Aufgabe.` : `${section}: Es fehlen ${missing} Aufgaben.`,
    lacksTogether: (section) =>
      `${section} lässt sich nicht füllen: Aufgaben, die nicht zusammen vorkommen dürfen, stehen im Weg.`,
    notCoverable: (clause) => `Das lässt sich nicht zusammen mit dem Übrigen abdecken: ${clause}.`,
    uncovered: "Keine Aufgabe deckt ab",
    once: "Hängt an einer einzigen Aufgabe, die in jedem Bogen steht",
  },
});
