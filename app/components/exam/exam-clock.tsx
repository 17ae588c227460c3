import { useEffect, useState } from "react";
import { formatInstant, formatZone } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { nextWarning } from "./exam-warning";
import { messages } from "./messages";
import type { Timing } from "./use-exam";
import { wallClock } from "./wall-clock";

interface ExamClockProps {
  timing: Timing;
  /** As the page came with it. */
  deadlineAtFirst: string;
  /** What was left when the page was made: all there is without JavaScript. */
  secondsAtFirst: number;
  zone: string;
  /** JavaScript runs. */
  awake: boolean;
  onTimeUp: () => void;
}

const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** The time that is left by the server's clock. It can be hidden; the warnings at 10, 5 and 1 minute stay, and screen readers hear them. */
export function ExamClock({ timing, deadlineAtFirst, secondsAtFirst, zone, awake, onTimeUp }: ExamClockProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const [seconds, setSeconds] = useState(secondsAtFirst);
  const [hidden, setHidden] = useState(false);
  const { deadlineAt, offset } = timing;
  const [{ minutes: due }, setWarning] = useState(() =>
    nextWarning({ deadlineAt, minutes: undefined }, deadlineAt, secondsAtFirst),
  );

  useEffect(() => {
    if (!awake) return;
    const tick = () => {
      const left = (Date.parse(deadlineAt) - wallClock() - offset) / 1000;
      setSeconds(Math.max(0, left));
      setWarning((before) => nextWarning(before, deadlineAt, left));
      if (left <= 0) onTimeUp();
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [awake, deadlineAt, offset, onTimeUp]);

  // Named: whoever sits elsewhere would take it for the time on the own wall.
  const end = `${formatInstant(deadlineAt, language, zone, "time")}, ${formatZone(deadlineAt, zone, language)}`;
  const moved = deadlineAt !== deadlineAtFirst;
  const warning = awake && due !== undefined && seconds > 0 ? words.minutesLeft(due) : "";
  return (
    <div className="flex flex-wrap items-baseline justify-end gap-x-3 text-right">
      {/* Regions that are not there while they are empty are not listened to when they fill. */}
      <p aria-live="assertive" className="text-sm font-semibold text-bad empty:sr-only">
        {warning}
      </p>
      {/* Where there is no room for both, a warning stands in its place: the page does not move when it comes. */}
      <p
        className={`text-sm ${moved ? "font-semibold text-good" : "text-muted"} ${warning ? "max-lg:sr-only" : ""} squat:sr-only`}
      >
        {moved ? words.newEnd(end) : words.endsAt(end)}
      </p>
      <p aria-live="polite" className="sr-only">
        {moved ? words.moved(end) : ""}
      </p>
      {awake ? (
        <>
          {hidden ? null : (
            <p
              role="timer"
              aria-label={words.timeLeft}
              className={`text-xl font-semibold tabular-nums ${due === undefined ? "" : "text-bad"}`}
            >
              {minutesAndSeconds(seconds)}
            </p>
          )}
          <button type="button" className="tap link text-sm" onClick={() => setHidden(!hidden)}>
            {hidden ? words.showClock : words.hideClock}
          </button>
        </>
      ) : (
        <p className="text-sm">{words.minutesWhenLoaded(Math.floor(secondsAtFirst / 60))}</p>
      )}
    </div>
  );
}
