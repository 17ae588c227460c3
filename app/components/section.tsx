import { type ReactNode, useId } from "react";

interface SectionProps {
  title: string;
  /** A quiet link or button at the end of the title's line. */
  action?: ReactNode;
  children: ReactNode;
}

/** A part of a page on its own ground. */
export function Section({ title, action, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="card min-w-0 p-4 sm:p-5">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={id} className="text-lg">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
