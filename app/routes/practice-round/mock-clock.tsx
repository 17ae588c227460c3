import { useEffect, useRef, useState } from "react";
import { formatInstant } from "~/components/format-instant";
import { useLanguage, useMessages } from "~/components/language";
import { messages } from "./messages";

const warnAtMinutes = [10, 5, 1];

interface MockClockProps {
  deadlineAt: string;
  /** The server's clock when the page was made. */
  now: string;
  zone: string;
  onTimeUp: () => void;
}

/** The time that is left by the server's clock; without JavaScript, when it ends. */
export function MockClock({ deadlineAt, now, zone, onTimeUp }: MockClockProps) {
  const words = useMessages(messages);
  const language = useLanguage();
  const [seconds, setSeconds] = useState<number | null>(null);
  const timeUp = useRef(onTimeUp);
  timeUp.current = onTimeUp;

  useEffect(() => {
    const atFirst = (Date.parse(deadlineAt) - Date.parse(now)) / 1000;
    const begun = performance.now();
    const tick = () => {
      const left = Math.max(0, atFirst - (performance.now() - begun) / 1000);
      setSeconds(left);
      if (left > 0) return;
      clearInterval(timer);
      timeUp.current();
    };
    const timer = setInterval(tick, 500);
    tick();
    return () => clearInterval(timer);
  }, [deadlineAt, now]);

  const due = seconds === null ? undefined : warnAtMinutes.filter((minutes) => seconds <= minutes * 60).at(-1);
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <p className="text-sm text-muted">{words.endsAt(formatInstant(deadlineAt, language, zone, "time"))}</p>
      {seconds !== null && (
        <p
          role="timer"
          aria-label={words.timeLeft}
          className={`text-xl font-semibold tabular-nums ${due === undefined ? "" : "text-bad"}`}
        >
          {Math.floor(seconds / 60)}:{String(Math.floor(seconds % 60)).padStart(2, "0")}
        </p>
      )}
      <p role="status" className="sr-only">
        {due !== undefined && words.minutesLeft(due)}
      </p>
    </div>
  );
}
