import { defineMessages } from "./messages";

export const tableMessages = defineMessages({
  en: {
    sortBy: (column: string) => `Sort by ${column}`,
    pages: "Pages",
    previous: "Previous",
    next: "Next",
    pageOf: (page: string, pages: string) => `Page ${page} of ${pages}`,
    shown: (first: string, last: string, total: string) => `${first}–${last} of ${total}`,
    filter: "Filter",
    clearFilters: "Clear filters",
    asOf: "As of",
    asKnown: "as it was known on",
    show: "Show",
    today: "Today",
  },
  de: {
    sortBy: (column) => `Sortieren nach ${column}`,
    pages: "Seiten",
    previous: "Zurück",
    next: "Weiter",
    pageOf: (page, pages) => `Seite ${page} von ${pages}`,
    shown: (first, last, total) => `${first}–${last} von ${total}`,
    filter: "Filtern",
    clearFilters: "Filter aufheben",
    asOf: "Stand am",
    asKnown: "nach Kenntnis vom",
    show: "Anzeigen",
    today: "Heute",
  },
});
