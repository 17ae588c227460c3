import type { ReactNode } from "react";

interface ScrollFrameProps {
  /** The id of what names the contents: a caption or heading. */
  labelledBy: string;
  className?: string;
  children: ReactNode;
}

/** What is wider than phones scrolls in its own frame, never the page, and its edges say so; focus reaches it, so that the arrow keys scroll it. */
export function ScrollFrame({ labelledBy, className = "", children }: ScrollFrameProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, a section would be one more landmark
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <div role="group" aria-labelledby={labelledBy} tabIndex={0} className={`frame overflow-auto ${className}`}>
      {children}
    </div>
  );
}
