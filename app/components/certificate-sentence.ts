import type { CertificateState } from "~/certification/validity";
import type { Day } from "~/kernel/calendar";
import { certificateMessages } from "./certificate-messages";
import { formatDay } from "./format";
import type { Language } from "./messages";

/** One sentence on what a certificate is worth, with its dates and reason class. */
export function certificateSentence(state: CertificateState, language: Language): string {
  const words = certificateMessages[language];
  const day = (value: Day) => formatDay(value, language, "long");
  switch (state.state) {
    case "upcoming":
      return words.upcoming(day(state.from));
    case "valid":
      return state.renewedBy === null
        ? words.valid(day(state.validThrough))
        : words.validRenewed(day(state.validThrough), state.renewedBy);
    case "renewed":
      return words.renewed(day(state.ended), state.by);
    case "expired":
      return words.expired(day(state.since));
    case "suspended": {
      const reason = words.reasons[state.reasonClass];
      return state.until === null
        ? words.suspended(day(state.since), reason)
        : words.suspendedUntil(day(state.since), day(state.until), reason);
    }
    case "revoked":
      return words.revoked(day(state.since), words.reasons[state.reasonClass]);
  }
}
