import type { Language } from "./messages";

const sentences: Readonly<Record<Language, string>> = {
  en: "No connection: nothing was sent. What you have entered stays here; send it again when the connection is back.",
  de: "Keine Verbindung: Es wurde nichts gesendet. Ihre Eingaben bleiben hier; senden Sie sie erneut, sobald die Verbindung wieder da ist.",
};

/**
 * Keeps a form from being sent where the browser knows that it reaches nobody: the page with what was entered would give way to an error page.
 * Called once, before anything is sent.
 */
export function keepFormsWhileOffline(): void {
  const strip = document.createElement("p");
  strip.setAttribute("role", "alert");
  strip.className = "offline-strip";
  addEventListener(
    "submit",
    (event) => {
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      strip.textContent = "";
      document.body.append(strip);
      strip.textContent = sentences[document.documentElement.lang === "de" ? "de" : "en"];
    },
    true,
  );
  addEventListener("online", () => strip.remove());
}
