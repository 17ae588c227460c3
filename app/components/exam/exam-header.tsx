import type { ComponentProps } from "react";
import { Mark } from "~/components/mark";
import { ExamClock } from "./exam-clock";

interface ExamHeaderProps extends ComponentProps<typeof ExamClock> {
  /** Left out where the page has it as its heading. */
  title?: string;
  candidate: string;
}

/** Above the questions and the hand-in, in sight wherever one reads: who sits here, and the clock. */
export function ExamHeader({ title, candidate, ...clock }: ExamHeaderProps) {
  return (
    <header className="exam-header sticky top-0 z-10 border-b border-line bg-surface">
      <div className="mx-auto flex w-full max-w-6xl items-center justify-between gap-4 squat:justify-end px-4 py-2">
        <p className="flex min-w-0 items-center gap-2.5 max-sm:max-w-[45%] max-sm:shrink-0 squat:hidden">
          <Mark className="h-6 w-auto" />
          <span className="min-w-0">
            {title && <span className="block font-semibold max-sm:sr-only">{title}</span>}
            <span className="block truncate text-sm text-muted">{candidate}</span>
          </span>
        </p>
        <ExamClock {...clock} />
      </div>
    </header>
  );
}
