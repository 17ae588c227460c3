import { useEffect, useRef } from "react";

/**
 * Asks before the page is closed, or left by a link, while `unsaved` says that something stands in it that would be lost. The form of an item has its own: what
 * its pages load has no room for a file that others share.
 */
export function useLeaveQuestion(unsaved: () => boolean, question: string): void {
  const latest = useRef(unsaved);
  latest.current = unsaved;
  useEffect(() => {
    let leaving = false;
    const onClose = (event: BeforeUnloadEvent) => {
      if (latest.current() && !leaving) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      leaving = false;
      // Whoever opens the link beside this page leaves nothing.
      if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const link = event.target instanceof Element && event.target.closest("a[href]:not([href^='#'],[target])");
      if (!link || !latest.current()) return;
      leaving = confirm(question);
      if (leaving) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener("beforeunload", onClose);
    addEventListener("click", onClick, true);
    return () => {
      removeEventListener("beforeunload", onClose);
      removeEventListener("click", onClick, true);
    };
  }, [question]);
}
