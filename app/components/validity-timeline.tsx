import { Link } from "@remix-run/react";
import { useId } from "react";
import type { Day } from "~/kernel/calendar";
import { policy } from "~/kernel/policy";
import { Disclosure } from "./confirm";
import { formatDay } from "./format";
import { useLanguage, useMessages } from "./language";
import { TimelineBars, TimelineLegend } from "./timeline-bars";
import { TimelineFlags, TimelineGrid } from "./timeline-grid";
import { timelineMessages } from "./timeline-messages";
import { type TimelinePerson, type TimelineWindow, timelineWindow } from "./timeline-scale";
import { TimelineTable } from "./timeline-table";

interface ValidityTimelineProps {
  people: readonly TimelinePerson[];
  /** The day the picture is of; `isToday` is false when it was asked "as of" another. */
  day: Day;
  isToday?: boolean;
  /** The first day on which the count is below the minimum, if there is one. */
  belowFrom?: Day | null;
  /** Without it: two months back, and on to the last end. */
  window?: TimelineWindow;
}

/** Who is certified until when: people as rows, certificates as bars, the day, and the day the count falls below the minimum. */
export function ValidityTimeline({ people, day, isToday = true, belowFrom = null, window }: ValidityTimelineProps) {
  const words = useMessages(timelineMessages);
  const language = useLanguage();
  const id = useId();
  const shown =
    window ??
    timelineWindow(
      day,
      people.flatMap(({ bars }) => bars.map(({ end }) => end)),
    );
  const dayLabel = (isToday ? words.today : words.asOf)(formatDay(day, language));
  const below = belowFrom !== null && belowFrom < shown.end ? belowFrom : null;
  const belowLabel = below && words.runway(policy.minimumAdministrators, formatDay(below, language));
  const frame = { window: shown, day, dayLabel, below, belowLabel };
  return (
    <figure aria-labelledby={id}>
      <figcaption id={id} className="sr-only">
        {words.title}
      </figcaption>
      <div className="relative pt-[56px]">
        <TimelineGrid
          {...frame}
          description={`${dayLabel}. ${belowLabel ?? words.runwayNever(policy.minimumAdministrators)}`}
        />
        <ul>
          {people.map((person) => (
            <li key={person.key} className="grid items-center border-t border-line py-1.5 sm:grid-cols-[11rem_1fr]">
              <span className="relative z-10 w-fit max-w-full truncate bg-surface pr-3 text-sm">
                {person.to ? (
                  <Link to={person.to} className="tap inline-block py-0.5 underline-offset-4 hover:underline">
                    {person.name}
                  </Link>
                ) : (
                  person.name
                )}
              </span>
              <TimelineBars window={shown} person={person} />
            </li>
          ))}
        </ul>
        <TimelineFlags {...frame} />
      </div>
      <TimelineLegend people={people} />
      <Disclosure label={words.table}>
        <TimelineTable people={people} labelledBy={id} />
      </Disclosure>
    </figure>
  );
}
