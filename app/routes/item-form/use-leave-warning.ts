import { useEffect, useRef } from "react";

/**
 * Asks before the page is closed, or left by a link, while something stands in it that was not saved. The ref that it returns is set once something is
 * entered; `unsaved`: the server has sent the page back with what was entered before.
 */
export function useLeaveWarning(unsaved: boolean, question: string) {
  const entered = useRef(unsaved);
  useEffect(() => {
    const onClose = (event: BeforeUnloadEvent) => {
      if (entered.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest("a[href]:not([href^='#'],[target])");
      if (!link || !entered.current) return;
      entered.current = !confirm(question);
      if (!entered.current) return;
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
  return entered;
}
