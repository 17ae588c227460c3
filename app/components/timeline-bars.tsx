import { lastDay } from "~/kernel/calendar";
import { formatDay, formatDayRange } from "./format";
import { useLanguage, useMessages } from "./language";
import { percent } from "./timeline-grid";
import { timelineMessages } from "./timeline-messages";
import { type TimelineBar, type TimelinePerson, type TimelineWindow, visibleSpan } from "./timeline-scale";

type State = TimelineBar["state"];

/** Told apart by filling and outline: full, dashed outline, stripes, crossed out, pale. */
const looks: Record<State, string> = {
  valid: "fill-accent stroke-accent",
  upcoming: "fill-accent-soft stroke-accent [stroke-dasharray:4_3]",
  suspended: "fill-[url(#timeline-stripes)] stroke-warn",
  revoked: "fill-surface stroke-bad",
  expired: "fill-sunken stroke-edge",
};

/** Lies on the bar, lower than it, so that the bar goes on to be seen. */
const awayLook = "fill-surface stroke-edge [stroke-dasharray:2_2]";

const labelInside: Record<State, string> = {
  valid: "fill-on-accent",
  upcoming: "fill-accent-strong",
  suspended: "fill-ink stroke-warn-soft [paint-order:stroke] stroke-4",
  revoked: "fill-bad line-through",
  expired: "fill-muted",
};

/** Shares of the width below which the end of a bar is not written into it: on a phone this is some 90 px. */
const roomForLabel = 0.3;

/** One person's certificates as one line of bars; its title says the same. */
export function TimelineBars({ window, person }: { window: TimelineWindow; person: TimelinePerson }) {
  const words = useMessages(timelineMessages);
  const language = useLanguage();
  const away = person.away ?? [];
  const spoken = [
    ...person.bars.map((bar) => `${words.states[bar.state]} ${formatDayRange(bar, language)}`),
    ...away.map((days) => `${words.away} ${formatDayRange(days, language)}`),
  ].join("; ");
  return (
    <svg
      role="img"
      aria-label={`${person.name}: ${spoken || words.none}`}
      className="relative h-[20px] w-full overflow-hidden text-[13px]"
    >
      {person.bars.map((bar, index) => {
        const span = visibleSpan(window, bar);
        if (!span) return null;
        return (
          <g key={bar.start}>
            <rect
              x={percent(span.from)}
              y="1.5"
              width={percent(span.to - span.from)}
              height="17"
              rx="3"
              className={looks[bar.state]}
            />
            {bar.state === "revoked" && (
              <line x1={percent(span.from)} x2={percent(span.to)} y1="10" y2="10" className="stroke-bad" />
            )}
            <EndLabel
              bar={bar}
              from={span.from}
              to={span.to}
              last={index === person.bars.length - 1}
              label={formatDay(lastDay(bar), language)}
            />
          </g>
        );
      })}
      {away.map((days) => {
        const span = visibleSpan(window, days);
        if (!span) return null;
        return (
          <rect
            key={days.start}
            x={percent(span.from)}
            y="5.5"
            width={percent(span.to - span.from)}
            height="9"
            className={awayLook}
          />
        );
      })}
    </svg>
  );
}

/** The last valid day, inside the bar where it fits, else after it where nothing follows. */
function EndLabel({
  bar,
  from,
  to,
  last,
  label,
}: {
  bar: TimelineBar;
  from: number;
  to: number;
  last: boolean;
  label: string;
}) {
  if (bar.state === "revoked") return null;
  if (to - from >= roomForLabel) {
    return (
      <text x={percent(to)} dx="-7" y="14" textAnchor="end" className={labelInside[bar.state]}>
        {label}
      </text>
    );
  }
  return last && 1 - to >= roomForLabel ? (
    <text x={percent(to)} dx="6" y="14" className="fill-muted">
      {label}
    </text>
  ) : null;
}

/** What the fillings mean, for those that occur; it also holds the stripes that the bars refer to. */
export function TimelineLegend({ people }: { people: readonly TimelinePerson[] }) {
  const words = useMessages(timelineMessages);
  const present = (Object.keys(looks) as State[]).filter((state) =>
    people.some(({ bars }) => bars.some((bar) => bar.state === state)),
  );
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {present.map((state) => (
        <li key={state} className="flex items-center gap-2">
          <svg width="24" height="12" aria-hidden="true" className="flex-none">
            {state === "suspended" && (
              <pattern
                id="timeline-stripes"
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="6" height="6" className="fill-warn-soft" />
                <rect width="2" height="6" className="fill-warn" />
              </pattern>
            )}
            <rect x="1" y="1" width="22" height="10" rx="2" className={looks[state]} />
            {state === "revoked" && <line x1="1" x2="23" y1="6" y2="6" className="stroke-bad" />}
          </svg>
          {words.states[state]}
        </li>
      ))}
      {people.some(({ away = [] }) => away.length > 0) && (
        <li className="flex items-center gap-2">
          <svg width="24" height="12" aria-hidden="true" className="flex-none">
            <rect x="1" y="1" width="22" height="10" rx="2" className={looks.valid} />
            <rect x="7" y="3" width="10" height="6" className={awayLook} />
          </svg>
          {words.away}
        </li>
      )}
    </ul>
  );
}
