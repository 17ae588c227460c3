import { useId } from "react";
import type { Day } from "~/kernel/calendar";
import { monthName } from "./format";
import { useLanguage, useMessages } from "./language";
import { timelineMessages } from "./timeline-messages";
import { dayShare, labelEvery, type MonthTick, middleOfDay, monthTicks, type TimelineWindow } from "./timeline-scale";

export interface TimelineFrame {
  readonly window: TimelineWindow;
  readonly day: Day;
  readonly dayLabel: string;
  /** The first day below the minimum, if the window shows it. */
  readonly below: Day | null;
  readonly belowLabel: string | null;
}

export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** The part of the figure that has the width of the bars: all of it on phones, right of the names elsewhere. Heights and text in pixels, as the shapes are. */
const plot =
  "pointer-events-none absolute inset-y-0 left-0 h-full w-full text-[13px] sm:left-44 sm:w-[calc(100%-11rem)]";

/** A label that starts further right would be cut off. */
const lastLabelAt = 0.93;
const labelsWide = 16;
const labelsNarrow = 6;

/** Behind the bars: the months, and the time below the minimum. Fluid: only shares of the width, nothing fixed. */
export function TimelineGrid({ window, below, description }: TimelineFrame & { description: string }) {
  const words = useMessages(timelineMessages);
  const id = useId();
  const ticks = monthTicks(window);
  return (
    <svg role="img" aria-labelledby={`${id}-title ${id}-text`} className={plot}>
      <title id={`${id}-title`}>{words.title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      {below && (
        <rect
          x={percent(dayShare(window, below))}
          y="34"
          width={percent(1 - dayShare(window, below))}
          height="100%"
          className="fill-bad/8"
        />
      )}
      {ticks.map((tick, index) => (
        <Month key={tick.day} tick={tick} index={index} months={ticks.length} />
      ))}
    </svg>
  );
}

/** In front of the bars: the day, and the day the count falls; their words are in the description of the grid. */
export function TimelineFlags({ window, day, dayLabel, below, belowLabel }: TimelineFrame) {
  const today = middleOfDay(window, day);
  const falls = below && belowLabel ? { share: dayShare(window, below), label: belowLabel } : null;
  return (
    <svg aria-hidden="true" className={`${plot} z-5 overflow-visible`}>
      {falls && <FlagLine share={falls.share} y={28} line="stroke-bad [stroke-dasharray:5_3]" />}
      <FlagLine share={today} y={12} line="stroke-ink" />
      {falls && <FlagLabel share={falls.share} y={28} label={falls.label} text="fill-bad" />}
      <FlagLabel share={today} y={12} label={dayLabel} text="fill-ink" />
    </svg>
  );
}

function Month({ tick, index, months }: { tick: MonthTick; index: number; months: number }) {
  const language = useLanguage();
  const wide = index % labelEvery(months, labelsWide) === 0;
  const narrow = index % labelEvery(months, labelsNarrow) === 0;
  const visible =
    tick.share > lastLabelAt
      ? "hidden"
      : wide && narrow
        ? ""
        : wide
          ? "hidden sm:block"
          : narrow
            ? "sm:hidden"
            : "hidden";
  const label = monthName(tick.month, language, "short");
  return (
    <>
      <line x1={percent(tick.share)} x2={percent(tick.share)} y1="36" y2="100%" className="stroke-line" />
      <text x={percent(tick.share)} dx="4" y="48" className={`fill-muted ${visible}`}>
        {tick.month === 1 || index === 0 ? `${label} ${String(tick.year).slice(2)}` : label}
      </text>
    </>
  );
}

const shown = (share: number): boolean => share >= 0 && share <= 1;

function FlagLine({ share, y, line }: { share: number; y: number; line: string }) {
  if (!shown(share)) return null;
  return <line x1={percent(share)} x2={percent(share)} y1={y - 9} y2="100%" strokeWidth="1.5" className={line} />;
}

/** At the top of its line, on the side where there is room; on its own ground, where another line runs through. */
function FlagLabel({ share, y, label, text }: { share: number; y: number; label: string; text: string }) {
  if (!shown(share)) return null;
  const left = share > 0.5;
  return (
    <text
      x={percent(share)}
      dx={left ? -5 : 5}
      y={y}
      textAnchor={left ? "end" : "start"}
      fontWeight="600"
      className={`stroke-surface stroke-4 [paint-order:stroke] ${text}`}
    >
      {label}
    </text>
  );
}
