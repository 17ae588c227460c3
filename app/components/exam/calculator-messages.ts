import { defineMessages } from "~/components/messages";

export const calculatorMessages = defineMessages({
  en: {
    calculator: "Calculator",
    calculation: "Calculation",
    workOut: "Work out",
    hint: "+ − * / ^ ( ) and %; 15% is 0.15.",
    results: "Results",
    faults: {
      empty: "Type a calculation, such as 4096*16/1024.",
      unclear: "This cannot be worked out. Look at signs and brackets.",
      number_unclear: "This could mean thousands or a decimal. Write 1000 or 1.0.",
      by_zero: "Nothing can be divided by zero.",
      too_large: "The result is too large for this calculator.",
    },
    rounded: "≈: too large to show every digit, rounded to 12 digits.",
  },
  de: {
    calculator: "Rechner",
    calculation: "Rechnung",
    workOut: "Ausrechnen",
    hint: "+ − * / ^ ( ) und %; 15% ist 0,15.",
    results: "Ergebnisse",
    faults: {
      empty: "Geben Sie eine Rechnung ein, zum Beispiel 4096*16/1024.",
      unclear: "Das lässt sich nicht ausrechnen. Prüfen Sie Zeichen und Klammern.",
      number_unclear: "Das kann Tausender oder Dezimalstellen bedeuten. Schreiben Sie 1000 oder 1,0.",
      by_zero: "Durch null lässt sich nicht teilen.",
      too_large: "Das Ergebnis ist zu groß für diesen Rechner.",
    },
    rounded: "≈: zu groß, um jede Stelle zu zeigen, auf 12 Stellen gerundet.",
  },
});
