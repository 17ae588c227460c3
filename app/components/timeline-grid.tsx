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
  return (
    <svg aria-hidden="true" className={`${plot} z-5 overflow-visible`}>
      {below && belowLabel && (
        <Flag
          share={dayShare(window, below)}
          y={28}
          label={belowLabel}
          line="stroke-bad [stroke-dasharray:5_3]"
          text="fill-bad"
        />
      )}
      <Flag share={middleOfDay(window, day)} y={12} label={dayLabel} line="stroke-ink" text="fill-ink" />
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

/** A line with its label at the top, on the side where there is room. */
function Flag({
  share,
  y,
  label,
  line,
  text,
}: {
  share: number;
  y: number;
  label: string;
  line: string;
  text: string;
}) {
  if (share < 0 || share > 1) return null;
  const left = share > 0.5;
  return (
    <>
      <line x1={percent(share)} x2={percent(share)} y1={y - 9} y2="100%" strokeWidth="1.5" className={line} />
      <text
        x={percent(share)}
        dx={left ? -5 : 5}
        y={y}
        textAnchor={left ? "end" : "start"}
        fontWeight="600"
        className={text}
      >
        {label}
      </text>
    </>
  );
}
