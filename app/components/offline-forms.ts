import { problemMessages } from "./problem-messages";

/** Of a form that says itself what being without a connection means for it. */
export const ownWords = { "data-offline": "own" } as const;

/**
 * Keeps a form from being sent where the browser says that it reaches nobody: the page with what was entered would give way to an
 * error page. Called once, before anything is sent.
 */
export function keepFormsWhileOffline(): void {
  const strip = document.createElement("p");
  strip.setAttribute("role", "alert");
  strip.className = "offline-strip";
  addEventListener(
    "submit",
    (event) => {
      if (navigator.onLine || (event.target as HTMLElement).dataset.offline) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      document.body.append(strip);
      strip.textContent = problemMessages[document.documentElement.lang === "de" ? "de" : "en"].unreached;
    },
    true,
  );
  addEventListener("online", () => strip.remove());
}
