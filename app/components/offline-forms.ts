import type { Language } from "./messages";

const sentences: Readonly<Record<Language, string>> = {
  en: "No connection: nothing was sent. What you have entered stays here; send it again when the connection is back.",
  de: "Keine Verbindung: Es wurde nichts gesendet. Ihre Eingaben bleiben hier; senden Sie sie erneut, sobald die Verbindung wieder da ist.",
};

/** Of a form that says itself what being without a connection means for it. */
export const ownWords = { "data-offline": "own" } as const;

/**
 * Keeps a form from being sent where the browser says that it reaches nobody, and nobody answers: the page with what was entered would give way to an
 * error page. Called once, before anything is sent.
 */
export function keepFormsWhileOffline(): void {
  const strip = document.createElement("p");
  strip.setAttribute("role", "alert");
  strip.className = "offline-strip";
  let reached = false;
  addEventListener(
    "submit",
    (event) => {
      const { target: form, submitter } = event;
      if (navigator.onLine || reached || !(form instanceof HTMLFormElement) || form.dataset.offline === "own") return;
      event.preventDefault();
      event.stopImmediatePropagation();
      // Some browsers say so behind certain networks although they reach everybody.
      fetch("/healthz", { cache: "no-store" }).then(
        () => {
          reached = true;
          form.requestSubmit(submitter);
          reached = false;
        },
        () => {
          document.body.append(strip);
          strip.textContent = sentences[document.documentElement.lang === "de" ? "de" : "en"];
        },
      );
    },
    true,
  );
  addEventListener("online", () => strip.remove());
}
