import type { Day } from "~/kernel/calendar";
import { formatDay } from "./format";
import { useLanguage, useMessages } from "./language";
import { shellMessages } from "./shell-messages";

/** What every page says of the portal it belongs to. */
export interface PortalKind {
  readonly mode: string;
  /** The day on which the portal's clock stands, where it was moved. */
  readonly movedTo: Day | null;
}

/** What every page says where nothing is real, and where the clock was moved. */
export function DemoStrip({ mode, movedTo }: PortalKind) {
  const words = useMessages(shellMessages);
  const language = useLanguage();
  const said = [mode === "demo" && words.demo, movedTo && words.clock(formatDay(movedTo, language, "full"))].filter(
    (sentence) => typeof sentence === "string",
  );
  if (said.length === 0) return null;
  return (
    <aside aria-label={words.aboutPortal} className="no-print demo-strip">
      {said.join(" ")}
    </aside>
  );
}
