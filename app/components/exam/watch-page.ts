import { clientName, sending } from "./exam-connection";
import { type EventsOptions, NoticedEvents } from "./noticed-events";
import type { Watch } from "./venue";
import { wallClock } from "./wall-clock";

const sendEveryMs = 20_000;

interface Watched {
  readonly id: string;
  /** Where all its pages begin. */
  readonly page: string;
  /** Takes what is noticed. */
  readonly events: string;
}

/** Whether the events have arrived, or are not wanted; sent to the end even when the page is being left. */
const postEvents =
  (address: string, client: string): EventsOptions["post"] =>
  async (events) => {
    try {
      const init = { ...sending({ client, events }), keepalive: true, redirect: "manual" } as const;
      const response = await fetch(address, init);
      return response.ok || response.status === 400;
    } catch {
      return false;
    }
  };

function wasReloaded(): boolean {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return navigation?.type === "reload";
}

/** Notices whether the page is in front, and what is pasted into it, and tells the server now and then and when the page is left. */
export function watchPage({ id, page, events: address }: Watched, current: () => number): Watch {
  const name = `exam-events-${id}`;
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
    post: postEvents(address, clientName()),
    clock: wallClock,
    reloaded: wasReloaded(),
  });
  const look = () => {
    events.focus(document.visibilityState === "visible" && document.hasFocus(), current());
    if (document.visibilityState === "hidden") void events.send();
  };
  const stopping = new AbortController();
  const { signal } = stopping;
  const followed = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link.target || link.getAttribute("href")?.startsWith("#")) return;
    if (link.origin === location.origin && link.pathname.startsWith(page)) events.movesOn();
  };
  // Back after a reload, or after another page; told at once, so that no leaving stands that was none.
  if (document.visibilityState === "visible" && document.hasFocus()) {
    look();
    void events.send();
  }
  addEventListener("focus", look, { signal });
  addEventListener("blur", look, { signal });
  document.addEventListener("visibilitychange", look, { signal });
  document.addEventListener(
    "paste",
    ({ clipboardData }) => events.pasted(clipboardData?.getData("text").length ?? 0, current()),
    { signal },
  );
  addEventListener("click", followed, { signal });
  // What scripts send themselves they have held back by then; the rest is sent as a page.
  addEventListener("submit", (event) => event.defaultPrevented || events.movesOn(), { signal });
  // Browsers say so before they call the page hidden.
  addEventListener(
    "pagehide",
    () => {
      events.ends();
      void events.send();
    },
    { signal },
  );
  addEventListener("pageshow", ({ persisted }) => persisted && events.comesBack(), { signal });
  const timer = setInterval(() => void events.send(), sendEveryMs);
  return {
    movesOn: () => events.movesOn(),
    stop: () => {
      stopping.abort();
      clearInterval(timer);
      void events.send();
    },
  };
}
