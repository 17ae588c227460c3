import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { keepFormsWhileOffline } from "./components/offline-forms";

/** Brings a page of the router to life in the browser. */
export function wakeRouterPage(): void {
  keepFormsWhileOffline();
  startTransition(() => {
    hydrateRoot(document, <RemixBrowser />);
  });
}
