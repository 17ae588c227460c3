import type { ReactNode } from "react";
import { useMessages } from "./language";
import { shellMessages } from "./shell-messages";

export interface Step {
  readonly state: "done" | "now" | "open";
  readonly title: string;
  /** When it was done, or what it takes. */
  readonly detail?: ReactNode;
  readonly action?: ReactNode;
}

const marks = {
  done: <path d="M5.5 10.3 8.7 13.5 14.7 6.8" className="stroke-surface" />,
  now: <circle cx="10" cy="10" r="3" className="fill-accent stroke-none" />,
  open: null,
} as const;

const rings = {
  done: "fill-good stroke-good",
  now: "fill-surface stroke-accent",
  open: "fill-surface stroke-edge",
} as const;

/** What remains to do, in its order; only the step that is due is pressed upon anybody. */
export function StepList({ label, steps }: { label: string; steps: readonly Step[] }) {
  const words = useMessages(shellMessages);
  const spoken = { done: words.stepDone, now: words.stepNow, open: words.stepOpen };
  const open = steps.filter(({ state }) => state !== "done").length;
  return (
    <>
      <p className="mb-3 text-sm text-muted">{words.stepsLeft(open)}</p>
      <ol aria-label={label}>
        {steps.map(({ state, title, detail, action }) => (
          <li
            key={title}
            aria-current={state === "now" ? "step" : undefined}
            className="relative flex gap-3 pb-5 before:absolute before:top-6 before:bottom-0 before:left-2.5 before:w-px before:bg-line last:pb-0 last:before:hidden"
          >
            <svg
              viewBox="0 0 20 20"
              role="img"
              aria-label={spoken[state]}
              className="mt-0.5 size-5 flex-none fill-none stroke-2"
            >
              <circle cx="10" cy="10" r="9" className={rings[state]} />
              {marks[state]}
            </svg>
            <div className="min-w-0 flex-1">
              <p className={state === "open" ? "text-muted" : "font-semibold"}>{title}</p>
              {detail && <div className="text-sm text-muted">{detail}</div>}
              {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
