import { clientName, sending } from "~/components/exam/exam-connection";
import { wallClock } from "~/components/exam/wall-clock";
import { paths } from "~/web/paths";
import { type EventsOptions, NoticedEvents } from "./noticed-events";

const sendEveryMs = 20_000;

/** Whether the events have arrived, or are not wanted; sent to the end even when the page is being left. */
const postEvents =
  (attemptId: string, client: string): EventsOptions["post"] =>
  async (events) => {
    try {
      const init = { ...sending({ client, events }), keepalive: true, redirect: "manual" } as const;
      const response = await fetch(paths.examEvents(attemptId), init);
      return response.ok || response.status === 400;
    } catch {
      return false;
    }
  };

/** Notices whether the page is in front, and what is pasted into it, and tells the server now and then and when the page is left. */
export function watchPage(attemptId: string, current: () => number): void {
  const name = `exam-events-${attemptId}`;
  const events = new NoticedEvents({
    store: {
      load() {
        try {
          const kept = JSON.parse(sessionStorage.getItem(name) ?? "null");
          return kept ?? { next: 1, waiting: [] };
        } catch {
          return { next: 1, waiting: [] };
        }
      },
      save(kept) {
        try {
          sessionStorage.setItem(name, JSON.stringify(kept));
        } catch {
          // Then a reload forgets them.
        }
      },
    },
    post: postEvents(attemptId, clientName()),
    clock: wallClock,
  });
  const look = () => {
    events.focus(document.visibilityState === "visible" && document.hasFocus(), current());
    if (document.visibilityState === "hidden") void events.send();
  };
  // Back after a reload, or after another page.
  if (document.visibilityState === "visible" && document.hasFocus()) look();
  addEventListener("focus", look);
  addEventListener("blur", look);
  document.addEventListener("visibilitychange", look);
  document.addEventListener("paste", ({ clipboardData }) =>
    events.pasted(clipboardData?.getData("text").length ?? 0, current()),
  );
  addEventListener("pagehide", () => void events.send());
  setInterval(() => void events.send(), sendEveryMs);
}
