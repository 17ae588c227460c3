import type { SerializeFrom } from "@remix-run/node";
import { formatDay, formatNumber } from "~/components/format";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import type { LastSafeDate } from "~/eligibility/last-safe-date";
import { lastSafeMessages } from "./last-safe-messages";

type Shown = SerializeFrom<LastSafeDate>;
type Enrolment = Extract<Shown, { kind: "enrol" }>;

const looks = { open: "text-muted", safe: "text-muted", tight: "text-warn", too_late: "text-bad" } as const;

/** Until when the step must be done and why then, under the step itself; nothing where no day can be named. */
export function LastSafeWords({ lastSafe }: { lastSafe: Shown }) {
  const sentence = useSentence(lastSafe);
  if (!sentence) return null;
  const pressure = lastSafe.pressure === "no_free_seat" ? "tight" : lastSafe.pressure;
  return <span className={`measure block text-sm ${looks[pressure]}`}>{sentence}</span>;
}

function useSentence(lastSafe: Shown): string | null {
  const words = useMessages(lastSafeMessages);
  const language = useLanguage();
  const enrolment = useEnrolment();
  if (lastSafe.kind === "enrol") return enrolment(lastSafe);
  if (lastSafe.passBy === null) return null;
  const passBy = formatDay(lastSafe.passBy, language, "weekday");
  switch (lastSafe.kind) {
    case "release":
      return words.release(passBy);
    case "no_window":
      return words.noWindow(passBy);
    case "exam": {
      const { pressure, safeThrough, attemptsLeft, from } = lastSafe;
      if (pressure === "too_late") return words.exam.tooLate(formatDay(from, language, "weekday"), passBy);
      if (pressure === "safe" && safeThrough) {
        return words.exam.safe(formatDay(safeThrough, language, "weekday"), attemptsLeft, passBy);
      }
      return attemptsLeft === 1 ? words.exam.lastAttempt(passBy) : words.exam.tight(passBy);
    }
    case "training": {
      const ends = formatDay(lastSafe.endsOn, language, "weekday");
      if (lastSafe.pressure === "too_late") return words.training.tooLate(ends, passBy);
      return words.training[lastSafe.pressure === "safe" ? "safe" : "tight"](ends, passBy);
    }
  }
}

/** The next training with a free seat, and the last of those that are early enough. */
function useEnrolment() {
  const { enrol } = useMessages(lastSafeMessages);
  const language = useLanguage();
  const instant = (at: string, zone: string) => formatInstant(at, language, zone);
  return ({ pressure, next, last, passBy }: Enrolment): string => {
    if (!next) return enrol.none;
    const sentences = [enrol.next(instant(next.startsAt, next.timeZone), formatNumber(next.freeSeats, language))];
    if (passBy !== null) {
      const by = formatDay(passBy, language, "weekday");
      if (pressure === "too_late") sentences.push(enrol.tooLate(by));
      else if (last) {
        const closes = instant(last.enrolmentClosesAt, last.timeZone);
        sentences.push(
          enrol[pressure === "safe" ? "safe" : "tight"](instant(last.startsAt, last.timeZone), closes, by),
        );
      }
    }
    return sentences.join(" ");
  };
}
