import { defineMessages } from "./messages";

/** What a certificate is worth, and why not; days arrive already in words. */
export const certificateMessages = defineMessages({
  en: {
    reasons: {
      under_investigation: "under investigation",
      conduct: "conduct",
      administrative: "administrative reasons",
      exam_misconduct: "misconduct in the examination",
      issued_in_error: "issued in error",
    },
    upcoming: (from: string) => `Valid from ${from}.`,
    valid: (through: string) => `Valid through ${through}.`,
    validRenewed: (through: string, by: string) => `Valid through ${through}; already renewed by ${by}.`,
    renewed: (ended: string, by: string) => `Replaced by ${by} on ${ended}.`,
    expired: (since: string) => `Expired: not valid since ${since}.`,
    suspended: (since: string, reason: string) => `Suspended since ${since} (${reason}).`,
    suspendedUntil: (since: string, until: string, reason: string) =>
      `Suspended from ${since}, counts again from ${until} (${reason}).`,
    revoked: (since: string, reason: string) => `Revoked with effect from ${since} (${reason}).`,
  },
  de: {
    reasons: {
      under_investigation: "wird untersucht",
      conduct: "Verhalten",
      administrative: "Verwaltungsgründe",
      exam_misconduct: "Täuschung in der Prüfung",
      issued_in_error: "irrtümlich ausgestellt",
    },
    upcoming: (from) => `Gültig ab ${from}.`,
    valid: (through) => `Gültig bis einschließlich ${through}.`,
    validRenewed: (through, by) => `Gültig bis einschließlich ${through}; bereits erneuert durch ${by}.`,
    renewed: (ended, by) => `Am ${ended} abgelöst durch ${by}.`,
    expired: (since) => `Abgelaufen: seit ${since} nicht mehr gültig.`,
    suspended: (since, reason) => `Seit ${since} ausgesetzt (${reason}).`,
    suspendedUntil: (since, until, reason) => `Ab ${since} ausgesetzt, zählt wieder ab ${until} (${reason}).`,
    revoked: (since, reason) => `Widerrufen mit Wirkung ab ${since} (${reason}).`,
  },
});
