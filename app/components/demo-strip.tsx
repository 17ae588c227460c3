import { useRouteLoaderData } from "@remix-run/react";
import type { Day } from "~/kernel/calendar";
import { formatDay } from "./format";
import { useLanguage, useMessages } from "./language";
import { shellMessages } from "./shell-messages";

/** What every page says where nothing is real, and where the clock was moved. */
export function DemoStrip() {
  const words = useMessages(shellMessages);
  const language = useLanguage();
  const root = useRouteLoaderData("root") as { mode?: string; movedTo?: Day | null } | undefined;
  const said = [
    root?.mode === "demo" && words.demo,
    root?.movedTo && words.clock(formatDay(root.movedTo, language, "full")),
  ].filter((sentence) => typeof sentence === "string");
  if (said.length === 0) return null;
  return (
    <aside aria-label={words.aboutPortal} className="no-print demo-strip">
      {said.join(" ")}
    </aside>
  );
}
